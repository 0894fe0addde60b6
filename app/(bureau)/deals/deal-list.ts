import { page } from '@/access/page'
import { getPreference } from '@/db/read/preference'
import { type DealColumn, defaultDealColumns, isDealColumn } from '@/domain/deal/column'
import {
  type DealFilter,
  defaultPageSize,
  type PageSize,
  pageSizes,
  parseDealFilter,
} from '@/domain/deal/filter'
import type { SearchParams } from '@/domain/filter/parameter'
import type { Permit } from '@/domain/policy/permit'
import { naming } from '../naming'

export type DealListAsked = {
  /** With the person's own columns and page size where the address does not say. */
  filter: DealFilter & { size: PageSize }
  columns: readonly DealColumn[]
  ignored: string[]
}

/** What table and board begin with: the gate, the filter of the address, one's own choices. */
export async function askedFor(
  searchParams: Promise<SearchParams>,
): Promise<DealListAsked & { permit: Permit<'deal.read'> }> {
  const permit = await page('deal.read')
  return { permit, ...(await dealListAsked(permit, await searchParams)) }
}

/** The filter of the address with one's own choices; the same for the export. */
export async function dealListAsked(permit: Permit, params: SearchParams): Promise<DealListAsked> {
  const [{ ref }, own] = await Promise.all([naming(), getPreference(permit, 'deals')])
  const { filter, ignored } = parseDealFilter(params, {
    today: ref.today,
    deskKeys: ref.desks.map(desk => desk.key),
    industryIds: ref.industries.map(industry => industry.id),
  })
  const kept = (own.columns ?? []).filter(isKnown)
  const size = filter.size ?? pageSizes.find(one => one === own.size) ?? defaultPageSize
  const columns = filter.columns ?? (kept.length > 0 ? kept : defaultDealColumns)
  return { filter: { ...filter, size }, columns, ignored }
}

const isKnown = (word: unknown): word is DealColumn => typeof word === 'string' && isDealColumn(word)
