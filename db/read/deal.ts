import { as } from '@/db/as'
import { dealIds } from '@/db/deal-ids'
import { dealRows } from '@/db/deal-row'
import { countUpTo, dealScope } from '@/db/deal-scope'
import { dealSumsOf } from '@/db/deal-totals'
import { each, inChunks } from '@/db/each'
import { withTags } from '@/db/tag-links'
import { zoneRules } from '@/db/zone'
import type { DealFilter } from '@/domain/deal/filter'
import type { DealList, DealRow, DealSums } from '@/domain/deal/row'
import { defaultPageSize } from '@/domain/filter/list'
import type { Permit } from '@/domain/policy/permit'

/** One page of the list, with count and sums of the whole filter, from one snapshot; a page beyond the last gives the last. */
export async function listDeals(
  permit: Permit<'deal.read'>,
  filter: DealFilter,
  tags = false,
): Promise<DealList> {
  return as(permit, 'read', async tx => {
    const zone = await zoneRules(tx)
    const scope = dealScope(filter, zone)
    const sums = await dealSumsOf(tx, filter, zone)
    const limit = filter.size ?? defaultPageSize
    const page = Math.min(filter.page, Math.max(1, Math.ceil(sums.total.count / limit)))
    const offset = (page - 1) * limit
    // Somebody without any rows would walk the whole index to find that out.
    const ids = sums.total.count > 0 ? await dealIds(tx, scope, filter.sort, { limit, offset }) : []
    const found = await dealRows(tx, ids, zone, filter.asOf)
    const rows = tags ? await withTags(tx, 'deal', found) : found
    return { rows, page, total: sums.total.count, sums, today: zone.today }
  })
}

/** The first of the list, and how many there are, counted no further than a thousand: for a page that only mentions them. */
export async function firstDeals(permit: Permit<'deal.read'>, filter: DealFilter, limit: number) {
  return as(permit, 'read', async tx => {
    const zone = await zoneRules(tx)
    const scope = dealScope(filter, zone)
    const ids = await dealIds(tx, scope, filter.sort, { limit, offset: 0 })
    return { rows: await dealRows(tx, ids, zone, filter.asOf), total: await countUpTo(tx, scope) }
  })
}

/** All rows of the filter in the order of the screen, in batches out of one snapshot. */
export const eachDeal = (
  permit: Permit<'deal.export'>,
  filter: DealFilter,
): AsyncGenerator<readonly DealRow[]> =>
  each(permit, async function* (tx) {
    const zone = await zoneRules(tx)
    const ids = await dealIds(tx, dealScope(filter, zone), filter.sort, { limit: null, offset: 0 })
    yield* inChunks(ids, async some => withTags(tx, 'deal', await dealRows(tx, some, zone, filter.asOf)))
  })

/** Count and sums of the whole filter. */
export async function countDeals(
  permit: Permit<'deal.read' | 'deal.export'>,
  filter: DealFilter,
): Promise<DealSums> {
  return as(permit, 'read', async tx => dealSumsOf(tx, filter, await zoneRules(tx)))
}
