import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, addMonths } from '@/domain/calendar/date'
import { daysOf, nextDay, repeats, type Series } from './task'

const monthly: Series = { repeat: 'monthly', every: 1, from: '2026-01-31', until: '2026-12-31' }

test('what falls on the 31st falls on the last day of shorter months, and on the 31st again', () => {
  expect(daysOf(monthly, '2026-01-31', '2026-05-31')).toEqual([
    '2026-02-28',
    '2026-03-31',
    '2026-04-30',
    '2026-05-31',
  ])
  expect(nextDay(monthly, '2026-02-28', '2026-02-28')).toBe('2026-03-31')
})

test('29 February comes on the 28th of other years', () => {
  const yearly: Series = { repeat: 'yearly', every: 1, from: '2028-02-29', until: '2033-01-01' }
  expect(daysOf(yearly, '2028-02-29', '2033-01-01')).toEqual([
    '2029-02-28',
    '2030-02-28',
    '2031-02-28',
    '2032-02-29',
  ])
})

test('what was missed is not made up for: the next one is not before today', () => {
  const weekly: Series = { repeat: 'weekly', every: 1, from: '2026-07-01', until: '2026-12-31' }
  expect(nextDay(weekly, '2026-07-01', '2026-07-20')).toBe('2026-07-22')
  expect(nextDay(weekly, '2026-07-08', '2026-07-02')).toBe('2026-07-15')
})

test('behind its end there is none', () => {
  expect(nextDay({ ...monthly, until: '2026-02-27' }, '2026-01-31', '2026-01-31')).toBeNull()
})

test('the days of a series rise, lie in their bounds, and are never more than asked for', () => {
  const day = fc.integer({ min: 0, max: 4000 }).map(ahead => addDays('2024-01-01', ahead))
  fc.assert(
    fc.property(
      fc.constantFrom(...repeats),
      fc.integer({ min: 1, max: 99 }),
      day,
      day,
      (repeat, every, from, after) => {
        const series = { repeat, every, from, until: addMonths(from, 60) }
        const days = daysOf(series, after, series.until, 40)
        expect(days.length).toBeLessThanOrEqual(40)
        expect([...new Set(days)].sort()).toEqual(days)
        for (const one of days) expect(one > after && one >= from && one <= series.until).toBe(true)
      },
    ),
  )
})
