import { expect, test } from 'vitest'
import { mayCancelJob, mayRetryJob, percentOf } from './job'

test('how far it is, never a hundred before the end, unknown where nothing is known', () => {
  expect(percentOf({ state: 'running', done: 0, total: null })).toBeNull()
  expect(percentOf({ state: 'running', done: 999, total: 1000 })).toBe(99)
  expect(percentOf({ state: 'running', done: 1200, total: 1000 })).toBe(99)
  expect(percentOf({ state: 'done', done: 0, total: null })).toBe(100)
})

test('one cancels one’s own, director and administrator all; only the one who started it starts it again', () => {
  const job = (state: 'running' | 'failed') => ({ userId: 1, state })
  const who = (id: number, role: 'officer' | 'director' | 'admin' | 'manager') => ({ id, role })
  expect(mayCancelJob(who(1, 'officer'), job('running'))).toBe(true)
  expect(mayCancelJob(who(2, 'manager'), job('running'))).toBe(false)
  expect(mayCancelJob(who(3, 'director'), job('running'))).toBe(true)
  expect(mayCancelJob(who(4, 'admin'), job('failed'))).toBe(false)
  expect(mayRetryJob(who(1, 'officer'), job('failed'))).toBe(true)
  expect(mayRetryJob(who(3, 'director'), job('failed'))).toBe(false)
  expect(mayRetryJob(who(1, 'officer'), job('running'))).toBe(false)
})
