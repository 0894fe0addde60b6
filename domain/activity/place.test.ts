import { expect, test } from 'vitest'
import { readPlace, sayPlace } from './place'

test('a place in a history is read back as it was said', () => {
  const place = { micros: 1_767_225_600_123_456n, rank: 1, id: 42 } as const
  expect(readPlace(sayPlace(place))).toEqual(place)
})

test('what is no place means the newest', () => {
  for (const said of [undefined, null, '', 'x', '1-2-3', '-1-1-1', '1-1', ['1-1-1'], `${'9'.repeat(30)}-1-1`])
    expect(readPlace(said)).toBeNull()
})
