import { addDays, type IsoDate, isIsoDate } from '@/domain/calendar/date'
import { type DateParts, datePartsOf } from './date-text'
import type { Raw } from './raw'

export type ReadDate =
  | { ok: true; date: IsoDate }
  | { ok: false; reason: string; values?: Record<string, string> }

/**
 * A day as offices write it: 2026.3.5, 2026年3月5日, 20260305, 3月5日 (in `year`), R8.3.5, 令和8年3月5日, 民國115年3月5日,
 * 二〇二六年三月五日, 5 March 2026, the number of a spreadsheet's day. With `partial`, 2026年3月 and 2026 are their first day.
 * Reasons: `date.unreadable`, `sheet.cell.day_missing|year_missing|date_ambiguous|no_such_day`.
 */
export function readDate(
  raw: NonNullable<Raw>,
  { partial, year }: { partial: boolean; year: number | null },
): ReadDate {
  if (raw.kind === 'date') return { ok: true, date: raw.date }
  if (raw.kind === 'number') return fromNumber(raw.value, partial)
  if (raw.kind !== 'text') return no('date.unreadable')
  const parts = datePartsOf(raw.text)
  if (!parts) return no('date.unreadable')
  if (parts === 'ambiguous') return no('sheet.cell.date_ambiguous')
  return whole({ ...parts, year: parts.year ?? year }, partial)
}

/** 46086, 20260305, and with less: 202603, 2026. */
function fromNumber(value: string, partial: boolean): ReadDate {
  if (/^(?:19|20|21)\d{6}$/.test(value))
    return whole({ year: +value.slice(0, 4), month: +value.slice(4, 6), day: +value.slice(6) }, partial)
  if (/^(?:19|20)\d\d(?:0[1-9]|1[0-2])$/.test(value))
    return whole({ year: +value.slice(0, 4), month: +value.slice(4), day: null }, partial)
  if (/^(?:19|20)\d\d$/.test(value)) return whole({ year: +value, month: null, day: null }, partial)
  // as a number 2026.10 has lost its zero
  const month = /^((?:19|20)\d\d)\.(\d{1,2})$/.exec(value)
  if (month?.[2] === '1') return no('sheet.cell.date_ambiguous')
  if (month) return whole({ year: Number(month[1]), month: Number(month[2]), day: null }, partial)
  const serial = /^\d{5}(?:\.\d+)?$/.test(value) ? Math.floor(Number(value)) : 0
  return serial >= 10_000 ? { ok: true, date: addDays('1899-12-30', serial) } : no('date.unreadable')
}

function whole({ year, month, day }: DateParts, partial: boolean): ReadDate {
  if (year === null) return no('sheet.cell.year_missing')
  if ((month === null || day === null) && !partial) return no('sheet.cell.day_missing')
  const date = `${year}-${two(month ?? 1)}-${two(day ?? 1)}`
  return isIsoDate(date) ? { ok: true, date } : no('sheet.cell.no_such_day')
}

const two = (value: number) => String(value).padStart(2, '0')
const no = (reason: string): ReadDate => ({ ok: false, reason })
