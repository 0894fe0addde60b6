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
import { type CompanyColumn, isCompanyColumn } from './column'
import {
  type CompanyKind,
  type CompanySort,
  companyKinds,
  companySorts,
  type Segment,
  segments,
} from './company'

export const pageSizes = [25, 50, 100] as const
export type PageSize = (typeof pageSizes)[number]
export const defaultPageSize: PageSize = 50

/** What a list of companies shows: one object for table, total and export. `columns` and `size` are null where the address does not say. */
export type CompanyFilter = {
  text: string | null
  countries: readonly CountryCode[]
  kinds: readonly CompanyKind[]
  segments: readonly Segment[]
  industries: readonly number[]
  inZone: boolean | null
  sort: { key: CompanySort; descending: boolean }
  page: number
  size: PageSize | null
  columns: readonly CompanyColumn[] | null
}

export const defaultCompanyFilter: CompanyFilter = {
  text: null,
  countries: [],
  kinds: [],
  segments: [],
  industries: [],
  inZone: null,
  sort: { key: 'name', descending: false },
  page: 1,
  size: null,
  columns: null,
}

export type CompanyFilterOptions = { industryIds?: readonly number[] }

/** The filter that an address asks for. Never throws; names and values that mean nothing come back in `ignored`. */
export function parseCompanyFilter(
  params: SearchParams,
  options: CompanyFilterOptions = {},
): { filter: CompanyFilter; ignored: string[] } {
  const filter: CompanyFilter = { ...defaultCompanyFilter }
  const ignored = takeAddress(parametersWith(options), filter, params)
  if (filter.columns?.length === 0) filter.columns = null
  return { filter, ignored }
}

/** The address of a filter with some changes, `?…` or empty. Any change but of the page begins again on page 1. */
export function companySearch(filter: CompanyFilter, changes: Partial<CompanyFilter> = {}): string {
  const page = Object.keys(changes).length > 0 ? 1 : filter.page
  return sayAddress(unchecked, { ...filter, page, ...changes })
}

/** True when nothing narrows the list; order, page and columns aside. */
export function isDefaultCompanyFilter(filter: CompanyFilter): boolean {
  const { sort, page, size, columns } = defaultCompanyFilter
  return companySearch({ ...filter, sort, page, size, columns }) === ''
}

function parametersWith({ industryIds }: CompanyFilterOptions): Parameters<CompanyFilter> {
  return {
    q: single('text', null, value => (value.length <= 100 ? value : undefined)),
    country: several('countries', word => (isCountryCode(word) ? word : undefined)),
    kind: several('kinds', oneWord(companyKinds)),
    segment: several('segments', oneWord(segments)),
    industry: several('industries', word => {
      const id = wholeNumber(word, 1, Number.MAX_SAFE_INTEGER)
      return id && (!industryIds || industryIds.includes(id)) ? id : undefined
    }),
    inZone: single(
      'inZone',
      null,
      value => ({ yes: true, no: false })[value],
      inside => (inside ? 'yes' : 'no'),
    ),
    sort: {
      take: single<CompanyFilter, 'sort'>('sort', defaultCompanyFilter.sort, readSort).take,
      say({ sort: { key, descending } }) {
        const word = `${descending ? '-' : ''}${key}`
        return word === 'name' ? '' : word
      },
    },
    page: single('page', 1, value => wholeNumber(value, 1, 100_000)),
    size: single('size', null, value => pageSizes.find(size => String(size) === value)),
    columns: {
      take: several<CompanyFilter, 'columns', CompanyColumn>('columns', word =>
        isCompanyColumn(word) ? word : undefined,
      ).take,
      say: ({ columns }) => columns?.join(',') ?? '',
    },
  }
}

function readSort(value: string): CompanyFilter['sort'] | undefined {
  const key = oneWord(companySorts)(value.replace(/^-/, ''))
  return key && { key, descending: value.startsWith('-') }
}

const unchecked = parametersWith({})
