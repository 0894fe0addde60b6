import { type SQL, sql } from 'drizzle-orm'
import { as, type Tx } from '@/db/as'
import type { HandOverFilter } from '@/domain/hand-over/filter'
import type { HandOver, HandOverState } from '@/domain/hand-over/hand-over'
import { writingDesks } from '@/domain/policy/actor'
import type { Permit } from '@/domain/policy/permit'

type Row = {
  id: string
  noun: 'lead' | 'deal'
  number: string
  name: string | null
  from_desk: string
  to_desk: string
  reason: string
  credit_share: number | null
  proposed_by: string
  proposed_at: string
  state: HandOverState
  decided_by: string | null
  decided_at: string | null
  decision_reason: string | null
  version: number | null
}

/** So many days a decision stands on the record; later it is history. */
const SHOWN_DAYS = 7
export const HAND_OVERS_SHOWN = 50

/** The last offer of a record, while it is open or was declined a few days ago; else null. */
export async function latestHandOver(
  permit: Permit<'lead.read' | 'deal.read'>,
  { noun, id }: { noun: 'lead' | 'deal'; id: number },
): Promise<HandOver | null> {
  return as(permit, 'read', async tx => {
    const key = noun === 'lead' ? sql`h.lead_id` : sql`h.deal_id`
    const [last] = await select(tx, sql`${key} = ${id}`, sql`limit 1`)
    if (!last) return null
    const recent =
      last.state === 'declined' &&
      last.decidedAt !== null &&
      Date.now() - last.decidedAt.getTime() < SHOWN_DAYS * 86_400_000
    return last.state === 'open' || recent ? last : null
  })
}

/** Offers that wait for this very person: as a head of the desk that receives, the director for all; the oldest first. */
export async function handOversToDecide(permit: Permit<'day.read'>): Promise<HandOver[]> {
  const { actor } = permit
  const heads = actor.role === 'manager' ? writingDesks(actor) : []
  if (actor.role !== 'director' && heads.length === 0) return []
  const mine = actor.role === 'director' ? sql`true` : sql`h.to_desk_id in ${[...heads]}`
  return as(permit, 'read', async tx =>
    (await select(tx, sql`h.state = 'open' and ${mine}`, sql`limit ${HAND_OVERS_SHOWN}`)).reverse(),
  )
}

/** A page of what is within reach, the newest first, and how many there are of each view. */
export async function listHandOvers(
  permit: Permit<'day.read'>,
  { view, page }: HandOverFilter,
): Promise<{ rows: HandOver[]; counts: Record<HandOverFilter['view'], number>; pages: number }> {
  return as(permit, 'read', async tx => {
    const [row] = await tx.execute<{ open: string; decided: string }>(sql`
      select count(*) filter (where state = 'open') as open, count(*) filter (where state <> 'open') as decided from hand_overs`)
    const counts = { open: Number(row?.open ?? 0), decided: Number(row?.decided ?? 0) }
    const offset = (page - 1) * HAND_OVERS_SHOWN
    const which = view === 'open' ? sql`h.state = 'open'` : sql`h.state <> 'open'`
    return {
      rows: await select(tx, which, sql`limit ${HAND_OVERS_SHOWN} offset ${offset}`),
      counts,
      pages: Math.max(1, Math.ceil(counts[view] / HAND_OVERS_SHOWN)),
    }
  })
}

async function select(tx: Tx, where: SQL, cut: SQL): Promise<HandOver[]> {
  const rows = await tx.execute<Row>(sql`
    select h.id, case when h.lead_id is null then 'deal' else 'lead' end as noun, h.number, coalesce(l.name, d.name) as name,
      h.from_desk_id as from_desk, h.to_desk_id as to_desk, h.reason, h.credit_share, h.proposed_by,
      to_json(h.proposed_at) #>> '{}' as proposed_at, h.state, h.decided_by, to_json(h.decided_at) #>> '{}' as decided_at,
      h.decision_reason, coalesce(l.version, d.version) as version
    from hand_overs h left join leads l on l.id = h.lead_id left join deals d on d.id = h.deal_id
    where ${where} order by h.id desc ${cut}`)
  return rows.map(handOverOf)
}

const handOverOf = (row: Row): HandOver => ({
  id: Number(row.id),
  noun: row.noun,
  number: row.number,
  name: row.name,
  fromDeskId: Number(row.from_desk),
  toDeskId: Number(row.to_desk),
  reason: row.reason,
  creditShare: row.credit_share,
  proposedBy: Number(row.proposed_by),
  proposedAt: new Date(row.proposed_at),
  state: row.state,
  decidedBy: row.decided_by === null ? null : Number(row.decided_by),
  decidedAt: row.decided_at === null ? null : new Date(row.decided_at),
  decisionReason: row.decision_reason,
  version: row.version,
})
