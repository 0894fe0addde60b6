import { expect, test } from 'vitest'
import { companySearch, defaultCompanyFilter, isDefaultCompanyFilter, parseCompanyFilter } from './filter'

test('an address of a list reads back as it was written', () => {
  const filter = {
    ...defaultCompanyFilter,
    text: '马氏',
    countries: ['TW', 'CN'],
    kinds: ['hk_mo_tw', 'state_owned'] as const,
    segments: ['large'] as const,
    industries: [3],
    inZone: false,
    sort: { key: 'updated', descending: true } as const,
    page: 4,
    size: 25 as const,
    columns: ['number', 'website'] as const,
  }
  const search = companySearch(filter)
  expect(parseCompanyFilter(new URLSearchParams(search))).toEqual({ filter, ignored: [] })
})

test('what is as by default leaves no trace in the address, and any change begins on page 1', () => {
  expect(companySearch(defaultCompanyFilter)).toBe('')
  expect(isDefaultCompanyFilter({ ...defaultCompanyFilter, page: 3, size: 100 })).toBe(true)
  expect(companySearch({ ...defaultCompanyFilter, page: 3 }, { inZone: true })).toBe('?inZone=yes')
})

test('names and values that mean nothing are told, and the rest holds', () => {
  const { filter, ignored } = parseCompanyFilter(
    {
      colour: 'red',
      kind: ['foreign', 'cosmic'],
      industry: '9',
      inZone: 'maybe',
      sort: 'price',
      country: 'XX,JP',
    },
    { industryIds: [1, 2] },
  )
  expect(filter).toMatchObject({ kinds: ['foreign'], industries: [], inZone: null, countries: ['JP'] })
  expect(ignored).toEqual(['colour', 'kind=cosmic', 'industry=9', 'inZone=maybe', 'sort=price', 'country=XX'])
})
