import { sql } from 'drizzle-orm'
import type { Tx } from '@/db/as'
import { dealsOn } from '@/db/deal-scope'
import { moneyOfRow } from '@/db/rate'
import type { DealStage, DealStatus } from '@/domain/deal/deal'
import type { DealRow } from '@/domain/deal/row'

export type FactsThen = Pick<DealRow, 'stage' | 'stageSince' | 'status' | 'statusSince' | 'deskId' | 'total'>

type FactRow = {
  id: string
  stage: DealStage
  stage_since: string
  status: DealStatus
  status_since: string
  desk_id: string
  total_minor: string | null
  total_currency: string | null
  total_cny: string | null
  total_rate: string | null
  total_on: string | null
}

/** The four dated facts of these deals as they stood on a day. */
export async function factsOn(tx: Tx, ids: readonly number[], on: string): Promise<Map<number, FactsThen>> {
  const rows = await tx.execute<FactRow>(sql`
    select d.id, stage.value as stage, to_char(stage.effective_on, 'YYYY-MM-DD') as stage_since,
      status.value as status, to_char(status.effective_on, 'YYYY-MM-DD') as status_since, desk.desk_id,
      total.total_minor, total.total_currency, total.total_cny, total.total_rate::text,
      to_char(total.effective_on, 'YYYY-MM-DD') as total_on
    from ${dealsOn(on)} where d.id in ${[...ids]}`)
  return new Map(
    rows.map(row => [
      Number(row.id),
      {
        stage: row.stage,
        stageSince: row.stage_since,
        status: row.status,
        statusSince: row.status_since,
        deskId: Number(row.desk_id),
        total: {
          money: moneyOfRow(row.total_minor === null ? null : BigInt(row.total_minor), row.total_currency),
          cny: row.total_cny === null ? null : BigInt(row.total_cny),
          rate: row.total_rate,
          on: row.total_on,
          none: false,
        },
      },
    ]),
  )
}
