import { expect, test } from 'vitest'
import { type DealFilter, defaultDealFilter } from '@/domain/deal/filter'
import { narrowsOnlyBy } from './narrow'

const known = ['desks', 'stages'] as const
const asks = (changes: Partial<DealFilter>) =>
  narrowsOnlyBy({ ...defaultDealFilter, ...changes }, defaultDealFilter, known)

test('a filter that asks for nothing, or for what is known, or only shows it otherwise, passes', () => {
  expect(asks({})).toBe(true)
  expect(asks({ desks: ['domestic'], stages: ['approved'] })).toBe(true)
  expect(asks({ sort: { key: 'name', descending: false }, page: 7, size: 100, columns: ['name'] })).toBe(true)
})

test('whatever else a filter asks for is seen, one by one', () => {
  const others: Partial<DealFilter>[] = [
    { text: '铸造' },
    { statuses: ['active', 'lost'] },
    { approved: 'all' },
    { countries: ['JP'] },
    { industries: [1] },
    { officer: 'none' },
    { minCny: 0n },
    { asOf: '2026-06-30' },
    { stuck: true },
    { company: 'C-2026-0001' },
  ]
  for (const other of others)
    expect(asks({ ...other, desks: ['domestic'] }), Object.keys(other)[0]).toBe(false)
  expect(
    narrowsOnlyBy({ ...defaultDealFilter, of_tomorrow: 1 } as DealFilter, defaultDealFilter, known),
  ).toBe(false)
})
