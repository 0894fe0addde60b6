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
import { isLeadColumn, type LeadColumn } from './column'
import { type LeadSort, type LeadStage, leadSorts, leadStages, type Source, sources } from './lead'
import { isOpen } from './stage'

export const pageSizes = [25, 50, 100] as const
export type PageSize = (typeof pageSizes)[number]
export const defaultPageSize: PageSize = 50
const clockFilters = ['overdue', 'soon'] as const

/**
 * What a list of leads shows: one object for the table, its total and its export. `desks` are keys, `event` and `company`
 * readable numbers. Without stages those that still stand on the ladder are listed. `columns` and `size` are null where
 * the address does not say: then the person's own choice counts.
 */
export type LeadFilter = {
  text: string | null
  desks: readonly string[]
  stages: readonly LeadStage[]
  countries: readonly CountryCode[]
  industries: readonly number[]
  officer: number | 'none' | null
  sources: readonly Source[]
  event: string | null
  company: string | null
  clock: (typeof clockFilters)[number] | null
  unrouted: boolean
  createdFrom: IsoDate | null
  createdTo: IsoDate | null
  sort: { key: LeadSort; descending: boolean }
  page: number
  size: PageSize | null
  columns: readonly LeadColumn[] | null
}

export const defaultLeadFilter: LeadFilter = {
  text: null,
  desks: [],
  stages: [],
  countries: [],
  industries: [],
  officer: null,
  sources: [],
  event: null,
  company: null,
  clock: null,
  unrouted: false,
  createdFrom: null,
  createdTo: null,
  sort: { key: 'clock', descending: false },
  page: 1,
  size: null,
  columns: null,
}

/** What the address may name. A list that is left out is not checked. */
type LeadFilterOptions = {
  deskKeys?: readonly string[]
  industryIds?: readonly number[]
  personIds?: readonly number[]
}

/** The filter that an address asks for. Never throws; names and values that mean nothing come back in `ignored`. */
export function parseLeadFilter(
  params: SearchParams,
  options: LeadFilterOptions = {},
): { filter: LeadFilter; ignored: string[] } {
  const filter: LeadFilter = { ...defaultLeadFilter }
  const ignored = takeAddress(parametersWith(options), filter, params)
  if (filter.columns?.length === 0) filter.columns = null
  return { filter, ignored }
}

/** The address of a filter with some changes, `?…` or empty. Any change but of the page begins again on page 1. */
export function leadSearch(filter: LeadFilter, changes: Partial<LeadFilter> = {}): string {
  const page = Object.keys(changes).length > 0 ? 1 : filter.page
  return sayAddress(unchecked, { ...filter, page, ...changes })
}

/** True when nothing narrows the list beyond what it shows by itself; order, page and columns aside. */
export function isDefaultLeadFilter(filter: LeadFilter): boolean {
  const { sort, page, size, columns } = defaultLeadFilter
  return leadSearch({ ...filter, sort, page, size, columns }) === ''
}

/** The stages that a filter lets through. */
export const stagesOf = (filter: Pick<LeadFilter, 'stages'>): readonly LeadStage[] =>
  filter.stages.length > 0 ? filter.stages : leadStages.filter(isOpen)

const day = (value: string) => (isIsoDate(value) ? value : undefined)
const id = (ids?: readonly number[]) => (word: string) => {
  const found = wholeNumber(word, 1, Number.MAX_SAFE_INTEGER)
  return found !== undefined && (!ids || ids.includes(found)) ? found : undefined
}
const numbered = (letter: string) => (value: string) =>
  new RegExp(`^${letter}-\\d{4}-\\d{4,9}$`).test(value) ? value : undefined

function parametersWith({ deskKeys, industryIds, personIds }: LeadFilterOptions): Parameters<LeadFilter> {
  const officer = id(personIds)
  return {
    q: single('text', null, value => (value.length <= 100 ? value : undefined)),
    desk: several('desks', word => (!deskKeys || deskKeys.includes(word) ? word : undefined)),
    stage: stageParameter,
    country: several('countries', word => (isCountryCode(word) ? word : undefined)),
    industry: several('industries', id(industryIds)),
    officer: single('officer', null, value => (value === 'none' ? value : officer(value))),
    source: several('sources', oneWord(sources)),
    event: single('event', null, numbered('E')),
    company: single('company', null, numbered('C')),
    clock: single('clock', null, oneWord(clockFilters)),
    unrouted: flag('unrouted'),
    from: single('createdFrom', null, day),
    to: single('createdTo', null, day),
    sort: sortParameter,
    page: single('page', 1, value => wholeNumber(value, 1, 100_000)),
    size: single('size', null, value => pageSizes.find(size => String(size) === value)),
    columns: columnsParameter,
  }
}

const stageParameter: Parameters<LeadFilter>[string] = {
  take(filter, values) {
    if (values.includes('all')) {
      filter.stages = leadStages
      return []
    }
    return several<LeadFilter, 'stages', LeadStage>('stages', oneWord(leadStages)).take(filter, values)
  },
  say: ({ stages }) => (stages.length === leadStages.length ? 'all' : stages.join(',')),
}

function readSort(value: string): LeadFilter['sort'] | undefined {
  const key = oneWord(leadSorts)(value.replace(/^-/, ''))
  return key && { key, descending: value.startsWith('-') }
}

const sortParameter: Parameters<LeadFilter>[string] = {
  take: single<LeadFilter, 'sort'>('sort', defaultLeadFilter.sort, readSort).take,
  say({ sort: { key, descending } }) {
    const word = `${descending ? '-' : ''}${key}`
    return word === 'clock' ? '' : word
  },
}

const columnsParameter: Parameters<LeadFilter>[string] = {
  take: several<LeadFilter, 'columns', LeadColumn>('columns', word => (isLeadColumn(word) ? word : undefined))
    .take,
  say: ({ columns }) => columns?.join(',') ?? '',
}

const unchecked = parametersWith({})
