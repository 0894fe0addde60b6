import { addDays, addMonths, type IsoDate, lastDayOfMonth } from '@/domain/calendar/date'
import { type ListFilter, listOf, unfiltered } from '@/domain/filter/list'
import { several, single } from '@/domain/filter/parameter'
import { day, id, oneWord } from '@/domain/filter/value'
import { type BasisKey, basisKeys } from './basis'
import { type Side, sides } from './capital'

/** What a figure counts, and which rows stand below: promises, what is still to come, what came. */
export const capitalSets = ['overdue', 'expected', 'received', 'waiting', 'committed', 'approved'] as const
export type CapitalSet = (typeof capitalSets)[number]

export const capitalColumns = [
  'number',
  'name',
  'party',
  'origin',
  'form',
  'date',
  'amount',
  'cny',
  'state',
  'voucher',
  'desk',
  'officer',
] as const
export type CapitalColumn = (typeof capitalColumns)[number]

/**
 * The page of capital: figures, chart and sums per desk of one filter, and below them the rows of one of the sets. `bucket`
 * narrows the rows alone, to a month or year of the chart, or to what comes after the period. Without days it is this year, or that of the earlier day as of
 * which it is asked.
 */
export type CapitalFilter = ListFilter<'date' | 'cny', CapitalColumn> & {
  set: CapitalSet
  bucket: string | null
  desks: readonly string[]
  side: Side | null
  basis: BasisKey | null
  officer: number | 'none' | null
  from: IsoDate | null
  to: IsoDate | null
  asOf: IsoDate | null
}

export const usualCapitalFilter: CapitalFilter = {
  ...unfiltered,
  set: 'overdue',
  bucket: null,
  desks: [],
  side: null,
  basis: null,
  officer: null,
  from: null,
  to: null,
  asOf: null,
  sort: { key: 'date', descending: false },
}

export const capitalList = listOf<CapitalFilter>({
  name: 'capital',
  usual: usualCapitalFilter,
  fields: ({ today, deskKeys }) => ({
    desk: several('desks', oneWord(deskKeys)),
    side: single('side', null, oneWord(sides)),
    basis: single('basis', null, oneWord(basisKeys)),
    officer: single('officer', null, value => (value === 'none' ? value : id()(value))),
    from: single('from', null, day),
    to: single('to', null, day),
    asOf: single('asOf', null, value => (today && value > today ? undefined : day(value))),
    set: single('set', 'overdue', oneWord(capitalSets)),
    bucket: single('bucket', null, value =>
      /^(\d{4}(-(0[1-9]|1[0-2]))?|later)$/.test(value) ? value : undefined,
    ),
  }),
  columns: capitalColumns,
  usualColumns: ['number', 'name', 'party', 'form', 'date', 'amount', 'cny', 'state', 'desk'],
  sortColumn: { date: 'date', cny: 'cny' },
  falling: ['cny'],
  settle(filter) {
    if (!filter.from || !filter.to || filter.from <= filter.to) return []
    const ignored = `from=${filter.from}`
    filter.from = null
    return [ignored]
  },
})

/** From which day to which: what is said, else this year, or that of an earlier day. */
export function capitalPeriod(
  { from, to, asOf = null }: Pick<CapitalFilter, 'from' | 'to'> & { asOf?: IsoDate | null },
  today: IsoDate,
) {
  const year = (from ?? to ?? asOf ?? today).slice(0, 4)
  const first = from ?? `${year}-01-01`
  return { from: first, to: to ?? (`${year}-12-31` > first ? `${year}-12-31` : first) }
}

/** More months than that are drawn as years. */
const MOST_MONTHS = 24
const MOST_YEARS = 40

/** The months of a period in their order, `2026-08`; of a long one its years, `2026`. */
export function bucketsOf({ from, to }: { from: IsoDate; to: IsoDate }): string[] {
  const months: string[] = []
  for (
    let month = `${from.slice(0, 7)}-01`;
    month <= to && months.length <= MOST_MONTHS;
    month = addMonths(month, 1)
  )
    months.push(month.slice(0, 7))
  if (months.length <= MOST_MONTHS) return months
  const first = Number(from.slice(0, 4))
  const count = Math.min(MOST_YEARS, Number(to.slice(0, 4)) - first + 1)
  return Array.from({ length: count }, (_, index) => String(first + index))
}

/** The days of the rows: of the period, or of one bucket within it. */
export function bucketDays(bucket: string | null, period: { from: IsoDate; to: IsoDate }) {
  if (bucket === null) return period
  if (bucket === 'later') return { from: addDays(period.to, 1), to: '2199-12-31' }
  const days =
    bucket.length === 4
      ? { from: `${bucket}-01-01`, to: `${bucket}-12-31` }
      : { from: `${bucket}-01`, to: lastDayOfMonth(`${bucket}-01`) }
  return {
    from: days.from > period.from ? days.from : period.from,
    to: days.to < period.to ? days.to : period.to,
  }
}
