import { getPreference } from '@/db/read/preference'
import {
  type ColumnOf,
  defaultPageSize,
  type List,
  type ListFilter,
  type PageSize,
  pageSizes,
} from '@/domain/filter/list'
import type { SearchParams } from '@/domain/filter/parameter'
import type { Permit } from '@/domain/policy/permit'
import { naming } from './naming'

export type Asked<F extends ListFilter> = {
  /** With the person's own page size where the address does not say. */
  filter: F & { size: PageSize }
  columns: readonly ColumnOf<F>[]
  ignored: readonly string[]
}

/** What table, board and file of a list begin with: the filter of the address, and one's own choices. */
export async function listAsked<F extends ListFilter>(
  list: List<F>,
  permit: Permit,
  params: SearchParams,
): Promise<Asked<F>> {
  const [known, own] = await Promise.all([knownNames(), getPreference(permit, list.name)])
  const { filter, ignored } = list.parse(params, known)
  const size = filter.size ?? pageSizes.find(one => one === own.size) ?? defaultPageSize
  return { filter: { ...filter, size }, columns: list.shown(filter.columns, own.columns), ignored }
}

/** What the address of a list may name. */
export async function knownNames() {
  const { ref } = await naming()
  return {
    today: ref.today,
    deskKeys: ref.desks.map(desk => desk.key),
    industryIds: ref.industries.map(industry => industry.id),
    personIds: ref.people.map(person => person.id),
  }
}
