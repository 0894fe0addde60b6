import { sql } from 'drizzle-orm'
import type { Tx } from '@/db/as'
import type { PartUse } from '@/domain/capital/part-fault'

/** What hangs on each part of a deal, in the part's currency: planned, and arrived or waiting to be confirmed. */
export async function usesOf(tx: Tx, dealId: number): Promise<Map<number, PartUse>> {
  const rows = await tx.execute<{ part: string; planned: string; arrived: string }>(sql`
    select part_id as part, sum(planned) as planned, sum(arrived) as arrived from (
      select part_id, minor as planned, 0 as arrived from planned_arrivals where deal_id = ${dealId} and deleted_at is null
      union all
      select part_id, 0, case when strikes then 0 else credited_minor end from arrivals
        where deal_id = ${dealId} and state in ('proposed', 'confirmed')) u
    group by part_id`)
  return new Map(
    rows.map(({ part, planned, arrived }) => [
      Number(part),
      { planned: BigInt(planned), arrived: BigInt(arrived) },
    ]),
  )
}
