import { getPreference } from '@/db/read/preference'
import type { SearchParams } from '@/domain/filter/parameter'
import { type LeadColumn, shownLeadColumns } from '@/domain/lead/column'
import {
  defaultPageSize,
  type LeadFilter,
  type PageSize,
  pageSizes,
  parseLeadFilter,
} from '@/domain/lead/filter'
import type { Permit } from '@/domain/policy/permit'
import { naming } from '../naming'

type LeadListAsked = {
  filter: LeadFilter
  size: PageSize
  columns: readonly LeadColumn[]
  ignored: string[]
}

/** What list and export begin with: the filter of the address, one's own columns and page size where it does not say. */
export async function askedFor(
  permit: Permit<'lead.read'> | Permit<'lead.export'>,
  params: SearchParams,
): Promise<LeadListAsked> {
  const [{ ref }, own] = await Promise.all([naming(), getPreference(permit, 'leads')])
  const { filter, ignored } = parseLeadFilter(params, {
    deskKeys: ref.desks.map(desk => desk.key),
    industryIds: ref.industries.map(industry => industry.id),
    personIds: ref.people.map(person => person.id),
  })
  const size = filter.size ?? pageSizes.find(one => one === own.size) ?? defaultPageSize
  return { filter, size, columns: shownLeadColumns(filter.columns, own.columns), ignored }
}
