import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '@/domain/calendar/date'
import { firstDue, isDue, nextDue, type Rhythm, SCHEDULE_HOUR } from './schedule'

test('daily is tomorrow, weekly the next such weekday, monthly that day or the last of a shorter month', () => {
  expect(nextDue({ every: 'daily', on: null }, '2026-02-28')).toBe('2026-03-01')
  // a Thursday
  expect(nextDue({ every: 'weekly', on: 1 }, '2026-07-16')).toBe('2026-07-20')
  expect(nextDue({ every: 'weekly', on: 7 }, '2026-07-16')).toBe('2026-07-19')
  expect(nextDue({ every: 'weekly', on: 4 }, '2026-07-16')).toBe('2026-07-23')
  expect(nextDue({ every: 'monthly', on: 31 }, '2026-01-31')).toBe('2026-02-28')
  expect(nextDue({ every: 'monthly', on: 31 }, '2026-02-28')).toBe('2026-03-31')
  expect(nextDue({ every: 'monthly', on: 1 }, '2026-12-01')).toBe('2027-01-01')
})

test('one that begins on its own day is made today before the hour of schedules, and the next time from that hour on', () => {
  const early = { hour: SCHEDULE_HOUR - 1 }
  const late = { hour: SCHEDULE_HOUR }
  const thursday = { every: 'weekly', on: 4 } as const
  expect(firstDue(thursday, { today: '2026-07-16', ...early })).toBe('2026-07-16')
  expect(firstDue(thursday, { today: '2026-07-16', ...late })).toBe('2026-07-23')
  expect(firstDue(thursday, { today: '2026-07-15', ...late })).toBe('2026-07-16')
  const last = { every: 'monthly', on: 31 } as const
  expect(firstDue(last, { today: '2026-04-30', ...early })).toBe('2026-04-30')
  expect(firstDue(last, { today: '2026-04-30', ...late })).toBe('2026-05-31')
  expect(firstDue(last, { today: '2026-01-31', ...late })).toBe('2026-02-28')
  expect(firstDue({ every: 'daily', on: null }, { today: '2026-12-31', ...late })).toBe('2027-01-01')
  // what was made is not made again, also where the zone's clock was put back since
  expect(firstDue(thursday, { today: '2026-07-16', ...early }, '2026-07-16')).toBe('2026-07-23')
  expect(firstDue(thursday, { today: '2026-07-15', ...early }, '2026-07-16')).toBe('2026-07-23')
})

test('it is always later, always due, and none between is missed', () => {
  const rhythm: fc.Arbitrary<Rhythm> = fc.oneof(
    fc.constant({ every: 'daily' as const, on: null }),
    fc.record({ every: fc.constant('weekly' as const), on: fc.integer({ min: 1, max: 7 }) }),
    fc.record({ every: fc.constant('monthly' as const), on: fc.integer({ min: 1, max: 31 }) }),
  )
  fc.assert(
    fc.property(rhythm, fc.integer({ min: 0, max: 3000 }), (one, days) => {
      const after = addDays('2024-01-01', days)
      const next = nextDue(one, after)
      expect(next > after).toBe(true)
      expect(isDue(one, next)).toBe(true)
      for (let day = addDays(after, 1); day < next; day = addDays(day, 1)) expect(isDue(one, day)).toBe(false)
    }),
  )
})
