import { sql } from 'drizzle-orm'
import type { Tx } from '@/db/as'
import { dealIds } from '@/db/deal-ids'
import { dealScope } from '@/db/deal-scope'
import { leadIds } from '@/db/read/lead-list'
import type { ReviewScope } from '@/db/review-figures'
import type { ZoneRules } from '@/db/zone'
import { stuckStages } from '@/domain/calendar/stuck'
import { type DealFilter, defaultDealFilter } from '@/domain/deal/filter'
import { reviewFigureFilter } from '@/domain/figure/review'
import { defaultLeadFilter } from '@/domain/lead/filter'
import {
  type AgendaReason,
  PROPOSED_LIMIT,
  type ProposedReason,
  proposedReasons,
} from '@/domain/review/review'

/** A lead or deal that may stand on an agenda, with all that speaks for it. */
export type Proposed = { noun: 'deal' | 'lead'; id: number; reasons: AgendaReason[] }
export type ProposalAsked = ReviewScope & {
  deskId: number | null
  reasons: readonly ProposedReason[]
  leads: boolean
}

/**
 * What the page of a review shows, as its agenda: of each reason the first PROPOSED_LIMIT, each record once. First what
 * most speaks for. What the last review put off comes back by itself.
 */
export async function proposedAgenda(tx: Tx, asked: ProposalAsked, zone: ZoneRules): Promise<Proposed[]> {
  const found = new Map<string, Proposed>()
  const add = (noun: Proposed['noun'], ids: readonly number[], reason: AgendaReason) => {
    for (const id of ids) {
      const one = found.get(`${noun}${id}`) ?? { noun, id, reasons: [] }
      one.reasons.push(reason)
      found.set(`${noun}${id}`, one)
    }
  }
  for (const { noun, id } of await putOff(tx, asked)) add(noun, [id], 'deferred')
  for (const reason of proposedReasons.filter(one => asked.reasons.includes(one))) {
    const filter = { ...filterOf[reason]({ ...zone, since: asked.since }), desks: asked.desks }
    add('deal', await dealIds(tx, dealScope(filter, zone), filter.sort, first), reason)
  }
  const late = { ...defaultLeadFilter, desks: asked.desks, clock: 'overdue' as const }
  if (asked.leads) add('lead', await leadIds(tx, late, zone, first), 'overdue')
  return [...found.values()].sort((a, b) => b.reasons.length - a.reasons.length)
}

const first = { limit: PROPOSED_LIMIT, offset: 0 }
const of = (asked: Partial<DealFilter>): DealFilter => ({ ...defaultDealFilter, ...asked })
const filterOf: Record<ProposedReason, (asked: Parameters<typeof reviewFigureFilter>[1]) => DealFilter> = {
  stuck: () => of({ stuck: true, stages: stuckStages, sort: { key: 'stage_since', descending: false } }),
  slipped: () => of({ slipped: true, sort: { key: 'next_step', descending: false } }),
  overdue: () => of({ clock: 'overdue', sort: { key: 'updated', descending: false } }),
  big: () => of({ stages: stuckStages, sort: { key: 'total', descending: true } }),
  lost: asked => ({ ...reviewFigureFilter('lost', asked), sort: { key: 'total', descending: true } }),
}

/** What the last closed review of the same desk, or of the bureau, put off to the next. */
async function putOff(tx: Tx, { deskId }: ProposalAsked): Promise<{ noun: Proposed['noun']; id: number }[]> {
  const rows = await tx.execute<{ deal: string | null; lead: string | null }>(sql`
    select i.deal_id as deal, i.lead_id as lead from review_items i
    where i.outcome = 'deferred' and i.removed_at is null and i.review_id = (
      select r.id from reviews r where r.state = 'closed' and r.desk_id is not distinct from ${deskId}
      order by r.held_on desc, r.id desc limit 1)
    order by i.position`)
  return rows.map(({ deal, lead }) =>
    deal === null ? { noun: 'lead', id: Number(lead) } : { noun: 'deal', id: Number(deal) },
  )
}
