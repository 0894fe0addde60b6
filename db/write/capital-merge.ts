import { sql } from 'drizzle-orm'
import type { Tx } from '@/db/as'
import { type Refused, refused } from '@/domain/outcome'

/**
 * Capital stays with its deal, so one that has more of it is not merged away: neither one with arrivals, nor one with a
 * structure into one without. The other way round it can be kept.
 */
export async function capitalFault(
  tx: Tx,
  kept: { id: number },
  other: { id: number },
): Promise<Refused | null> {
  const [row] = await tx.execute<{ bad: boolean }>(sql`
    select exists (select from arrivals where deal_id = ${other.id} and state in ('proposed', 'confirmed'))
      or (exists (select from capital_parts where deal_id = ${other.id} and deleted_at is null)
        and not exists (select from capital_parts where deal_id = ${kept.id} and deleted_at is null)) as bad`)
  return row?.bad ? refused('capital.refused.merged_away') : null
}
