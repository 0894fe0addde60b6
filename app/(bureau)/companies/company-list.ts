import { getPreference } from '@/db/read/preference'
import { type CompanyColumn, defaultCompanyColumns, isCompanyColumn } from '@/domain/company/column'
import {
  type CompanyFilter,
  defaultPageSize,
  type PageSize,
  pageSizes,
  parseCompanyFilter,
} from '@/domain/company/filter'
import type { SearchParams } from '@/domain/filter/parameter'
import type { Permit } from '@/domain/policy/permit'
import { naming } from '../naming'

export type CompanyListAsked = {
  /** With the person's own page size where the address does not say. */
  filter: CompanyFilter & { size: PageSize }
  columns: readonly CompanyColumn[]
  ignored: string[]
}

/** What list and file begin with: the filter of the address, one's own choices. */
export async function askedFor(permit: Permit, params: SearchParams): Promise<CompanyListAsked> {
  const [{ ref }, own] = await Promise.all([naming(), getPreference(permit, 'companies')])
  const { filter, ignored } = parseCompanyFilter(params, {
    industryIds: ref.industries.map(industry => industry.id),
  })
  const kept = (own.columns ?? []).filter(isKnown)
  const size = filter.size ?? pageSizes.find(one => one === own.size) ?? defaultPageSize
  const columns = filter.columns ?? (kept.length > 0 ? kept : defaultCompanyColumns)
  return { filter: { ...filter, size }, columns, ignored }
}

const isKnown = (word: unknown): word is CompanyColumn => typeof word === 'string' && isCompanyColumn(word)
