import { getTranslations } from 'next-intl/server'
import { signedIn } from '@/access/page'
import { bulkLists, offeredVerbs } from '@/domain/bulk/bulk'
import type { List, ListFilter } from '@/domain/filter/list'
import { BulkBar } from './bulk-bar'

/** Boxes for the rows of a list and the bar below it; null for whoever may do nothing to many records of it. */
export async function listPick<F extends ListFilter>(list: List<F>, filter: F, total: number) {
  const name = bulkLists.find(one => one === list.name)
  const { role } = await signedIn()
  if (!name || offeredVerbs(name, role).length === 0) return null
  const t = await getTranslations('bulk')
  const search = list.search(filter, { view: null, size: null, columns: null, page: 1 } as Partial<F>)
  return { all: t('selectAll'), bar: <BulkBar list={name} search={search} total={total} /> }
}
