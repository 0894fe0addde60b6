import type { IsoDate } from '@/domain/calendar/date'
import { columnDecimal } from '@/domain/money/column'
import type { Currency } from '@/domain/money/currency'
import { decimalOf, type Money } from '@/domain/money/money'
import type { Locale } from '@/domain/user/user'

/**
 * What stands in a cell, as a value: numbers and dates stay numbers and dates in the file. A decimal is plain digits
 * ("5151.121"), so that nothing is lost before the file's own format. Null is an empty cell.
 */
export type Cell =
  | { kind: 'text'; text: string }
  | { kind: 'integer'; value: number | bigint }
  | { kind: 'decimal'; value: string }
  | { kind: 'money'; value: string; currency: Currency }
  | { kind: 'date'; date: IsoDate }
  | { kind: 'moment'; at: Date; timezone: string }
  | null

export function text(value: string | null | undefined): Cell {
  return value ? { kind: 'text', text: value } : null
}

export function integer(value: number | bigint | null | undefined): Cell {
  return value === null || value === undefined ? null : { kind: 'integer', value }
}

export function decimal(value: string | null | undefined): Cell {
  return value ? { kind: 'decimal', value } : null
}

/** An amount in its own currency, which the cell shows beside the number. */
export function money(value: Money | null | undefined): Cell {
  return value ? { kind: 'money', value: decimalOf(value), currency: value.currency } : null
}

/** CNY fen in the unit that heads the column (万元; en CNY million), all digits kept. */
export function cny(minor: bigint | null | undefined, locale: Locale): Cell {
  return minor === null || minor === undefined
    ? null
    : { kind: 'decimal', value: columnDecimal(minor, locale) }
}

export function date(value: IsoDate | null | undefined): Cell {
  return value ? { kind: 'date', date: value } : null
}

/** A moment, shown to the minute on the wall of that time zone. */
export function moment(at: Date | null | undefined, timezone: string): Cell {
  return at ? { kind: 'moment', at, timezone } : null
}

/**
 * Text that a spreadsheet would take for a formula gets an apostrophe before it: what begins with = + - @ (full width
 * too), tab, CR or LF, spaces before it or not; and what has such an apostrophe already gets another, so that one taken
 * off gives back what it was. Numbers are never text here, so they stay numbers.
 */
export function neutralise(value: string): string {
  return /^'*(?:[\t\r\n]|\s*[=+\-@＝＋－−﹦﹢﹣﹫＠])/.test(value) ? `'${value}` : value
}
