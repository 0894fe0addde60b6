import { sql } from 'drizzle-orm'
import { as } from '@/db/as'
import { capitalIds, capitalRows } from '@/db/capital-row'
import { sumsIn } from '@/db/capital-sums'
import { each, inChunks } from '@/db/each'
import { zoneRules } from '@/db/zone'
import { type CapitalRow, type CapitalSum, totalOfRows } from '@/domain/capital/board'
import type { CapitalFilter } from '@/domain/capital/filter'
import type { Permit } from '@/domain/policy/permit'

export type CapitalList = {
  rows: CapitalRow[]
  /** Of the rows: as many as the figure that leads to them says. */
  total: number
  page: number
  sums: CapitalSum[]
  today: string
}

/** The figures of the filter and a page of the rows of its set, from one snapshot. */
export async function listCapital(
  permit: Permit<'capital.list'>,
  filter: CapitalFilter,
  size: number,
): Promise<CapitalList> {
  return as(permit, 'read', async tx => {
    const zone = await zoneRules(tx)
    const sums = await sumsIn(tx, filter, zone)
    const total = totalOfRows(sums, filter).count
    const page = Math.min(filter.page, Math.max(1, Math.ceil(total / size)))
    const ids = await capitalIds(tx, filter, zone, sql`limit ${size} offset ${(page - 1) * size}`)
    return { rows: await capitalRows(tx, filter, zone, ids), total, page, sums, today: zone.today }
  })
}

/** All rows of the set in their order, in chunks, for the export. */
export const eachCapital = (permit: Permit<'capital.export'>, filter: CapitalFilter) =>
  each(permit, async function* (tx) {
    const zone = await zoneRules(tx)
    yield* inChunks(await capitalIds(tx, filter, zone, sql``), ids => capitalRows(tx, filter, zone, ids))
  })
