import { type IsoDate, isIsoDate } from '@/domain/calendar/date'
import { type CountryCode, isCountryCode } from '@/domain/country/country'
import {
  flag,
  oneWord,
  type Parameters,
  type SearchParams,
  sayAddress,
  several,
  single,
  takeAddress,
  wholeNumber,
} from '@/domain/filter/parameter'
import { type DealColumn, isDealColumn } from './column'
import { type DealSort, type DealStage, type DealStatus, dealSorts, dealStages, dealStatuses } from './deal'
import { tenThousands, yuanText } from './filter-amount'

export const pageSizes = [25, 50, 100] as const
export type PageSize = (typeof pageSizes)[number]
export const defaultPageSize: PageSize = 50

/**
 * What a list of deals shows: one object for table, board, totals and export. Amounts are CNY fen; `event` and
 * `company` are readable numbers, `desks` keys. `columns` and `size` are null where the address does not say: then the
 * person's own choice counts. Approved deals are those of one year (of today, or of the as-of day) unless asked for
 * all. `overdue` and `stuck` stand today only and are dropped from an as-of list.
 */
export type DealFilter = {
  text: string | null
  desks: readonly string[]
  stages: readonly DealStage[]
  statuses: readonly DealStatus[]
  approved: 'this_year' | 'all' | number
  countries: readonly CountryCode[]
  industries: readonly number[]
  officer: number | 'none' | null
  minCny: bigint | null
  maxCny: bigint | null
  createdFrom: IsoDate | null
  createdTo: IsoDate | null
  stageFrom: IsoDate | null
  stageTo: IsoDate | null
  overdue: boolean
  stuck: boolean
  highTech: boolean
  event: string | null
  company: string | null
  asOf: IsoDate | null
  sort: { key: DealSort; descending: boolean }
  page: number
  size: PageSize | null
  columns: readonly DealColumn[] | null
}

export const defaultDealFilter: DealFilter = {
  text: null,
  desks: [],
  stages: [],
  statuses: ['active'],
  approved: 'this_year',
  countries: [],
  industries: [],
  officer: null,
  minCny: null,
  maxCny: null,
  createdFrom: null,
  createdTo: null,
  stageFrom: null,
  stageTo: null,
  overdue: false,
  stuck: false,
  highTech: false,
  event: null,
  company: null,
  asOf: null,
  sort: { key: 'updated', descending: true },
  page: 1,
  size: null,
  columns: null,
}

/** What the address may name. A list that is left out is not checked. */
export type DealFilterOptions = {
  today: IsoDate
  deskKeys?: readonly string[]
  industryIds?: readonly number[]
}

/**
 * The filter that an address asks for. Never throws, whatever stands there; names and values that mean nothing come
 * back in `ignored` (`colour`, `stage=done`), so that the page can say so.
 */
export function parseDealFilter(
  params: SearchParams,
  options: DealFilterOptions,
): { filter: DealFilter; ignored: string[] } {
  const filter: DealFilter = { ...defaultDealFilter }
  const ignored = takeAddress(parametersWith(options), filter, params)
  if (filter.statuses.length === 0) filter.statuses = defaultDealFilter.statuses
  if (filter.columns?.length === 0) filter.columns = null
  if (filter.asOf) {
    ignored.push(...(['overdue', 'stuck'] as const).filter(name => filter[name]))
    Object.assign(filter, { overdue: false, stuck: false })
  }
  return { filter, ignored }
}

/**
 * The address of a filter with some changes, `?…` or empty; what is as by default is left out. Any change but of the
 * page itself begins again on page 1.
 */
export function dealSearch(filter: DealFilter, changes: Partial<DealFilter> = {}): string {
  const page = Object.keys(changes).length > 0 ? 1 : filter.page
  return sayAddress(unchecked, { ...filter, page, ...changes })
}

