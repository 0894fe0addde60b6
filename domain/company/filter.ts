import type { CountryCode } from '@/domain/country/country'
import { type ListFilter, listOf, unfiltered } from '@/domain/filter/list'
import { several, single } from '@/domain/filter/parameter'
import { country, id, oneWord } from '@/domain/filter/value'
import { type CompanyColumn, companyColumns, companySortColumn, defaultCompanyColumns } from './column'
import { type CompanyKind, type CompanySort, companyKinds, type Segment, segments } from './company'

/** What a list of companies shows: one object for table, total and export. */
export type CompanyFilter = ListFilter<CompanySort, CompanyColumn> & {
  countries: readonly CountryCode[]
  kinds: readonly CompanyKind[]
  segments: readonly Segment[]
  industries: readonly number[]
  /** Any of these tags. */
  tags: readonly number[]
  inZone: boolean | null
}

export const defaultCompanyFilter: CompanyFilter = {
  ...unfiltered,
  countries: [],
  kinds: [],
  segments: [],
  industries: [],
  tags: [],
  inZone: null,
  sort: { key: 'name', descending: false },
}

export const companyList = listOf<CompanyFilter>({
  name: 'companies',
  usual: defaultCompanyFilter,
  fields: ({ industryIds, tagIds }) => ({
    country: several('countries', country),
    kind: several('kinds', oneWord(companyKinds)),
    segment: several('segments', oneWord(segments)),
    industry: several('industries', id(industryIds)),
    tag: several('tags', id(tagIds)),
    inZone: single(
      'inZone',
      null,
      value => ({ yes: true, no: false })[value],
      inside => (inside ? 'yes' : 'no'),
    ),
  }),
  columns: companyColumns,
  usualColumns: defaultCompanyColumns,
  sortColumn: companySortColumn,
  falling: ['number', 'updated'],
})
export const {
  parse: parseCompanyFilter,
  search: companySearch,
  isUsual: isDefaultCompanyFilter,
} = companyList
