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
  const time = instant.getTime()
  const ahead = aheadOn(timezone, Math.floor(time / DAY))
  return ahead === null ? formatted(timezone, instant).slice(0, 10) : fromUtc(time + ahead)
}

/** Date and time on the wall: '2026-07-01 00:30:00'. */
export function wallClock(timezone: string, instant: Date): string {
  const time = instant.getTime()
  const ahead = aheadOn(timezone, Math.floor(time / DAY))
  if (ahead === null) return formatted(timezone, instant)
  const second = Math.floor((time + ahead) / 1000)
  const ofDay = second - Math.floor(second / 86_400) * 86_400
  const [hour, minute] = [Math.floor(ofDay / 3600), Math.floor(ofDay / 60) % 60]
  return `${fromUtc(time + ahead)} ${twoDigits[hour]}:${twoDigits[minute]}:${twoDigits[ofDay % 60]}`
}

const twoDigits = Array.from({ length: 60 }, (_, number) => String(number).padStart(2, '0'))

const formatted = (timezone: string, instant: Date) => wallFormat(timezone).format(instant).replace(', ', ' ')

const aheads = new Map<string, Map<number, number | null>>()

/**
 * How far the wall is ahead of UTC all through that day of UTC, in ms; null where it changes in it. A list of a hundred
 * thousand rows asks for a few thousand days, and the format takes ten times as long.
 */
function aheadOn(timezone: string, day: number): number | null {
  const known = aheads.get(timezone) ?? new Map<number, number | null>()
  aheads.set(timezone, known)
  let ahead = known.get(day)
  if (ahead === undefined) {
    const [first, last] = [day * DAY, (day + 1) * DAY].map(
      time => Date.parse(`${formatted(timezone, new Date(time)).replace(' ', 'T')}Z`) - time,
    )
    ahead = first !== undefined && first === last ? first : null
    keep(known, day, ahead)
  }
  return ahead
}

/** A few hundred years of days; whoever asks for more begins anew. */
const MOST_DAYS = 100_000
function keep<V>(known: Map<number, V>, day: number, value: V): V {
  if (known.size >= MOST_DAYS) known.clear()
  known.set(day, value)
  return value
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
  return Date.parse(`${date}T00:00:00Z`)
}

const dates = new Map<number, IsoDate>()

function fromUtc(time: number): IsoDate {
  if (Number.isNaN(time)) return ''
  const day = Math.floor(time / DAY)
  return dates.get(day) ?? keep(dates, day, new Date(time).toISOString().slice(0, 10))
}
