import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from './date'
import { readNoticeDays, sayNoticeDays } from './notice'

const days = (text: string, year = 2027) => {
  const read = readNoticeDays(text, year)
  return read.ok ? read.days : read
}

test.each([
  ['2027-02-06', ['2027-02-06']],
  ['2月6日至8日', ['2027-02-06', '2027-02-07', '2027-02-08']],
  ['2月6日—2月7日（春节）', ['2027-02-06', '2027-02-07']],
  ['２月６日～７日', ['2027-02-06', '2027-02-07']],
  ['2/6 ~ 2/7', ['2027-02-06', '2027-02-07']],
  ['2027.2.6-2.7', ['2027-02-06', '2027-02-07']],
  ['2月14日、2月20日', ['2027-02-14', '2027-02-20']],
  ['2026年12月31日至2027年1月1日', ['2026-12-31', '2027-01-01']],
  ['1月1日 元旦\n2027-04-05', ['2027-01-01', '2027-04-05']],
  ['', []],
])('%s is read', (text, expected) => {
  expect(days(text)).toEqual(expected)
})

test.each([
  ['春节', 'admin.work.unreadable'],
  ['2月30日', 'admin.work.unreadable'],
  ['2月6日至5日', 'admin.work.too_long'],
  ['2月6日至5月5日', 'admin.work.too_long'],
  ['2月6日 放假7天', 'admin.work.unreadable'],
  ['2028-10-01', 'admin.work.other_year'],
  ['=1+1', 'admin.work.unreadable'],
])('%s is refused with its reason', (text, reason) => {
  expect(days(text)).toMatchObject({ ok: false, reason })
})

test('what is said is read again as the same days', () => {
  const day = fc.integer({ min: 0, max: 364 }).map(count => addDays('2027-01-01', count))
  fc.assert(
    fc.property(fc.uniqueArray(day, { maxLength: 60 }), given => {
      expect(days(sayNoticeDays(given))).toEqual([...given].sort())
    }),
  )
})

test('nothing that is typed makes it throw', () => {
  fc.assert(fc.property(fc.string(), text => typeof readNoticeDays(text, 2027).ok === 'boolean'))
})
