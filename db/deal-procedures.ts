import { sql } from 'drizzle-orm'
import type { Tx } from '@/db/as'
import type { DealRecord } from '@/domain/deal/row'
import type { ProcedureTally } from '@/domain/procedure/procedure'

const settled = sql`(p.done_on is not null or p.waived_at is not null)`

type Files = DealRecord['files']

/**
 * How the steps of a deal stand, how many files of each kind it has, and whether another deal was merged into it: one
 * statement for the record's page.
 */
export async function tallyOfDeal(
  tx: Tx,
  dealId: number,
  today: string,
): Promise<{ procedures: ProcedureTally; files: Files; hasMerged: boolean }> {
  const [row] = await tx.execute<
    Record<'total' | 'settled' | 'overdue' | 'blocking', string> & {
      merged: boolean
      next: string | null
      files: Files | null
    }
  >(sql`
    select count(*) as total, count(*) filter (where ${settled}) as settled,
      count(*) filter (where not ${settled} and p.due_on < ${today}::date) as overdue,
      count(*) filter (where not ${settled} and p.mandatory) as blocking,
      to_char(min(p.due_on) filter (where not ${settled}), 'YYYY-MM-DD') as next,
      exists (select 1 from merges where noun = 'deal' and kept_id = ${dealId} and undone_at is null) as merged,
      (select jsonb_object_agg(kind, n) from (select kind, count(*) as n from attachments
        where deal_id = ${dealId} and deleted_at is null group by kind) f) as files
    from procedures p where p.deal_id = ${dealId} and p.deleted_at is null`)
  return {
    procedures: {
      total: Number(row?.total ?? 0),
      settled: Number(row?.settled ?? 0),
      overdue: Number(row?.overdue ?? 0),
      blocking: Number(row?.blocking ?? 0),
      nextDue: row?.next ?? null,
    },
    files: row?.files ?? {},
    hasMerged: row?.merged ?? false,
  }
}

/** Mandatory steps that are neither done nor waived: what stands in the way of an approval. */
export async function blockingProcedures(tx: Tx, dealId: number): Promise<number> {
  const [row] = await tx.execute<{ n: string }>(sql`
    select count(*) as n from procedures p
    where p.deal_id = ${dealId} and p.deleted_at is null and p.mandatory and not ${settled}`)
  return Number(row?.n ?? 0)
}
