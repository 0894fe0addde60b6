import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Tx } from '@/db/as'
import { capitalClosed } from '@/db/capital'
import { type DealEntity, fieldsOfDeal, linkedNames } from '@/db/deal-fields'
import { blockingProcedures } from '@/db/deal-procedures'
import { waiting } from '@/db/deal-row'
import { deals, stageProposals } from '@/db/schema/deal'
import { lastChange } from '@/db/write/last-change'
import { type ZoneRules, zoneRules } from '@/db/zone'
import { dealFormValues } from '@/domain/deal/form'
import type { DealProposal } from '@/domain/deal/row'
import type { DealState } from '@/domain/deal/stage'
import { conflict, gone, type Outcome, refused } from '@/domain/outcome'
import type { Permit } from '@/domain/policy/permit'

/** What stands now, in the notation of the edit form. */
export type TheirDeal = {
  values: Record<string, string>
  shown: Record<string, string>
  version: number
  by: string
  at: string
}
export type HeldDeal = {
  deal: DealEntity
  proposal: DealProposal | null
  state: DealState & { statusSince: string }
  zone: ZoneRules
}

/**
 * The deal, held until the transaction ends. Not seen is gone, seen but not writable is refused, another version than
 * the one on the screen is a conflict. A deleted one is gone, except for whoever restores it.
 */
export async function lockDeal(
  tx: Tx,
  { number, version }: { number: string; version?: number },
  { deleted = false } = {},
): Promise<HeldDeal | { no: Outcome<never, TheirDeal> }> {
  const [seen] = await tx
    .select({ id: deals.id, deletedAt: deals.deletedAt })
    .from(deals)
    .where(eq(deals.number, number))
  if (!seen) return { no: gone() }
  const [deal] = await tx.select().from(deals).where(eq(deals.id, seen.id)).for('update')
  if (!deal) return { no: refused('common.not_permitted') }
  if ((deal.deletedAt !== null) !== deleted) return { no: gone() }
  if (version !== undefined && deal.version !== version) return { no: conflict(await theirDeal(tx, deal)) }
  const [open] = await tx
    .select()
    .from(stageProposals)
    .where(and(eq(stageProposals.dealId, deal.id), isNull(stageProposals.decidedAt)))
  const proposal = open ? waiting(open) : null
  // asked towards an approval alone
  const asked = deal.stage === 'entry_procedures'
  const blocking = asked ? await blockingProcedures(tx, deal.id) : 0
  const closed = asked && (await capitalClosed(tx, deal))
  return { deal, proposal, state: stateOf(deal, proposal, blocking, closed), zone: await zoneRules(tx) }
}

/** Writes some columns as the next version; with `progress` the clock of progress begins anew. */
export async function saveDeal(
  tx: Tx,
  permit: Permit,
  deal: Pick<DealEntity, 'id' | 'version'>,
  { progress, ...columns }: Partial<typeof deals.$inferInsert> & { progress?: true } = {},
): Promise<number> {
  await tx
    .update(deals)
    .set({
      ...columns,
      ...(progress && { lastProgressAt: sql`now()` }),
      version: deal.version + 1,
      updatedAt: sql`now()`,
      updatedBy: permit.actor.id,
    })
    .where(eq(deals.id, deal.id))
  return deal.version + 1
}

export function stateOf(
  deal: Omit<DealEntity, 'searchText'>,
  proposal: DealProposal | null,
  openProcedures: number,
  isClosed: boolean,
): HeldDeal['state'] {
  return {
    stage: deal.stage,
    stageSince: deal.stageSince,
    status: deal.status,
    statusSince: deal.statusSince,
    deskId: deal.deskId,
    officerId: deal.caseOfficerId,
    hasTotal: deal.totalMinor !== null || deal.totalNotStated,
    form: deal.form,
    content: deal.content,
    entryDocumentKind: deal.entryDocumentKind,
    entryDocumentOn: deal.entryDocumentOn,
    entryDocumentReference: deal.entryDocumentReference,
    openProcedures,
    proposedBy: proposal?.proposedBy ?? null,
    capitalClosed: isClosed,
  }
}

async function theirDeal(tx: Tx, deal: DealEntity): Promise<TheirDeal> {
  const { company, contact, event } = await linkedNames(tx, deal)
  return {
    values: { ...dealFormValues(fieldsOfDeal(deal)), officerId: String(deal.caseOfficerId ?? '') },
    shown: { companyId: company ?? '', contactId: contact ?? '', eventId: event ?? '' },
    version: deal.version,
    ...(await lastChange(tx, deal)),
  }
}
