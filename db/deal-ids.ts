import { type SQL, sql } from 'drizzle-orm'
import type { Tx } from '@/db/as'
import type { DealScope } from '@/db/deal-scope'
import { orderedIds, type Slice } from '@/db/ordered-ids'
import type { DealFilter } from '@/domain/deal/filter'

type Sort = DealFilter['sort']

/** Orders whose value may be unknown. */
const mayBeUnknown = new Set<Sort['key']>(['total', 'next_step'])

/** The ids of a slice of the list, in its order; by number is by id. */
export const dealIds = (
  tx: Tx,
  scope: DealScope,
  { key, descending }: Sort,
  slice: Slice,
): Promise<number[]> =>
  orderedIds(
    tx,
    {
      from: scope.from,
      where: scope.where,
      id: sql`d.id`,
      key: keyOf(scope, key),
      mayBeUnknown: mayBeUnknown.has(key),
      descending,
    },
    slice,
  )

function keyOf({ columns }: DealScope, key: Sort['key']): SQL | undefined {
  const keys: Record<Sort['key'], SQL | undefined> = {
    updated: sql`d.updated_at`,
    number: undefined,
    name: sql`d.name collate "zh-x-icu"`,
    total: columns.totalCny,
    stage_since: columns.stageSince,
    next_step: columns.nextStepOn,
  }
  return keys[key]
}
