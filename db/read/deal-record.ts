import { and, desc, eq, isNotNull, sql } from 'drizzle-orm'
import { as, type Tx } from '@/db/as'
import { capitalCard } from '@/db/capital-card'
import { fieldsOfDeal } from '@/db/deal-fields'
import { dealIds } from '@/db/deal-ids'
import { lastMoveOf } from '@/db/deal-last-move'
import { stateOf } from '@/db/deal-lock'
import { tallyOfDeal } from '@/db/deal-procedures'
import { dealRows } from '@/db/deal-row'
import { dealScope } from '@/db/deal-scope'
import { contacts } from '@/db/schema/company'
import { dealFacts, deals, stageProposals } from '@/db/schema/deal'
import { leads } from '@/db/schema/lead'
import { zoneRules } from '@/db/zone'
import { dateIn } from '@/domain/calendar/date'
import type { DealFilter } from '@/domain/deal/filter'
import { dealFormValues } from '@/domain/deal/form'
import { dealRights } from '@/domain/deal/right'
import type { ApprovalFields, DealRecord, StageStep } from '@/domain/deal/row'
import { missingFor, nextStage, refuseUndo, requirementsOf, undoUntil } from '@/domain/deal/stage'
import type { Permit } from '@/domain/policy/permit'

/** All of a deal that its page shows; null when it is not there or not within reach. A deleted one says so. */
export async function getDeal(permit: Permit<'deal.read'>, number: string): Promise<DealRecord | null> {
  return as(permit, 'read', async tx => {
    const [deal] = await tx.select().from(deals).where(eq(deals.number, number))
    if (!deal) return null
    const zone = await zoneRules(tx)
    const { procedures, files, hasMerged } = await tallyOfDeal(tx, deal.id, zone.today)
    const [row] = await dealRows(tx, [deal.id], zone)
    if (!row) return null
    const { searchText: _, caseOfficerId, ...columns } = deal
    const capital = await capitalCard(tx, deal, zone.today)
    const state = stateOf(deal, row.proposal, procedures.blocking, capital?.closing.state === 'closed')
    const next = nextStage(deal.stage)
    const last = await lastMoveOf(tx, permit.actor, deal.id)
    const approval = { ...deal, ...row.proposal?.fields }
    const now = new Date()
    const undoable = last !== null && refuseUndo(permit.actor, last, now) === null && !row.proposal
    return {
      ...columns,
      ...row,
      contact: await contactOf(tx, deal.contactId),
      lead: await leadOf(tx, deal.leadId, zone.timezone),
      values: dealFormValues(fieldsOfDeal(deal)),
      hasMerged,
      procedures,
      files,
      stages: await stepsOf(tx, deal.id),
      next,
      requirements: next
        ? requirementsOf(state, next, approval).map(asked => ({ ...asked, who: caseOfficerId }))
        : [],
      missing: next ? missingFor(state, next, approval) : [],
      returned: row.proposal ? null : await returnedOf(tx, deal.id),
      undoUntil: undoable ? undoUntil(last.at) : null,
      capital,
      can: dealRights(permit.actor, rightsOn(row, deal, undoable), now),
      today: zone.today,
    }
  })
}

/** Where the deal stands in a list, for previous and next; null when the list does not show it. */
export async function dealNeighbours(
  permit: Permit<'deal.read'>,
  filter: DealFilter,
  number: string,
): Promise<{ previous: string | null; next: string | null; position: number; total: number } | null> {
  return as(permit, 'read', async tx => {
    const scope = dealScope(filter, await zoneRules(tx))
    const ids = await dealIds(tx, scope, filter.sort, { limit: MOST_NEIGHBOURS, offset: 0 })
    const [deal] = await tx.select({ id: deals.id }).from(deals).where(eq(deals.number, number))
    const at = deal ? ids.indexOf(deal.id) : -1
    if (at < 0) return null
    const numberOf = async (id: number | undefined) => {
      if (id === undefined) return null
      const [beside] = await tx.select({ number: deals.number }).from(deals).where(eq(deals.id, id))
      return beside?.number ?? null
    }
    return {
      previous: await numberOf(ids[at - 1]),
      next: await numberOf(ids[at + 1]),
      position: at + 1,
      total: ids.length,
    }
  })
}

/** Beyond so many nobody walks a list one by one. */
const MOST_NEIGHBOURS = 2_000

function rightsOn(
  {
    deskId,
    teamIds,
    stage,
    status,
    proposal,
  }: Pick<DealRecord, 'deskId' | 'teamIds' | 'stage' | 'status' | 'proposal'>,
  { createdBy, createdAt, deletedAt }: Pick<DealRecord, 'createdBy' | 'createdAt' | 'deletedAt'>,
  undoable: boolean,
) {
  const proposedBy = proposal?.proposedBy ?? null
  return {
    deskId,
    teamIds,
    stage,
    status,
    createdBy,
    createdAt,
    deleted: deletedAt !== null,
    proposedBy,
    undoable,
  }
}

async function contactOf(tx: Tx, id: number | null): Promise<DealRecord['contact']> {
  if (id === null) return null
  const { number, name, names, title } = contacts
  const [contact] = await tx.select({ number, name, names, title }).from(contacts).where(eq(contacts.id, id))
  return contact ?? null
}

/** Null as well where the lead is out of the reader's sight. */
async function leadOf(tx: Tx, id: number | null, timezone: string): Promise<DealRecord['lead']> {
  if (id === null) return null
  const { number, name, createdAt } = leads
  const [lead] = await tx.select({ number, name, createdAt }).from(leads).where(eq(leads.id, id))
  return lead
    ? { number: lead.number, name: lead.name, names: {}, createdOn: dateIn(timezone, lead.createdAt) }
    : null
}

async function stepsOf(tx: Tx, dealId: number): Promise<StageStep[]> {
  const rows = await tx
    .select()
    .from(dealFacts)
    .where(and(eq(dealFacts.dealId, dealId), eq(dealFacts.fact, 'stage'), sql`superseded_at is null`))
    .orderBy(dealFacts.effectiveOn, dealFacts.id)
  return rows.map(row => ({
    stage: row.value as StageStep['stage'],
    since: row.effectiveOn,
    until: row.effectiveUntil,
    recordedAt: row.recordedAt,
    recordedBy: row.recordedBy,
    opening: row.opening,
  }))
}

/** The last decision, where it sent the approval back. */
async function returnedOf(tx: Tx, dealId: number): Promise<DealRecord['returned']> {
  const [last] = await tx
    .select()
    .from(stageProposals)
    .where(and(eq(stageProposals.dealId, dealId), isNotNull(stageProposals.decidedAt)))
    .orderBy(desc(stageProposals.id))
    .limit(1)
  if (last?.decision !== 'returned' || !last.decidedBy || !last.decidedAt) return null
  const { fields, effectiveOn, decidedBy: by, decidedAt: at, reason } = last
  return { by, at, reason, fields: fields as ApprovalFields, effectiveOn }
}
