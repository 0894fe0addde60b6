import { addDays, daysBetween, type IsoDate, isIsoDate, yearOf } from './date'

export type NoticeFault = { reason: string; values: Record<string, string | number> }
export type ReadDays = { ok: true; days: IsoDate[] } | ({ ok: false } & NoticeFault)

/** A notice names days up to so far outside of its year: the weekend before New Year, worked for it. */
const NEAR = 45
const LONGEST = 31

/**
 * The days of a notice as an office writes them: single ones and spans, by lines, commas or semicolons: `2027-02-06`,
 * `2月6日至2月12日`, `2月6日—12日`, `2/6 ~ 2/12`, `2027年2月6日`. Without a year it is the notice's. A word at the end of
 * a piece (春节) is passed over.
 */
export function readNoticeDays(text: string, year: number): ReadDays {
  const days = new Set<IsoDate>()
  for (const piece of text
    .split(/[\n,，、;；]+/)
    .map(one => one.normalize('NFKC').trim())
    .filter(Boolean)) {
    const span = readSpan(piece, year)
    if (!span) return { ok: false, reason: 'admin.work.unreadable', values: { text: piece.slice(0, 60) } }
    const [from, to] = span
    const length = daysBetween(from, to) + 1
    if (length < 1 || length > LONGEST)
      return { ok: false, reason: 'admin.work.too_long', values: { text: piece.slice(0, 60) } }
    for (let at = 0; at < length; at += 1) {
      const date = addDays(from, at)
      if (!near(date, year)) return { ok: false, reason: 'admin.work.other_year', values: { date, year } }
      days.add(date)
    }
  }
  return { ok: true, days: [...days].sort() }
}

/** The same days in few words, to be read again: a span a line. */
export function sayNoticeDays(days: readonly IsoDate[]): string {
  const spans: [IsoDate, IsoDate][] = []
  for (const day of [...days].sort()) {
    const last = spans.at(-1)
    if (last && addDays(last[1], 1) === day && daysBetween(last[0], day) < LONGEST) last[1] = day
    else spans.push([day, day])
  }
  return spans.map(([from, to]) => (from === to ? from : `${from} ~ ${to}`)).join('\n')
}

const DATE = /^(?:(\d{4})(?:-|\/|\.|年))?(\d{1,2})(?:-|\/|\.|月)(\d{1,2})日?/
const DAY = /^(\d{1,2})日?/
const TO = /^\s*(?:至|到|~|〜|—+|–|to|-)\s*/

function readSpan(piece: string, year: number): [IsoDate, IsoDate] | null {
  const first = DATE.exec(piece)
  const from = first && isoOf(first[1] ?? year, first[2], first[3])
  if (!first || !from) return null
  const rest = piece.slice(first[0].length)
  const to = TO.exec(rest)
  if (!to) return isWord(rest) ? [from, from] : null
  const end = rest.slice(to[0].length)
  const last = DATE.exec(end)
  const day = last ? null : DAY.exec(end)
  const until = last
    ? isoOf(last[1] ?? yearOf(from), last[2], last[3])
    : day && isoOf(yearOf(from), from.slice(5, 7), day[1])
  const tail = end.slice((last ?? day)?.[0].length ?? 0)
  return until && isWord(tail) ? [from, until] : null
}

/** What follows the days: nothing, or a name without digits, with or without brackets. */
const isWord = (text: string) => /^[^\d]{0,20}$/.test(text)

function isoOf(year: string | number, month = '', day = ''): IsoDate | null {
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isIsoDate(iso) ? iso : null
}

const near = (date: IsoDate, year: number) =>
  date >= addDays(`${year}-01-01`, -NEAR) && date <= addDays(`${year}-12-31`, NEAR)
