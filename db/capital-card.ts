import { sql } from 'drizzle-orm'
import type { Tx } from '@/db/as'
import { amountOf, closingOf, partsOf } from '@/db/capital'
import type { DealEntity } from '@/db/deal-fields'
import { moneyOfRow } from '@/db/rate'
import { byBasis, type CapitalCard } from '@/domain/capital/deal'

type Line = Record<'n' | 'cny' | 'rateless' | 'waiting' | 'overdue', string> &
  Record<'by' | 'minor' | 'currency', string | null>

/** What the overview says of a deal's capital: one read by index where there is none, two where there is. */
export async function capitalCard(
  tx: Tx,
  deal: Omit<DealEntity, 'searchText'>,
  today: string,
): Promise<CapitalCard | null> {
  const parts = await partsOf(tx, deal.id)
  if (parts.length === 0) return null
  const [row] = await tx.execute<Line>(sql`
    select came.*, plans.*, next.* from
      (select count(*) filter (where came) as n, coalesce(sum(cny) filter (where came), 0) as cny,
        count(*) filter (where came and cny is null) as rateless, count(*) filter (where state = 'proposed') as waiting
        from (select cny, state, state = 'confirmed' and not strikes as came from arrivals
          where deal_id = ${deal.id} and state in ('confirmed', 'proposed')) a) came,
      (select count(*) as overdue from planned_arrivals
        where deal_id = ${deal.id} and deleted_at is null and open_minor > 0 and by_on < ${today}::date) plans
      left join lateral (select to_char(by_on, 'YYYY-MM-DD') as by, open_minor as minor, currency from planned_arrivals
        where deal_id = ${deal.id} and deleted_at is null and open_minor > 0 and by_on >= ${today}::date
        order by by_on, id limit 1) next on true`)
  if (!row) return null
  const money = moneyOfRow(row.minor === null ? null : BigInt(row.minor), row.currency)
  return {
    closing: closingOf(parts, deal),
    contracted: byBasis(
      parts.map(part => ({ ...part, money: amountOf(part) })),
      'foreign',
      today,
    ),
    received: { count: Number(row.n), cny: BigInt(row.cny), notStated: 0, withoutRate: Number(row.rateless) },
    waiting: Number(row.waiting),
    overdue: Number(row.overdue),
    next: money && row.by ? { by: row.by, money } : null,
  }
}
