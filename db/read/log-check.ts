import { sql } from 'drizzle-orm'
import { as } from '@/db/as'
import type { Permit } from '@/domain/policy/permit'

/** The last time that housekeeping read the log against its seals. `lines` is null when it did not match them. */
export type LogCheck = { at: Date; lines: number | null }

/** Null until the first check, which the server makes when it starts. */
export async function getLogCheck(permit: Permit<'audit.read'>): Promise<LogCheck | null> {
  return as(permit, 'read', async tx => {
    const [row] = await tx.execute<{ at: string; lines: string | null }>(sql`
      select greatest(done_at, failed_at) as at,
        case when failed_at is null or failed_at < done_at then rows end as lines
      from chore_runs where chore = 'verify'`)
    return row ? { at: new Date(row.at), lines: row.lines === null ? null : Number(row.lines) } : null
  })
}
