import { expect, test } from 'vitest'
import { percentOf } from './job'

test('how far it is, never a hundred before the end, unknown where nothing is known', () => {
  expect(percentOf({ state: 'running', done: 0, total: null })).toBeNull()
  expect(percentOf({ state: 'running', done: 999, total: 1000 })).toBe(99)
  expect(percentOf({ state: 'running', done: 1200, total: 1000 })).toBe(99)
  expect(percentOf({ state: 'done', done: 0, total: null })).toBe(100)
})
