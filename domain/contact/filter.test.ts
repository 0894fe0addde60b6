import { expect, test } from 'vitest'
import { contactList, defaultContactFilter } from './filter'

test('an address of a list reads back as it was written', () => {
  const filter = {
    ...defaultContactFilter,
    text: '青木',
    countries: ['JP', 'KR'] as const,
    industries: [3],
    languages: ['ja', 'zh-Hant'] as const,
    consents: ['given'] as const,
    sort: { key: 'updated', descending: true } as const,
    page: 4,
    size: 25 as const,
    columns: ['number', 'name_ja', 'note'] as const,
  }
  expect(contactList.parse(new URLSearchParams(contactList.search(filter)))).toEqual({ filter, ignored: [] })
  expect(contactList.search(defaultContactFilter)).toBe('')
})

test('names and values that mean nothing are told, and the rest holds', () => {
  const { filter, ignored } = contactList.parse(
    { phone: '138', consent: 'given,maybe', language: 'fr', industry: '9', sort: 'phones' },
    { industryIds: [1] },
  )
  expect(filter).toEqual({ ...defaultContactFilter, consents: ['given'] })
  expect(ignored).toEqual(['phone', 'consent=maybe', 'language=fr', 'industry=9', 'sort=phones'])
})
