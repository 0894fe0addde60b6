import { sql } from 'drizzle-orm'
import type { Tx } from '@/db/as'
import type { LastMove } from '@/domain/deal/stage'

/**
 * The last move of a deal, if the last thing that happened to its stage was one, and whether anybody but `actor` has
 * changed the deal or noted an activity since.
 */
export async function lastMoveOf(tx: Tx, actor: { id: number }, dealId: number): Promise<LastMove> {
  const [last] = await tx.execute<{ id: string; verb: string; actor_id: string; at: string }>(sql`
    select id, verb, actor_id, to_json(at) #>> '{}' as at from log_entries
    where noun = 'deal' and record_id = ${dealId} and verb in
      ('deal.create', 'deal.open', 'lead.convert', 'deal.move', 'deal.undo_move', 'deal.move_back', 'deal.confirm')
    order by id desc limit 1`)
  if (last?.verb !== 'deal.move') return null
  const [since] = await tx.execute<{ others: boolean }>(sql`
    select exists (select 1 from log_entries where noun = 'deal' and record_id = ${dealId} and id > ${last.id}
        and actor_id is distinct from ${actor.id})
      or exists (select 1 from activities where deal_id = ${dealId} and created_at > ${last.at}::timestamptz
        and created_by <> ${actor.id}) as others`)
  return { by: Number(last.actor_id), at: new Date(last.at), othersSince: Boolean(since?.others) }
}
