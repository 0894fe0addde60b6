import { type CountedClock, countedClocks } from '@/domain/calendar/clock'
import type { IsoDate } from '@/domain/calendar/date'
import { type ListFilter, listOf, unfiltered } from '@/domain/filter/list'
import { several, single } from '@/domain/filter/parameter'
import { day, id, oneWord } from '@/domain/filter/value'

/** The columns of a desk's record of clocks and of its export. An allow-list. */
export const clockColumns = ['number', 'name', 'kind', 'result', 'due', 'done', 'desk', 'officer'] as const
export type ClockColumn = (typeof clockColumns)[number]

export const clockResults = ['kept', 'missed'] as const

/** What a record of clocks shows: one object for its sums, its rows and its export. Without days it is this year's. */
export type ClockFilter = ListFilter<'settled', ClockColumn> & {
  desks: readonly string[]
  kinds: readonly CountedClock[]
  result: (typeof clockResults)[number] | null
  officer: number | 'none' | null
  from: IsoDate | null
  to: IsoDate | null
}

export const defaultClockFilter: ClockFilter = {
  ...unfiltered,
  desks: [],
  kinds: [],
  result: null,
  officer: null,
  from: null,
  to: null,
  sort: { key: 'settled', descending: true },
}

export const clockList = listOf<ClockFilter>({
  name: 'clocks',
  usual: defaultClockFilter,
  fields: ({ deskKeys, personIds }) => ({
    desk: several('desks', oneWord(deskKeys)),
    kind: several('kinds', oneWord(countedClocks)),
    result: single('result', null, oneWord(clockResults)),
    officer: single('officer', null, value => (value === 'none' ? value : id(personIds)(value))),
    from: single('from', null, day),
    to: single('to', null, day),
  }),
  columns: clockColumns,
  usualColumns: clockColumns,
  sortColumn: { settled: 'done' },
  falling: ['settled'],
})

/** From which day to which: what is said, else this year until today. */
export function clockPeriod({ from, to }: Pick<ClockFilter, 'from' | 'to'>, today: IsoDate) {
  const last = to ?? today
  return { from: from ?? (to || from ? '1900-01-01' : `${today.slice(0, 4)}-01-01`), to: last }
}
export const { search: clockSearch } = clockList
