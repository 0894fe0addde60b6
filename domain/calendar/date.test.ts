import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  dateIn,
  daysBetween,
  isIsoDate,
  lastDayOfMonth,
  latestOf,
  startOfDay,
  wallClock,
  weekdayOf,
  yearOf,
} from '@/domain/calendar/date'

const anyDate = fc.integer({ min: 0, max: 100_000 }).map(days => addDays('1910-01-01', days))
const zones = [
  'Asia/Shanghai',
  'Asia/Tokyo',
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'Pacific/Kiritimati',
]

describe('dates', () => {
  it('are days that exist', () => {
    expect(['2026-06-30', '2024-02-29', '1900-01-01'].every(isIsoDate)).toBe(true)
    for (const wrong of [
      '2026-02-29',
      '2026-13-01',
      '2026-6-3',
      '2026-06-30T00:00',
      '0026-06-30',
      '',
      20260630,
    ]) {
      expect(isIsoDate(wrong), String(wrong)).toBe(false)
    }
  })

  it('add days and count them back', () => {
    expect(addDays('2026-06-30', 1)).toBe('2026-07-01')
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31')
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -3000, max: 3000 }), (date, days) => {
        expect(daysBetween(date, addDays(date, days))).toBe(days)
      }),
    )
  })

  it('add months and end within them', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28')
    expect(addMonths('2024-01-31', 1)).toBe('2024-02-29')
    expect(addMonths('2026-11-30', 3)).toBe('2027-02-28')
    expect(addMonths('2026-03-15', -4)).toBe('2025-11-15')
    expect(lastDayOfMonth('2026-12-03')).toBe('2026-12-31')
  })

  it('know their year, weekday and the latest of several', () => {
    expect(yearOf('2026-06-30')).toBe(2026)
    expect(weekdayOf('2026-06-28')).toBe(0)
    expect(latestOf(null, '2026-06-01', undefined, '2026-05-31')).toBe('2026-06-01')
    expect(latestOf(null, undefined)).toBeNull()
  })
})

describe('the date on the wall', () => {
  it('turns at midnight in the zone, not in Greenwich', () => {
    expect(dateIn('Asia/Shanghai', new Date('2026-06-30T15:59:59Z'))).toBe('2026-06-30')
    expect(dateIn('Asia/Shanghai', new Date('2026-06-30T16:00:00Z'))).toBe('2026-07-01')
    expect(dateIn('Asia/Shanghai', new Date('2026-06-30T16:30:00Z'))).toBe('2026-07-01')
    expect(wallClock('Asia/Shanghai', new Date('2026-06-30T16:30:00Z'))).toBe('2026-07-01 00:30:00')
    expect(dateIn('America/New_York', new Date('2026-07-01T03:59:00Z'))).toBe('2026-06-30')
  })

  it('begins where startOfDay says, in zones with summer time too', () => {
    expect(startOfDay('Asia/Shanghai', '2026-07-01').toISOString()).toBe('2026-06-30T16:00:00.000Z')
    expect(startOfDay('Europe/Berlin', '2026-03-29').toISOString()).toBe('2026-03-28T23:00:00.000Z')
    expect(startOfDay('Europe/Berlin', '2026-03-30').toISOString()).toBe('2026-03-29T22:00:00.000Z')
    const modern = fc.integer({ min: 0, max: 10_000 }).map(days => addDays('2005-01-01', days))
    fc.assert(
      fc.property(modern, fc.constantFrom(...zones), (date, zone) => {
        const start = startOfDay(zone, date)
        expect(dateIn(zone, start)).toBe(date)
        expect(dateIn(zone, new Date(start.getTime() - 1))).toBe(addDays(date, -1))
      }),
    )
  })

  it('is what the calendar of the runtime says, at every moment of every zone', () => {
    const moments = fc.oneof(
      fc.date({ min: new Date('1890-01-01'), max: new Date('2199-12-31'), noInvalidDate: true }),
      // about the turns of summer time, at whatever minute they come
      fc
        .tuple(
          fc.integer({ min: 1970, max: 2036 }),
          fc.constantFrom(2, 3, 8, 9, 10),
          fc.integer({ min: 0, max: 45_000 }),
        )
        .map(([year, month, minute]) => new Date(Date.UTC(year, month, 1, 0, minute, 59, 999))),
    )
    const odd = ['America/St_Johns', 'Australia/Lord_Howe', 'Africa/Monrovia', 'Asia/Kathmandu', ...zones]
    fc.assert(
      fc.property(moments, fc.constantFrom(...odd), (moment, zone) => {
        const said = moment.toLocaleString('sv-SE', { timeZone: zone }).replace(', ', ' ')
        expect(wallClock(zone, moment)).toBe(said)
        expect(dateIn(zone, moment)).toBe(said.slice(0, 10))
      }),
      { numRuns: 3000 },
    )
  })
})
