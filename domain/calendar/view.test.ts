import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, weekdayOf } from './date'
import { calendarDays, calendarSearch, calendarViews, eachDay, parseCalendar } from './view'

test('a month stands in whole weeks from Monday to Sunday, and leads to its neighbours', () => {
  expect(calendarDays('month', '2026-03-31')).toEqual({
    first: '2026-02-23',
    last: '2026-04-05',
    before: '2026-02-01',
    after: '2026-04-01',
  })
})

test('every view holds its day, begins on a Monday, and its neighbours join it', () => {
  fc.assert(
    fc.property(fc.constantFrom(...calendarViews), fc.integer({ min: 0, max: 20_000 }), (view, ahead) => {
      const day = addDays('2000-01-01', ahead)
      const { first, last, before, after } = calendarDays(view, day)
      expect(first <= day && day <= last && before < day && after > day).toBe(true)
      if (view !== 'day') expect([weekdayOf(first), weekdayOf(last)]).toEqual([1, 0])
      expect(eachDay(first, last).length).toBeLessThanOrEqual(42)
      expect(calendarDays(view, after).before <= day).toBe(true)
    }),
  )
})

test('an address is read, said again, and what means nothing is named', () => {
  const { asked, ignored } = parseCalendar({ view: 'week', from: '2026-02-30', whose: 'desk' })
  expect(asked).toEqual({ view: 'week', from: null, whose: 'desk' })
  expect(ignored).toEqual(['from=2026-02-30'])
  expect(parseCalendar({ from: '2026-07' }).asked.from).toBe('2026-07-01')
  expect(calendarSearch(asked, { from: '2026-07-01' })).toBe('?view=week&from=2026-07-01&whose=desk')
})
