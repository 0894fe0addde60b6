import {
  type Parameters,
  type SearchParams,
  sayAddress,
  single,
  takeAddress,
} from '@/domain/filter/parameter'
import { oneWord, type Read } from '@/domain/filter/value'
import { clockKinds } from '@/domain/lead/lead'
import type { Actor } from '@/domain/policy/actor'
import { addDays, addMonths, daysBetween, type IsoDate, isIsoDate, weekdayOf } from './date'

export const calendarViews = ['month', 'week', 'day'] as const
export type CalendarView = (typeof calendarViews)[number]
/** Mine; of my desks; all that I may see. */
export const calendarOwners = ['mine', 'desk', 'all'] as const
export type CalendarOwner = (typeof calendarOwners)[number]

/** Clocks that stand in a calendar: those of a case, and telling whoever introduced it. */
export const calendarClocks = [...clockKinds, 'tell'] as const

/** Which days a calendar shows: those round `from`, null for today. */
export type CalendarAsked = { view: CalendarView; from: IsoDate | null; whose: CalendarOwner }

/** A day, or a month for its first. */
const dayOrMonth: Read<IsoDate | null> = value => {
  const day = /^\d{4}-\d\d$/.test(value) ? `${value}-01` : value
  return isIsoDate(day) ? day : undefined
}

const address: Parameters<CalendarAsked> = {
  view: single('view', 'month', oneWord(calendarViews)),
  from: single('from', null, dayOrMonth),
  whose: single('whose', 'mine', oneWord(calendarOwners)),
}

/** What an address asks for, and what in it means nothing. */
export function parseCalendar(params: SearchParams): { asked: CalendarAsked; ignored: string[] } {
  const asked: CalendarAsked = { view: 'month', from: null, whose: 'mine' }
  return { ignored: takeAddress(address, asked, params), asked }
}

export const calendarSearch = (asked: CalendarAsked, changes: Partial<CalendarAsked> = {}): string =>
  sayAddress(address, { ...asked, ...changes })

/** Whose calendars a person can look at: an officer or head the desk's, who sees all the bureau's. */
export const ownersFor = ({ role }: Pick<Actor, 'role'>): readonly CalendarOwner[] =>
  role === 'officer' || role === 'manager'
    ? ['mine', 'desk']
    : role === 'director'
      ? ['mine', 'all']
      : ['all']

const monday = (day: IsoDate) => addDays(day, -((weekdayOf(day) + 6) % 7))

/**
 * The days of a view round one day, first and last: whole weeks from Monday to Sunday; one before and one after for the
 * way on, 'YYYY-MM-DD'.
 */
export function calendarDays(view: CalendarView, day: IsoDate) {
  switch (view) {
    case 'day':
      return { first: day, last: day, before: addDays(day, -1), after: addDays(day, 1) }
    case 'week': {
      const first = monday(day)
      return { first, last: addDays(first, 6), before: addDays(first, -7), after: addDays(first, 7) }
    }
    case 'month': {
      const start = `${day.slice(0, 7)}-01`
      const first = monday(start)
      const next = addMonths(start, 1)
      return { first, last: addDays(monday(addDays(next, -1)), 6), before: addMonths(start, -1), after: next }
    }
  }
}

/** Every day from one to another. */
export const eachDay = (first: IsoDate, last: IsoDate): IsoDate[] =>
  Array.from({ length: daysBetween(first, last) + 1 }, (_, index) => addDays(first, index))
