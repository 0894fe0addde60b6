import { addDays, addMonths, type IsoDate } from '@/domain/calendar/date'

/** The nouns of a task (待办). */

export const repeats = ['daily', 'weekly', 'monthly', 'yearly'] as const
export type Repeat = (typeof repeats)[number]

/** How long before its day one is reminded, in days; 0 is on the day itself. */
export const remindDays = [0, 1, 3, 7] as const

/** What a task may belong to, by the letter of the record's number. */
export const taskNouns = { L: 'lead', D: 'deal', C: 'company', K: 'contact', E: 'event' } as const
export type TaskNoun = (typeof taskNouns)[keyof typeof taskNouns]

/** A series of days: every so many days, weeks, months or years, counted from its first day to its last. */
export type Series = { repeat: Repeat; every: number; from: IsoDate; until: IsoDate }

/** A series without an end ends by itself: nobody cleans up after it. */
const LONGEST_MONTHS = 60
export const lastDay = (from: IsoDate): IsoDate => addMonths(from, LONGEST_MONTHS)

/**
 * The day of a series by its place, from 0. Months and years are counted from the first day, so that what began on the
 * 31st falls on 28 February and again on 31 March.
 */
export function dayOf({ repeat, every, from }: Series, place: number): IsoDate {
  const steps = every * place
  switch (repeat) {
    case 'daily':
      return addDays(from, steps)
    case 'weekly':
      return addDays(from, steps * 7)
    case 'monthly':
      return addMonths(from, steps)
    case 'yearly':
      return addMonths(from, steps * 12)
  }
}

/** The days of a series after one day and up to another, at most `limit`. */
export function daysOf(series: Series, after: IsoDate, until: IsoDate, limit = 366): IsoDate[] {
  const last = until < series.until ? until : series.until
  const found: IsoDate[] = []
  for (let place = firstAfter(series, after); found.length < limit; place++) {
    const day = dayOf(series, place)
    if (day > last) break
    found.push(day)
  }
  return found
}

/** The day of the next task when one is done: after its own day and not before today, so that missed ones do not pile up. Null: it was the last. */
export function nextDay(series: Series, dueOn: IsoDate, today: IsoDate): IsoDate | null {
  const yesterday = addDays(today, -1)
  return daysOf(series, dueOn > yesterday ? dueOn : yesterday, series.until, 1)[0] ?? null
}

/** The first place whose day is after this one; found by halving, since a daily series is long. */
function firstAfter(series: Series, after: IsoDate): number {
  let low = 0
  let high = 1
  while (dayOf(series, high) <= after) high *= 2
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (dayOf(series, middle) <= after) low = middle + 1
    else high = middle
  }
  return low
}
