import { nextNumber, record, type Tx } from '@/db/as'
import { dealColumnsOf, dealSearchText } from '@/db/deal-fields'
import { type FactLine, stateFact } from '@/db/fact'
import { deals } from '@/db/schema/deal'
import { yearOf } from '@/domain/calendar/date'
import type { DealStage, DealStatus, EndReason } from '@/domain/deal/deal'
import type { DealFields } from '@/domain/deal/fields'
import type { Permit } from '@/domain/policy/permit'
import type { Names } from '@/domain/user/user'
import { tellAssigned } from './notify'

/** A deal that is about to be. The callers have cleaned and checked it (`checkNewDeal`). */
export type NewDeal = {
  fields: DealFields
  names?: Names
  deskId: number
  officerId: number | null
  /** Members besides the case officer. */
  memberIds?: readonly number[]
  readerIds?: readonly number[]
  leadId?: number | null
  nextStep: string | null
  nextStepOn: string | null
  /** The stages that it has reached, in order, each with its day; the last is where it stands. */
  stages: readonly [StageReached, ...StageReached[]]
  status?: StatusReached
  approval?: { approvalAuthority: string | null; approvalNumber: string | null; approvalOn: string | null }
  /** The day on which its amounts were stated: their rate is of that day. */
  statedOn: string
  /** The zone's day; the year of the number. */
  today: string
  opening?: boolean
}
type StageReached = { stage: DealStage; effectiveOn: string }
type StatusReached = {
  status: DealStatus
  effectiveOn: string
  reasonCode: EndReason | null
  reason: string | null
  lostTo: string | null
  reviewOn: string | null
}

/**
 * A deal within the transaction of whatever creates it (its own form, an opening entry, a lead that converts), with its
 * dated facts and its lines in the log: an opening entry has one for each stage.
 */
export async function insertDeal(
  tx: Tx,
  permit: Permit<'deal.create' | 'deal.open' | 'lead.convert'>,
  deal: NewDeal,
): Promise<{ id: number; number: string; version: number }> {
  const { actor } = permit
  const amounts = await dealColumnsOf(tx, deal.fields, deal.statedOn)
  const now = deal.stages.at(-1) ?? deal.stages[0]
  const officer = deal.officerId === null ? [] : [deal.officerId]
  const number = await nextNumber(tx, 'D', yearOf(deal.today))
  const [row] = await tx
    .insert(deals)
    .values({
      ...amounts,
      ...deal.approval,
      names: deal.names ?? {},
      leadId: deal.leadId ?? null,
      stage: now.stage,
      stageSince: now.effectiveOn,
      ...statusColumns(deal),
      nextStep: deal.nextStep,
      nextStepOn: deal.nextStepOn,
      deskId: deal.deskId,
      caseOfficerId: deal.officerId,
      teamIds: [...new Set([...officer, ...(deal.memberIds ?? [])])],
      readerIds: [...new Set(deal.readerIds ?? [])],
      searchText: dealSearchText(deal.fields, number),
      number,
      createdBy: actor.id,
      updatedBy: actor.id,
    })
    .returning({ id: deals.id })
  if (!row) throw new Error('a deal was inserted without an id')
  await stateFacts(tx, row.id, deal, amounts)
  await recordStages(tx, row.id, deal)
  const made = { id: row.id, number, name: deal.fields.name }
  if (!deal.opening) await tellAssigned(tx, 'deal', made, officer, 'officer')
  return { id: row.id, number, version: 1 }
}

function statusColumns({ status, stages }: NewDeal) {
  return {
    status: status?.status ?? 'active',
    statusSince: status?.effectiveOn ?? stages[0].effectiveOn,
    statusReason: status?.reasonCode ?? null,
    statusText: status?.reason ?? null,
    lostTo: status?.lostTo ?? null,
    reviewOn: status?.reviewOn ?? null,
  }
}

type Amounts = Awaited<ReturnType<typeof dealColumnsOf<DealFields>>>

async function stateFacts(tx: Tx, id: number, deal: NewDeal, amounts: Amounts) {
  const { stages, status, opening = false } = deal
  const since = stages[0].effectiveOn
  const state = (line: FactLine) => stateFact(tx, 'deal', id, { ...line, opening })
  for (const { stage, effectiveOn } of stages) await state({ fact: 'stage', value: stage, effectiveOn })
  await state({ fact: 'status', value: 'active', effectiveOn: since })
  if (status && status.status !== 'active')
    await state({
      fact: 'status',
      value: status.status,
      effectiveOn: status.effectiveOn,
      reasonCode: status.reasonCode,
      reason: status.reason,
    })
  await state({ fact: 'desk', deskId: deal.deskId, effectiveOn: since })
  await state({ fact: 'total_investment', ...amounts, effectiveOn: deal.statedOn })
}

async function recordStages(tx: Tx, id: number, { fields, stages, status, opening, leadId }: NewDeal) {
  const told = { name: fields.name, ...(opening && { opening }), ...(leadId && { leadId }) }
  for (const [at, { stage, effectiveOn }] of stages.entries())
    await record(tx, 'deal', id, { ...told, from: stages[at - 1]?.stage ?? null, to: stage, effectiveOn })
  if (status && status.status !== 'active')
    await record(tx, 'deal', id, {
      ...told,
      changes: { status: ['active', status.status] },
      effectiveOn: status.effectiveOn,
      reason: status.reason,
    })
}
