import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, isIsoDate } from '@/domain/calendar/date'
import { readWhen } from './when'

const today = '2026-07-14'

test.each([
  ['8、9月份', '2026-08-01', '2026-09-30'],
  ['预计8、9月份到位', '2026-08-01', '2026-09-30'],
  ['８－９月', '2026-08-01', '2026-09-30'],
  ['八月至九月', '2026-08-01', '2026-09-30'],
  ['9月', '2026-09-01', '2026-09-30'],
  ['2027年2月份', '2027-02-01', '2027-02-28'],
  ['3月', '2027-03-01', '2027-03-31'],
  ['12月至2月', '2026-12-01', '2027-02-28'],
  ['三季度', '2026-07-01', '2026-09-30'],
  ['明年第1季度', '2027-01-01', '2027-03-31'],
])('%s is from %s to %s', (text, from, by) => {
  expect(readWhen(text, today)).toEqual({ from, by })
})

test.each([
  ['两年内', '2028-07-14'],
  ['2年以内', '2028-07-14'],
  ['兩年內', '2028-07-14'],
  ['半年内', '2027-01-14'],
  ['18个月内', '2028-01-14'],
  ['年内', '2026-12-31'],
  ['年底前', '2026-12-31'],
  ['明年底', '2027-12-31'],
  ['2027年底前', '2027-12-31'],
  ['9月底前', '2026-09-30'],
  ['2026-10-15前', '2026-10-15'],
  ['2026年10月15日', '2026-10-15'],
])('%s is by %s', (text, by) => {
  expect(readWhen(text, today)).toEqual({ from: null, by })
})

test.each(['', '尽快', '13月', '0个月内', '2026-02-30', '半月', '9月9月9月', '内'])(
  '%s says no day',
  text => {
    expect(readWhen(text, today)).toBeNull()
  },
)

test('whatever is typed is read as real days in their order, or not at all', () => {
  const piece = fc.constantFrom(
    '8',
    '9',
    '、',
    '月',
    '份',
    '两',
    '年',
    '内',
    '底',
    '前',
    '2026',
    '季度',
    '三',
    '-',
    '明',
  )
  const day = fc.integer({ min: 0, max: 4000 }).map(days => addDays('2024-01-01', days))
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(piece).map(all => all.join('')),
      ),
      day,
      (text, today) => {
        const when = readWhen(text, today)
        if (!when) return
        expect(isIsoDate(when.by)).toBe(true)
        expect(when.from === null || (isIsoDate(when.from) && when.from <= when.by)).toBe(true)
      },
    ),
  )
})
