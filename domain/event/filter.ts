import { type CountryCode, isCountryCode } from '@/domain/country/country'
import {
  oneWord,
  type Parameters,
  type SearchParams,
  sayAddress,
  several,
  single,
  takeAddress,
  wholeNumber,
} from '@/domain/filter/parameter'
import { type EventColumn, isEventColumn } from './column'
import { type EventKind, type EventSort, eventKinds, eventSorts } from './event'

export const pageSizes = [25, 50, 100] as const
export type PageSize = (typeof pageSizes)[number]
export const defaultPageSize: PageSize = 50

/** What a list of events shows: one object for table, total and export. `desks` are keys; `year` is one in which it takes place. */
export type EventFilter = {
  text: string | null
  kinds: readonly EventKind[]
  desks: readonly string[]
  year: number | null
  countries: readonly CountryCode[]
  sort: { key: EventSort; descending: boolean }
  page: number
  size: PageSize | null
  columns: readonly EventColumn[] | null
}

export const defaultEventFilter: EventFilter = {
  text: null,
  kinds: [],
  desks: [],
  year: null,
  countries: [],
  sort: { key: 'starts', descending: true },
  page: 1,
  size: null,
  columns: null,
}

export type EventFilterOptions = { deskKeys?: readonly string[] }

/** The filter that an address asks for. Never throws; names and values that mean nothing come back in `ignored`. */
export function parseEventFilter(
  params: SearchParams,
  options: EventFilterOptions = {},
): { filter: EventFilter; ignored: string[] } {
  const filter: EventFilter = { ...defaultEventFilter }
  const ignored = takeAddress(parametersWith(options), filter, params)
  if (filter.columns?.length === 0) filter.columns = null
  return { filter, ignored }
}

/** The address of a filter with some changes, `?…` or empty. Any change but of the page begins again on page 1. */
export function eventSearch(filter: EventFilter, changes: Partial<EventFilter> = {}): string {
  const page = Object.keys(changes).length > 0 ? 1 : filter.page
  return sayAddress(unchecked, { ...filter, page, ...changes })
}

/** True when nothing narrows the list; order, page and columns aside. */
export function isDefaultEventFilter(filter: EventFilter): boolean {
  const { sort, page, size, columns } = defaultEventFilter
  return eventSearch({ ...filter, sort, page, size, columns }) === ''
}

function parametersWith({ deskKeys }: EventFilterOptions): Parameters<EventFilter> {
  return {
    q: single('text', null, value => (value.length <= 100 ? value : undefined)),
    kind: several('kinds', oneWord(eventKinds)),
    desk: several('desks', word => (!deskKeys || deskKeys.includes(word) ? word : undefined)),
    year: single('year', null, value => wholeNumber(value, 1980, 2200)),
    country: several('countries', word => (isCountryCode(word) ? word : undefined)),
    sort: {
      take: single<EventFilter, 'sort'>('sort', defaultEventFilter.sort, readSort).take,
      say({ sort: { key, descending } }) {
        const word = `${descending ? '-' : ''}${key}`
        return word === '-starts' ? '' : word
      },
    },
    page: single('page', 1, value => wholeNumber(value, 1, 100_000)),
    size: single('size', null, value => pageSizes.find(size => String(size) === value)),
    columns: {
      take: several<EventFilter, 'columns', EventColumn>('columns', word =>
        isEventColumn(word) ? word : undefined,
      ).take,
      say: ({ columns }) => columns?.join(',') ?? '',
    },
  }
}

function readSort(value: string): EventFilter['sort'] | undefined {
  const key = oneWord(eventSorts)(value.replace(/^-/, ''))
  return key && { key, descending: value.startsWith('-') }
}

const unchecked = parametersWith({})
