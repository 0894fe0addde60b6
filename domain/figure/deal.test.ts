import { expect, test } from 'vitest'
import { dealSearch } from '@/domain/deal/filter'
import { figureFilter } from './deal'

test('a figure leads to the list that it counts', () => {
  expect(dealSearch(figureFilter({ key: 'deals_in_negotiation', asOf: '2026-06-30' }))).toBe(
    '?stage=negotiation&approved=all&asOf=2026-06-30',
  )
  const period = { key: 'deals_approved_in_period', from: '2026-01-01', to: '2026-06-30' } as const
  expect(dealSearch(figureFilter(period))).toBe(
    '?stage=approved&approved=all&stageFrom=2026-01-01&stageTo=2026-06-30&asOf=2026-06-30',
  )
  const signed = { key: 'intents_signed_in_period', from: '2026-01-01', to: '2026-06-30' } as const
  const asked = 'signed=intent&signedFrom=2026-01-01&signedTo=2026-06-30'
  expect(dealSearch(figureFilter(signed, '2026-07-16'))).toBe(`?approved=all&${asked}&asOf=2026-06-30`)
  expect(dealSearch(figureFilter(signed, '2026-06-30'))).toBe(`?approved=all&${asked}`)
})
