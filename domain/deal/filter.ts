import type { IsoDate } from '@/domain/calendar/date'
import type { CountryCode } from '@/domain/country/country'
import { type ListFilter, listOf, unfiltered } from '@/domain/filter/list'
import { flag, several, single, someOrAll } from '@/domain/filter/parameter'
import { country, day, dayOrMoment, id, oneWord, recordNumber, wholeNumber } from '@/domain/filter/value'
import { type DealColumn, dealColumns, dealSortColumn, defaultDealColumns } from './column'
import { type DealSort, type DealStage, type DealStatus, dealStages, dealStatuses } from './deal'
import { tenThousands, yuanText } from './filter-amount'
import { usualWork, type WorkFilter, workParameters } from './filter-work'

export const dealClockFilters = ['overdue', 'soon'] as const
/** What was recorded of a deal: new, moved one way or the other, lost or withdrawn. */
export const dealChangeKinds = ['created', 'forward', 'back', 'lost'] as const
export type DealChangeKind = (typeof dealChangeKinds)[number]

/**
 * What a list of deals shows: one object for table, board, totals and export. Amounts are CNY fen; `event` and
 * `company` are readable numbers, `desks` keys. Approved deals are those of one year (of today, or of the as-of day)
 * unless asked for all. What stands today only (`todaysOnly`) is dropped from an as-of list.
 */
export type DealFilter = ListFilter<DealSort, DealColumn> &
  WorkFilter & {
    desks: readonly string[]
    stages: readonly DealStage[]
    statuses: readonly DealStatus[]
    approved: 'this_year' | 'all' | number
    countries: readonly CountryCode[]
    industries: readonly number[]
    /** Any of these tags. */
    tags: readonly number[]
    officer: number | 'none' | null
    minCny: bigint | null
    maxCny: bigint | null
    createdFrom: IsoDate | null
    createdTo: IsoDate | null
    stageFrom: IsoDate | null
    stageTo: IsoDate | null
    /** By when there must be progress: past, or within two days. */
    clock: (typeof dealClockFilters)[number] | null
    overdue: boolean
    stuck: boolean
    slipped: boolean
    /** Approval expected from one day to another; or on no day yet. */
    expectedFrom: IsoDate | null
    expectedTo: IsoDate | null
    noExpected: boolean
    /** Of what was recorded from one day to another, or from one moment on and before another; without the first it says nothing. */
    change: DealChangeKind | null
    changedFrom: string | null
    changedTo: string | null
    highTech: boolean
    event: string | null
    company: string | null
    asOf: IsoDate | null
  }

export const defaultDealFilter: DealFilter = {
  ...unfiltered,
  ...usualWork,
  desks: [],
  stages: [],
  statuses: ['active'],
  approved: 'this_year',
  countries: [],
  industries: [],
  tags: [],
  officer: null,
  minCny: null,
  maxCny: null,
  createdFrom: null,
  createdTo: null,
  stageFrom: null,
  stageTo: null,
  clock: null,
  overdue: false,
  stuck: false,
  slipped: false,
  expectedFrom: null,
  expectedTo: null,
  noExpected: false,
  change: null,
  changedFrom: null,
  changedTo: null,
  highTech: false,
  event: null,
  company: null,
  asOf: null,
  sort: { key: 'updated', descending: true },
}

/* What has no history. */
const todaysOnly = [
  'clock',
  'overdue',
  'stuck',
  'slipped',
  'expectedFrom',
  'expectedTo',
  'noExpected',
  'change',
  'changedFrom',
  'changedTo',
  'blocked',
  'procedureOverdue',
  'reviewDue',
] as const

const amount = <K extends 'minCny' | 'maxCny'>(key: K) =>
  single<DealFilter, K>(key, null, value => tenThousands(value) ?? undefined, yuanText)

export const dealList = listOf<DealFilter>({
  name: 'deals',
  usual: defaultDealFilter,
  fields: ({ today, deskKeys, industryIds, tagIds }) => ({
    desk: several('desks', oneWord(deskKeys)),
    stage: several('stages', oneWord(dealStages)),
    status: someOrAll('statuses', dealStatuses, defaultDealFilter.statuses),
    approved: single('approved', defaultDealFilter.approved, value =>
      value === 'all' || value === 'this_year' ? value : wholeNumber(1980, 2200)(value),
    ),
    country: several('countries', country),
    industry: several('industries', id(industryIds)),
    tag: several('tags', id(tagIds)),
    officer: single('officer', null, value => (value === 'none' ? value : id()(value))),
    min: amount('minCny'),
    max: amount('maxCny'),
    createdFrom: single('createdFrom', null, day),
    createdTo: single('createdTo', null, day),
    stageFrom: single('stageFrom', null, day),
    stageTo: single('stageTo', null, day),
    clock: single('clock', null, oneWord(dealClockFilters)),
    overdue: flag('overdue'),
    stuck: flag('stuck'),
    slipped: flag('slipped'),
    expectedFrom: single('expectedFrom', null, day),
    expectedTo: single('expectedTo', null, day),
    noExpected: flag('noExpected'),
    change: single('change', null, oneWord(dealChangeKinds)),
    changedFrom: single('changedFrom', null, dayOrMoment),
    changedTo: single('changedTo', null, dayOrMoment),
    ...workParameters<DealFilter>(),
    highTech: flag('highTech'),
    event: single('event', null, recordNumber('E')),
    company: single('company', null, recordNumber('C')),
    asOf: single('asOf', null, value => (today && value > today ? undefined : day(value))),
  }),
  columns: dealColumns,
  usualColumns: defaultDealColumns,
  sortColumn: dealSortColumn,
  falling: ['updated', 'number', 'total'],
  // the days in a stage are its date turned round: most days first is the earliest date first
  turned: ['stage_since'],
  settle(filter) {
    const without = filter.asOf
      ? todaysOnly
      : filter.change && filter.changedFrom
        ? []
        : (['change', 'changedFrom', 'changedTo'] as const)
    const dropped = without.filter(name => filter[name])
    Object.assign(filter, Object.fromEntries(dropped.map(name => [name, defaultDealFilter[name]])))
    return [...dropped]
  },
})
export const { parse: parseDealFilter, search: dealSearch, isUsual: isDefaultDealFilter } = dealList

/** The year whose approvals are listed; null for all of them. */
export function approvedYear(filter: Pick<DealFilter, 'approved' | 'asOf'>, today: IsoDate): number | null {
  if (filter.approved === 'all') return null
  return filter.approved === 'this_year' ? Number((filter.asOf ?? today).slice(0, 4)) : filter.approved
}

/** A status more or less, for the chips; without any the active ones stand. */
export function toggleStatus(filter: DealFilter, status: DealStatus): readonly DealStatus[] {
  const on = filter.statuses.includes(status)
  const kept = dealStatuses.filter(one => (one === status ? !on : filter.statuses.includes(one)))
  return kept.length > 0 ? kept : defaultDealFilter.statuses
}
