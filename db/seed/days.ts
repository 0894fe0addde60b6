import { addDays, dateIn, type IsoDate, startOfDay, weekdayOf, yearOf } from '@/domain/calendar/date'
import type { Random } from './random'

export const TIMEZONE = 'Asia/Shanghai'
const MINUTE = 60_000
/** By half past ten something of the day has been written down. */
const MORNING = 630 * MINUTE
/** A report is written two weeks after its closing date at the earliest. */
const REPORT_AFTER_DAYS = 14

/** The days on which the demonstration hangs. */
export type Days = {
  now: Date
  today: IsoDate
  /** The closing date: the latest 30 June at least 14 days before `now`. */
  closing: IsoDate
  /** The last day on which the office has done something: yesterday, if it is still early. */
  latest: IsoDate
  /** The first day on which the office kept its records here. */
  begun: IsoDate
  year: number
  /** 'MM-DD' in the year of the closing date. */
  inYear(monthDay: string): IsoDate
}

export function daysOf(now: Date): Days {
  const today = dateIn(TIMEZONE, now)
  const latest = addDays(today, -REPORT_AFTER_DAYS)
  const year = latest >= `${yearOf(latest)}-06-30` ? yearOf(latest) : yearOf(latest) - 1
  const early = now.getTime() - startOfDay(TIMEZONE, today).getTime() < MORNING
  return {
    now,
    today,
    year,
    closing: `${year}-06-30`,
    latest: early ? addDays(today, -1) : today,
    begun: `${year - 2}-01-04`,
    inYear: monthDay => `${year}-${monthDay}`,
  }
}

/** The working day on or before it: offices are shut at the weekend. */
export function officeDay(date: IsoDate): IsoDate {
  const weekday = weekdayOf(date)
  return weekday === 6 ? addDays(date, -1) : weekday === 0 ? addDays(date, -2) : date
}

/** The working day on or after it. */
export function nextOfficeDay(date: IsoDate): IsoDate {
  const weekday = weekdayOf(date)
  return weekday === 6 ? addDays(date, 2) : weekday === 0 ? addDays(date, 1) : date
}

const midnights = new Map<IsoDate, number>()

/** Asked for some thousand times, about some hundred days. */
function midnight(date: IsoDate): number {
  const known = midnights.get(date) ?? startOfDay(TIMEZONE, date).getTime()
  midnights.set(date, known)
  return known
}

/**
 * Moments of one record, in their order: within office hours of the day, each later than the one before, none later
 * than now.
 */
export function momentsOf(random: Random, now: Date) {
  let last = 0
  return (date: IsoDate): Date => {
    const start = midnight(date)
    const wished = start + random.int(8 * 60 + 35, 17 * 60 + 50) * MINUTE + random.int(0, 59) * 1000
    const latest = now.getTime() - random.int(2, 9) * MINUTE
    const follows = Math.max(Math.min(wished, latest), last + random.int(20, 200) * 1000)
    // much on the last day: what cannot follow any later comes at once
    const moment = Math.min(follows, Math.max(last, now.getTime() - 1000))
    last = moment
    return new Date(moment)
  }
}
