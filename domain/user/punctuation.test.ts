import { expect, test } from 'vitest'
import { punctuation } from './punctuation'

test('words are joined as the reader’s language sets them', () => {
  expect(['A', 'B'].join(punctuation('zh-Hant').comma)).toBe('A、B')
  expect(['A', 'B'].join(punctuation('ja').comma)).toBe('A、B')
  expect(['A', 'B'].join(punctuation('en').comma)).toBe('A, B')
  expect(['A', 'B'].join(punctuation('ko').comma)).toBe('A, B')
  expect(`部${punctuation('zh-Hans').colon}内资部`).toBe('部：内资部')
})
