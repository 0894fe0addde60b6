import { sql } from 'drizzle-orm'
import { as } from '@/db/as'
import { dealRows } from '@/db/deal-row'
import { zoneRules } from '@/db/zone'
import type { DealRow } from '@/domain/deal/row'
import type { Permit } from '@/domain/policy/permit'

/** So many are counted; beyond it one reads "100+". */
const MOST = 100

/**
 * Deals on hold whose review date has come, the longest ago first: with `mine` those of which one is the case officer,
 * else all within reach. `total` counts to a hundred.
 */
export async function holdsToReview(
  permit: Permit<'day.read'>,
  { mine, limit = 6 }: { mine: boolean; limit?: number },
): Promise<{ rows: (DealRow & { reviewOn: string })[]; total: number }> {
  return as(permit, 'read', async tx => {
    const zone = await zoneRules(tx)
    const found = await tx.execute<{ id: string; on: string }>(sql`
      select d.id, to_char(d.review_on, 'YYYY-MM-DD') as on from deals d
      where d.status = 'on_hold' and d.deleted_at is null and d.review_on <= ${zone.today}::date
        ${mine ? sql`and d.case_officer_id = ${permit.actor.id}` : sql``}
      order by d.review_on, d.id limit ${MOST}`)
    const first = found.slice(0, limit)
    const rows = await dealRows(
      tx,
      first.map(({ id }) => Number(id)),
      zone,
    )
    return { rows: rows.map((row, at) => ({ ...row, reviewOn: first[at]?.on ?? '' })), total: found.length }
  })
}