/** True when nothing narrows the list beyond what it shows by itself; order, page and columns aside. */
export function isDefaultDealFilter(filter: DealFilter): boolean {
  const { sort, page, size, columns } = defaultDealFilter
  return dealSearch({ ...filter, sort, page, size, columns }) === ''
}

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

const day = (value: string) => (isIsoDate(value) ? value : undefined)
const text = (most: number) => (value: string) => (value.length <= most ? value : undefined)
const recordNumber = (value: string) => (/^[A-Z]-\d{4}-\d{4,9}$/.test(value) ? value : undefined)

function readSort(value: string): DealFilter['sort'] | undefined {
  const key = oneWord(dealSorts)(value.replace(/^-/, ''))
  return key && { key, descending: value.startsWith('-') }
}

function parametersWith({
  today,
  deskKeys,
  industryIds,
}: Partial<DealFilterOptions>): Parameters<DealFilter> {
  const usual = defaultDealFilter
  const date = (key: 'createdFrom' | 'createdTo' | 'stageFrom' | 'stageTo') =>
    single<DealFilter, typeof key>(key, null, day)
  const amount = (key: 'minCny' | 'maxCny') =>
    single<DealFilter, typeof key>(key, null, value => tenThousands(value) ?? undefined, yuanText)
  return {
    q: single('text', usual.text, text(100)),
    desk: several('desks', word => (!deskKeys || deskKeys.includes(word) ? word : undefined)),
    stage: several('stages', oneWord(dealStages)),
    status: statusParameter,
    approved: single('approved', usual.approved, value =>
      value === 'all' || value === 'this_year' ? value : wholeNumber(value, 1980, 2200),
    ),
    country: several('countries', word => (isCountryCode(word) ? word : undefined)),
    industry: several('industries', word => {
      const id = wholeNumber(word, 1, Number.MAX_SAFE_INTEGER)
      return id && (!industryIds || industryIds.includes(id)) ? id : undefined
    }),
    officer: single('officer', usual.officer, value =>
      value === 'none' ? value : wholeNumber(value, 1, Number.MAX_SAFE_INTEGER),
    ),
    min: amount('minCny'),
    max: amount('maxCny'),
    createdFrom: date('createdFrom'),
    createdTo: date('createdTo'),
    stageFrom: date('stageFrom'),
    stageTo: date('stageTo'),
    overdue: flag('overdue'),
    stuck: flag('stuck'),
    highTech: flag('highTech'),
    event: single('event', usual.event, recordNumber),
    company: single('company', usual.company, recordNumber),
    asOf: single('asOf', usual.asOf, value =>
      isIsoDate(value) && (!today || value <= today) ? value : undefined,
    ),
    sort: sortParameter,
    page: single('page', usual.page, value => wholeNumber(value, 1, 100_000)),
    size: single('size', usual.size, value => pageSizes.find(size => String(size) === value)),
    columns: columnsParameter,
  }
}

const statusParameter: Parameters<DealFilter>[string] = {
  take(filter, values) {
    if (values.includes('all')) {
      filter.statuses = dealStatuses
      return []
    }
    return several<DealFilter, 'statuses', DealStatus>('statuses', oneWord(dealStatuses)).take(filter, values)
  },
  say({ statuses }) {
    if (dealStatuses.every(status => statuses.includes(status))) return 'all'
    return statuses.length === 1 && statuses[0] === 'active' ? '' : statuses.join(',')
  },
}

const sortParameter: Parameters<DealFilter>[string] = {
  take: single<DealFilter, 'sort'>('sort', defaultDealFilter.sort, readSort).take,
  say: ({ sort: { key, descending } }) => {
    const word = `${descending ? '-' : ''}${key}`
    return word === '-updated' ? '' : word
  },
}

const columnsParameter: Parameters<DealFilter>[string] = {
  take: several<DealFilter, 'columns', DealColumn>('columns', word => (isDealColumn(word) ? word : undefined))
    .take,
  say: ({ columns }) => columns?.join(',') ?? '',
}

const unchecked = parametersWith({})
