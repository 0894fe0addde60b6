import { cache } from 'react'
import { page } from '@/access/page'
import { getListSetting } from '@/db/read/list-setting'
import {
  type ColumnOf,
  defaultPageSize,
  type List,
  type ListFilter,
  type PageSize,
  pageSizes,
} from '@/domain/filter/list'
import type { SearchParams } from '@/domain/filter/parameter'
import type { View } from '@/domain/view/view'
import { naming } from './naming'

export type Asked<F extends ListFilter> = {
  /** With the person's own page size where the address does not say. */
  filter: F & { size: PageSize }
  columns: readonly ColumnOf<F>[]
  ignored: readonly string[]
  views: readonly View[]
  /** The view where this person begins. */
  home: number | null
}

/** One's own choices for a list, its views and the tags: read once a request. */
export const listSetting = cache(async (list: string) => getListSetting(await page('reference.read'), list))

/** What table, board and file of a list begin with: the filter of the address, and one's own choices. */
export async function listAsked<F extends ListFilter>(
  list: List<F>,
  params: SearchParams,
): Promise<Asked<F>> {
  const [known, own] = await Promise.all([knownNames(), listSetting(list.name)])
  const { filter, ignored } = list.parse(params, {
    ...known,
    tagIds: own.tags.map(tag => tag.id),
    viewIds: own.views.map(view => view.id),
  })
  const size = filter.size ?? pageSizes.find(one => one === own.size) ?? defaultPageSize
  const columns = list.shown(filter.columns, own.columns)
  return { filter: { ...filter, size }, columns, ignored, views: own.views, home: own.home }
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
