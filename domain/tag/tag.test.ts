import { expect, test } from 'vitest'
import { parseInput } from '@/domain/outcome'
import { createTagInput, setTagsInput } from './input'
import { nounOfNumber, tagKey } from './tag'

test('one key for what reads alike: script, width, case, spaces and signs aside', () => {
  const alike = ['重点项目', '重點項目', ' 重点 项目', '「重点项目」', '重点-项目']
  expect(new Set(alike.map(tagKey)).size).toBe(1)
  expect(tagKey('VIP')).toBe(tagKey('ｖｉｐ'))
  expect(tagKey('★')).not.toBe(tagKey('☆'))
  expect(tagKey('一线')).not.toBe(tagKey('二线'))
})

test('a name is kept as it is written, markup and all; what turns the reading direction is refused', () => {
  const read = (name: string) => parseInput(createTagInput, { name, colour: '3' })
  expect(read('<b>重点</b>')).toMatchObject({ kind: 'done', value: { name: '<b>重点</b>', colour: 3 } })
  expect(read('重\u202e点')).toMatchObject({ kind: 'invalid' })
  expect(read('')).toMatchObject({ kind: 'invalid' })
  expect(read('长'.repeat(41))).toMatchObject({ kind: 'invalid' })
  expect(parseInput(createTagInput, { name: 'x', colour: '8' })).toMatchObject({ kind: 'invalid' })
})

test('tags of a record are ids; one alone, none, and nonsense', () => {
  const read = (tags: unknown) => parseInput(setTagsInput, { number: 'L-2026-0001', tags })
  expect(read('4')).toMatchObject({ value: { tags: [4] } })
  expect(read(undefined)).toMatchObject({ value: { tags: [] } })
  expect(read(['1', 'x'])).toMatchObject({ kind: 'invalid' })
  expect(read(Array.from({ length: 301 }, (_, n) => n + 1))).toMatchObject({ kind: 'invalid' })
})

test('a number tells its noun', () => {
  expect(['L-2026-0001', 'D-2026-0001', 'C-2026-0001', 'E-2026-0001'].map(nounOfNumber)).toEqual([
    'lead',
    'deal',
    'company',
    null,
  ])
})
