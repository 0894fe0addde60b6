/** A calendar date as 'YYYY-MM-DD'. Never a moment: it has no time zone, and compares as text. */
export type IsoDate = string

const DAY = 86_400_000

/** A real day of the calendar between 1900 and 2199. */
export function isIsoDate(value: unknown): value is IsoDate {
  if (typeof value !== 'string' || !/^(19|20|21)\d\d-\d\d-\d\d$/.test(value)) return false
  return fromUtc(toUtc(value)) === value
}

export function addDays(date: IsoDate, days: number): IsoDate {
  return fromUtc(toUtc(date) + days * DAY)
}

/** The same day of a later month, or that month's last day: 31 January plus one is 28 February. */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const first = new Date(toUtc(`${date.slice(0, 7)}-01`))
  first.setUTCMonth(first.getUTCMonth() + months)
  const last = lastDayOfMonth(fromUtc(first.getTime()))
  const same = `${last.slice(0, 8)}${date.slice(8)}`
  return same < last ? same : last
}

export function lastDayOfMonth(date: IsoDate): IsoDate {
  const [year, month] = date.split('-').map(Number)
  return fromUtc(Date.UTC(year ?? 0, month ?? 0, 0))
}

/** Whole days from one date to another, below zero if the other is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((toUtc(to) - toUtc(from)) / DAY)
}

/** The latest of the dates that are known, or null. */
export function latestOf(...dates: readonly (IsoDate | null | undefined)[]): IsoDate | null {
  return dates.reduce<IsoDate | null>(
    (latest, date) => (date && (!latest || date > latest) ? date : latest),
    null,
  )
}

export function yearOf(date: IsoDate): number {
  return Number(date.slice(0, 4))
}

/** 0 is Sunday. */
export function weekdayOf(date: IsoDate): number {
  return new Date(toUtc(date)).getUTCDay()
}

/** The date on the wall in that time zone: 2026-06-30T16:30Z is 1 July in Asia/Shanghai. */
export function dateIn(timezone: string, instant: Date): IsoDate {
  return wallClock(timezone, instant).slice(0, 10)
}

/** Date and time on the wall: '2026-07-01 00:30:00'. */
export function wallClock(timezone: string, instant: Date): string {
  const time = instant.getTime()
  const ahead = aheadOn(timezone, Math.floor(time / DAY))
  if (ahead === null) return formatted(timezone, instant)
  const wall = new Date(time + ahead).toISOString()
  return `${wall.slice(0, 10)} ${wall.slice(11, 19)}`
}

const formatted = (timezone: string, instant: Date) => wallFormat(timezone).format(instant).replace(', ', ' ')

const known = new Map<string, number | null>()
const MOST_KNOWN = 20_000

/**
 * How far the wall is ahead of UTC all through that day of UTC, in ms; null where it changes in it. A list of a hundred
 * thousand asks for a few thousand days, and the format takes ten times as long.
 */
function aheadOn(timezone: string, day: number): number | null {
  const key = `${timezone} ${day}`
  let ahead = known.get(key)
  if (ahead === undefined) {
    const [first, last] = [day * DAY, (day + 1) * DAY].map(
      time => Date.parse(`${formatted(timezone, new Date(time)).replace(' ', 'T')}Z`) - time,
    )
    ahead = first !== undefined && first === last ? first : null
    if (known.size >= MOST_KNOWN) known.clear()
    known.set(key, ahead)
  }
  return ahead
}

/** The first moment of a date in that time zone. */
export function startOfDay(timezone: string, date: IsoDate): Date {
  const asIfUtc = toUtc(date)
  const offset = (instant: number) =>
    Date.parse(`${wallClock(timezone, new Date(instant)).replace(' ', 'T')}Z`) - instant
  const guess = asIfUtc - offset(asIfUtc)
  return new Date(asIfUtc - offset(guess))
}

const wallFormats = new Map<string, Intl.DateTimeFormat>()

/** The placeholders of a sentence with their days said by `say`. */
export const withDaysSaid = (values: Record<string, unknown>, say: (day: IsoDate) => string) =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' && isIsoDate(value) ? say(value) : value,
    ]),
  )

function wallFormat(timezone: string): Intl.DateTimeFormat {
  const known = wallFormats.get(timezone)
  if (known) return known
  const made = new Intl.DateTimeFormat('sv-SE', {
    timeZone: timezone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  })
  wallFormats.set(timezone, made)
  return made
}

function toUtc(date: IsoDate): number {
  return date.length === 10
    ? Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8)))
    : Number.NaN
}

function fromUtc(time: number): IsoDate {
  return Number.isNaN(time) ? '' : new Date(time).toISOString().slice(0, 10)
}
