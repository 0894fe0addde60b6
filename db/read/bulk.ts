import { eq } from 'drizzle-orm'
import { as, type Tx } from '@/db/as'
import { type BulkAnswer, type BulkRow, bulkRows } from '@/db/bulk-rows'
import { dealIds } from '@/db/deal-ids'
import { dealScope } from '@/db/deal-scope'
import { submissions } from '@/db/schema/zone'
import { zoneRules } from '@/db/zone'
import { MOST_AT_ONCE, MOST_BY_FILTER } from '@/domain/bulk/bulk'
import type { CompanyFilter } from '@/domain/company/filter'
import type { DealFilter } from '@/domain/deal/filter'
import type { LeadFilter } from '@/domain/lead/filter'
import type { Permit } from '@/domain/policy/permit'
import type { TagNoun } from '@/domain/tag/tag'
import { companyIds } from './company'
import { leadIds } from './lead-list'

export type { BulkAnswer, BulkChanged, BulkKept } from '@/db/bulk-rows'

type ReadPermit = Permit<'lead.read' | 'deal.read' | 'company.read'>
/** By their numbers, or all that a filter lists, from after the id of the last lot on. */
export type BulkPick =
  | { numbers: readonly string[] }
  | { noun: 'lead'; filter: LeadFilter; after: number }
  | { noun: 'deal'; filter: DealFilter; after: number }
  | { noun: 'company'; filter: CompanyFilter; after: number }

/**
 * The records that a run is asked for, as one sees them, one lot of them. `total`: how many there are in all, `before`:
 * how many of them the lots before took; null when the filter lists more than it may.
 */
export async function pickBulk(
  permit: ReadPermit,
  pick: BulkPick,
): Promise<{ rows: BulkRow[]; total: number; before: number } | null> {
  const noun = permit.permission.split('.')[0] as TagNoun
  return as(permit, 'read', async tx => {
    if ('numbers' in pick) {
      const rows = await bulkRows(tx, noun, { numbers: pick.numbers.slice(0, MOST_AT_ONCE) })
      return { rows, total: rows.length, before: 0 }
    }
    const ids = await idsOf(tx, pick)
    if (ids.length > MOST_BY_FILTER) return null
    const rest = ids.filter(id => id > pick.after)
    const rows = await bulkRows(tx, noun, { ids: rest.slice(0, MOST_AT_ONCE) })
    return { rows, total: ids.length, before: ids.length - rest.length }
  })
}

/** One's own run by its mark, as it was answered; null when there is none, or no longer. */
export async function getBulk(permit: ReadPermit, mark: string): Promise<BulkAnswer | null> {
  return as(permit, 'read', async tx => {
    const [row] = await tx
      .select({ outcome: submissions.outcome })
      .from(submissions)
      .where(eq(submissions.id, mark))
    const value = (row?.outcome as { value?: Partial<BulkAnswer> } | undefined)?.value
    return value?.permission && value.changed && value.kept ? (value as BulkAnswer) : null
  })
}

/** In the order of their ids, one more than there may be. */
async function idsOf(tx: Tx, pick: Exclude<BulkPick, { numbers: readonly string[] }>): Promise<number[]> {
  const slice = { limit: MOST_BY_FILTER + 1, offset: 0 }
  const sort = { key: 'number' as const, descending: false }
  if (pick.noun === 'company') return companyIds(tx, { ...pick.filter, sort }, slice)
  const zone = await zoneRules(tx)
  if (pick.noun === 'lead') return leadIds(tx, { ...pick.filter, sort }, zone, slice)
  return dealIds(tx, dealScope({ ...pick.filter, asOf: null }, zone), sort, slice)
}
