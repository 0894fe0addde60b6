import { eq, sql } from 'drizzle-orm'
import { as, type Tx } from '@/db/as'
import { dealIds } from '@/db/deal-ids'
import { dealScope } from '@/db/deal-scope'
import { moneyOfRow } from '@/db/rate'
import { type Proposed, proposedAgenda } from '@/db/review-agenda'
import { scopeOf } from '@/db/review-kept'
import { reviews } from '@/db/schema/review'
import { zoneRules } from '@/db/zone'
import type { DealStage } from '@/domain/deal/deal'
import { defaultDealFilter } from '@/domain/deal/filter'
import { defaultLeadFilter } from '@/domain/lead/filter'
import type { LeadStage } from '@/domain/lead/lead'
import type { Money } from '@/domain/money/money'
import type { Permit } from '@/domain/policy/permit'
import { type AgendaReason, proposedReasons } from '@/domain/review/review'
import type { Names } from '@/domain/user/user'
import { leadIds } from './lead-list'

/** A lead or deal that could stand on the agenda. */
export type ForAgenda = {
  noun: 'deal' | 'lead'
  number: string
  name: string
  names: Names
  stage: DealStage | LeadStage
  officerId: number | null
  amount: Money | null
  reasons: AgendaReason[]
}

const FOUND = 8

/** What the page shows and is not on the agenda yet, what most speaks for first. */
export async function proposedForAgenda(permit: Permit<'review.edit'>, number: string): Promise<ForAgenda[]> {
  return as(permit, 'read', async tx => {
    const [review] = await tx.select().from(reviews).where(eq(reviews.number, number))
    if (!review) return []
    const asked = {
      ...(await scopeOf(tx, review)),
      deskId: review.deskId,
      reasons: proposedReasons,
      leads: true,
    }
    return linesOf(tx, review.id, await proposedAgenda(tx, asked, await zoneRules(tx)))
  })
}

/** Deals and leads of these words in name or number, on the desk of the review. */
export async function findForAgenda(
  permit: Permit<'review.edit'>,
  number: string,
  text: string,
): Promise<ForAgenda[]> {
  return as(permit, 'read', async tx => {
    const [review] = await tx.select().from(reviews).where(eq(reviews.number, number))
    if (!review) return []
    const { desks } = await scopeOf(tx, review)
    const zone = await zoneRules(tx)
    const first = { limit: FOUND, offset: 0 }
    const filter = { ...defaultDealFilter, desks, text, approved: 'all' as const }
    const deals = await dealIds(tx, dealScope(filter, zone), filter.sort, first)
    const leads = await leadIds(tx, { ...defaultLeadFilter, desks, text }, zone, first)
    const found = [
      ...deals.map(id => ({ noun: 'deal' as const, id, reasons: [] })),
      ...leads.map(id => ({ noun: 'lead' as const, id, reasons: [] })),
    ]
    return linesOf(tx, review.id, found)
  })
}

type Row = Omit<ForAgenda, 'reasons' | 'officerId' | 'amount'> & {
  id: string
  officer: string | null
  minor: string | null
  currency: string | null
}

/** Their names in their order; those that stand on the agenda are left out. */
async function linesOf(tx: Tx, reviewId: number, found: readonly Proposed[]): Promise<ForAgenda[]> {
  const ids = (noun: Proposed['noun']) => {
    const of = found.filter(one => one.noun === noun).map(({ id }) => id)
    return sql`${`{${of.join(',')}}`}::bigint[]`
  }
  const rows = await tx.execute<Row>(sql`
    select 'deal' as noun, d.id, d.number, d.name, d.names, d.stage, d.case_officer_id as officer, d.total_minor as minor, d.total_currency as currency
    from deals d where d.id = any(${ids('deal')}) and not exists (
      select 1 from review_items i where i.review_id = ${reviewId} and i.deal_id = d.id and i.removed_at is null)
    union all
    select 'lead', l.id, l.number, l.name, '{}'::jsonb, l.stage, l.case_officer_id, l.intended_minor, l.intended_currency
    from leads l where l.id = any(${ids('lead')}) and not exists (
      select 1 from review_items i where i.review_id = ${reviewId} and i.lead_id = l.id and i.removed_at is null)`)
  const byId = new Map(rows.map(row => [`${row.noun}${row.id}`, row]))
  return found.flatMap(({ noun, id, reasons }) => {
    const row = byId.get(`${noun}${id}`)
    if (!row) return []
    const { number, name, names, stage, officer, minor, currency } = row
    const amount = moneyOfRow(minor === null ? null : BigInt(minor), currency)
    return [
      {
        noun,
        number,
        name,
        names,
        stage,
        officerId: officer === null ? null : Number(officer),
        amount,
        reasons,
      },
    ]
  })
}
