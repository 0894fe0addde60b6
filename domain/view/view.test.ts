import { expect, test } from 'vitest'
import { parseInput } from '@/domain/outcome'
import { createViewInput } from './input'
import { mayChangeView, mayKeepView, placeOf, placeWord } from './view'

const officer = { id: 1, role: 'officer', headOf: [] } as const
const head = { id: 2, role: 'manager', headOf: [7] } as const
const director = { id: 3, role: 'director', headOf: [] } as const
const mine = { scope: 'mine', deskId: null } as const
const bureau = { scope: 'bureau', deskId: null } as const
const desk = (deskId: number) => ({ scope: 'desk', deskId }) as const

test('anybody keeps views of his own, a head those of his desks, the director all', () => {
  expect([mine, desk(7), desk(8), bureau].map(place => mayKeepView(officer, place))).toEqual([
    true,
    false,
    false,
    false,
  ])
  expect([mine, desk(7), desk(8), bureau].map(place => mayKeepView(head, place))).toEqual([
    true,
    true,
    false,
    false,
  ])
  expect([mine, desk(7), desk(8), bureau].map(place => mayKeepView(director, place))).toEqual([
    true,
    true,
    true,
    true,
  ])
})

test("another's own view is nobody's to change", () => {
  expect(mayChangeView(director, { ...mine, userId: 1 })).toBe(false)
  expect(mayChangeView(officer, { ...mine, userId: 1 })).toBe(true)
  expect(mayChangeView(head, { ...desk(7), userId: 3 })).toBe(true)
})

test('a place is a word in a form, and back', () => {
  for (const place of [mine, bureau, desk(12)]) expect(placeOf(placeWord(place))).toEqual(place)
  for (const word of ['', 'desk', 'desk:x', 'desk:-1', 'all']) expect(placeOf(word)).toBeNull()
})

test('an address is kept, nothing else', () => {
  const read = (search: string) =>
    parseInput(createViewInput, { list: 'deals', name: '重点', search, place: 'mine' }).kind
  expect(read('?desk=domestic&sort=-total')).toBe('done')
  expect(read('')).toBe('done')
  for (const bad of ['https://example.com', '//example.com', '?a b', '?a#b', `?${'x'.repeat(4_000)}`])
    expect(read(bad), bad.slice(0, 30)).toBe('invalid')
})
