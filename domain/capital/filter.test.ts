import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '@/domain/calendar/date'
import { bucketDays, bucketsOf, capitalList, capitalPeriod } from './filter'

const day = fc.integer({ min: 0, max: 20_000 }).map(days => addDays('2000-01-01', days))

test('without days it is this year; one end alone reaches to the end of its year', () => {
  expect(capitalPeriod({ from: null, to: null }, '2026-07-14')).toEqual({
    from: '2026-01-01',
    to: '2026-12-31',
  })
  expect(capitalPeriod({ from: '2025-05-01', to: null }, '2026-07-14')).toEqual({
    from: '2025-05-01',
    to: '2025-12-31',
  })
  expect(capitalPeriod({ from: null, to: '2027-06-30' }, '2026-07-14')).toEqual({
    from: '2027-01-01',
    to: '2027-06-30',
  })
})

test('every day of a period lies in one bucket of its chart, and a bucket reaches no further than the period', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 9_000 }), fc.nat(), (from, length, at) => {
      const period = { from, to: addDays(from, length) }
      const buckets = bucketsOf(period)
      expect(buckets.length).toBeLessThanOrEqual(40)
      const inside = addDays(from, at % (length + 1))
      const holding = buckets
        .map(bucket => bucketDays(bucket, period))
        .filter(days => days.from <= inside && inside <= days.to)
      expect(holding).toHaveLength(1)
      expect(bucketDays('later', period).from).toBe(addDays(period.to, 1))
    }),
  )
})

test('an address is read and said back; what means nothing in it is named', () => {
  const { filter, ignored } = capitalList.parse(
    {
      set: 'received',
      basis: 'foreign',
      side: 'all',
      bucket: '2026-13',
      from: '2026-09-01',
      to: '2026-08-01',
    },
    {},
  )
  expect(ignored).toEqual(['side=all', 'bucket=2026-13', 'from=2026-09-01'])
  expect(capitalList.search(filter)).toBe('?basis=foreign&to=2026-08-01&set=received')
  expect(capitalList.search(filter, { bucket: 'later' })).toContain('bucket=later')
})
