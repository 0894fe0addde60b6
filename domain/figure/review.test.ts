import { expect, test } from 'vitest'
import { dealSearch } from '@/domain/deal/filter'
import { zoneDefaults } from '@/domain/zone/zone'
import {
  expectedBuckets,
  expectedFilter,
  expectedSum,
  type ReviewLine,
  reviewFigureFilter,
  sumOfLines,
} from './review'

const today = '2026-07-16'
const asked = { today, since: '2026-07-09', settings: zoneDefaults }

test('a figure leads to the list that it counts', () => {
  const href = (key: Parameters<typeof reviewFigureFilter>[0]) => dealSearch(reviewFigureFilter(key, asked))
  expect(href('in_negotiation')).toBe('?stage=negotiation')
  expect(href('back')).toBe('?status=all&approved=all&change=back&changedFrom=2026-07-09')
  // more than 90 days ago
  expect(href('long_negotiation')).toBe('?stage=negotiation&stageTo=2026-04-16')
  expect(href('slipped')).toBe('?slipped=1')
})

test('the months of expected approvals cover every day once', () => {
  const buckets = expectedBuckets(today)
  expect(buckets).toHaveLength(15)
  expect(buckets.slice(0, 3)).toEqual(['past', '2026-07', '2026-08'])
  const range = buckets.slice(0, -1).map(bucket => {
    const { expectedFrom, expectedTo } = expectedFilter(bucket, today)
    return [expectedFrom, expectedTo]
  })
  expect(range.slice(0, 3)).toEqual([
    [null, '2026-07-15'],
    ['2026-07-16', '2026-07-31'],
    ['2026-08-01', '2026-08-31'],
  ])
  expect(range.slice(-2)).toEqual([
    ['2027-06-01', '2027-06-30'],
    ['2027-07-01', null],
  ])
})

test('what has no day is what is left of all that are worked on', () => {
  const sum = (count: number, cny: bigint) => ({ count, cny, notStated: 0, withoutRate: 0 })
  const lines: ReviewLine[] = [
    { deskId: 1, key: 'in_negotiation', sum: sum(5, 50n) },
    { deskId: 2, key: 'in_entry_procedures', sum: sum(3, 30n) },
    { deskId: 1, key: 'expected.2026-08', sum: sum(2, 20n) },
    { deskId: 2, key: 'expected.past', sum: sum(1, 10n) },
  ]
  expect(expectedSum(lines, 'none')).toEqual(sum(5, 50n))
  expect(sumOfLines(lines, 'in_negotiation', 2).count).toBe(0)
})
