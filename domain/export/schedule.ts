import { addDays, type IsoDate, lastDayOfMonth, weekdayOf } from '@/domain/calendar/date'

export const scheduleRhythms = ['daily', 'weekly', 'monthly'] as const
export type ScheduleRhythm = (typeof scheduleRhythms)[number]

/** The hour of the zone's morning from which on the exports of a day are made. */
export const SCHEDULE_HOUR = 6

/**
 * `on`: nothing for daily, 1 (Monday) to 7 for weekly, 1 to 31 for monthly, where a month that is too short has it on
 * its last day.
 */
export type Rhythm = { every: ScheduleRhythm; on: number | null }

/** The first day after `after` on which it is due. */
export function nextDue({ every, on }: Rhythm, after: IsoDate): IsoDate {
  let day = addDays(after, 1)
  while (!isDue({ every, on }, day)) day = addDays(day, 1)
  return day
}

/**
 * The day of the first file of one that begins now, on the clock of the zone: today counts as long as its hour lies ahead.
 * What was made on `last` or before is not made again.
 */
export function firstDue(
  rhythm: Rhythm,
  { today, hour }: { today: IsoDate; hour: number },
  last: IsoDate | null = null,
): IsoDate {
  const past = hour < SCHEDULE_HOUR ? addDays(today, -1) : today
  return nextDue(rhythm, last && last > past ? last : past)
}

export function isDue({ every, on }: Rhythm, day: IsoDate): boolean {
  if (every === 'daily') return true
  if (every === 'weekly') return (weekdayOf(day) || 7) === on
  const date = Number(day.slice(8))
  return date === on || (date < (on ?? 0) && day === lastDayOfMonth(day))
}

/** More of one person nobody reads. */
export const MOST_SCHEDULES = 20
