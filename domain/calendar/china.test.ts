import { expect, test } from 'vitest'
import { guessedFrom, knownFrom, knownTo, workCalendar } from './china'
import { addWorkingDays, isWorkingDay } from './working-day'

const national = workCalendar()

test.each([
  ['2026-02-16', false, 'Spring Festival, a Monday'],
  ['2026-02-14', true, 'a Saturday worked for it'],
  ['2026-10-10', true, 'a Saturday worked for National Day'],
  ['2026-10-08', true, 'the Thursday after'],
  ['2026-06-19', false, 'Dragon Boat, a Friday'],
  ['2025-01-26', true, 'a Sunday worked for Spring Festival 2025'],
  ['2026-11-28', false, 'a Saturday like others'],
])('%s: %s (%s)', (date, works) => {
  expect(isWorkingDay(date, national)).toBe(works)
})

test('a lead of the last day before the long holiday is answered on the first day after it', () => {
  expect(addWorkingDays('2026-09-30', 1, national)).toBe('2026-10-08')
  expect(addWorkingDays('2026-02-14', 1, national)).toBe('2026-02-24')
})

test('a year whose notice is not out goes by weekdays and statutory days, and is known to be a guess', () => {
  expect([knownFrom, knownTo]).toEqual([2004, 2026])
  for (const off of ['2027-01-01', '2027-02-05', '2027-02-08', '2027-04-05', '2027-06-09', '2027-10-01'])
    expect(isWorkingDay(off, national)).toBe(false)
  expect(isWorkingDay('2027-02-09', national)).toBe(true)
  expect(isWorkingDay('2027-02-14', national)).toBe(false)
  expect(guessedFrom(2026, [])).toBe(2027)
  expect(guessedFrom(2026, [2027])).toBe(2028)
  expect(guessedFrom(2030, [2027])).toBe(2030)
})

test('a notice that the office has entered stands for its whole year, also over a known one', () => {
  const own = workCalendar([
    { year: 2027, date: '2027-02-09', works: false },
    { year: 2027, date: '2027-02-14', works: true },
    { year: 2027, date: '2026-12-27', works: true },
  ])
  expect(isWorkingDay('2027-02-09', own)).toBe(false)
  expect(isWorkingDay('2027-02-14', own)).toBe(true)
  expect(isWorkingDay('2026-12-27', own)).toBe(true)
  expect(isWorkingDay('2027-10-01', own)).toBe(true)
  expect(isWorkingDay('2026-10-01', own)).toBe(false)
})
