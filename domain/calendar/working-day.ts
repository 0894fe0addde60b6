import { addDays, daysBetween, type IsoDate, weekdayOf } from '@/domain/calendar/date'

type DaySet = Pick<ReadonlySet<IsoDate>, 'has'>
/** What a notice of the State Council changes: weekdays off, and weekend days worked in their place. */
export type WorkCalendar = { holidays?: DaySet; workdays?: DaySet }

/** Monday to Friday, unless the calendar says otherwise. */
export function isWorkingDay(date: IsoDate, calendar: WorkCalendar = {}): boolean {
  if (calendar.workdays?.has(date)) return true
  if (calendar.holidays?.has(date)) return false
  const weekday = weekdayOf(date)
  return weekday !== 0 && weekday !== 6
}

/** The `days`-th working day after a date: one after a Friday, Saturday or Sunday is Monday. */
export function addWorkingDays(date: IsoDate, days: number, calendar?: WorkCalendar): IsoDate {
  let at = date
  for (let left = days; left > 0; ) {
    at = addDays(at, 1)
    if (isWorkingDay(at, calendar)) left -= 1
  }
  return at
}

/** Working days after `from` up to and with `to`; 0 if `to` is not later. */
export function workingDaysBetween(from: IsoDate, to: IsoDate, calendar?: WorkCalendar): number {
  let count = 0
  for (let step = 1; step <= daysBetween(from, to); step += 1) {
    if (isWorkingDay(addDays(from, step), calendar)) count += 1
  }
  return count
}
