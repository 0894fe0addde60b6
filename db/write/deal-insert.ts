import { nextNumber, recordAll, type Tx } from '@/db/as'
import { amountsOf, dealColumnsBy, dealSearchText } from '@/db/deal-fields'
import { type FactLine, openFacts } from '@/db/fact'
import { ratesOn } from '@/db/rate'
import { deals } from '@/db/schema/deal'
import { yearOf } from '@/domain/calendar/date'
import type { DealStage, DealStatus, EndReason } from '@/domain/deal/deal'
import type { DealFields } from '@/domain/deal/fields'
import type { Leader } from '@/domain/deal/leader'
import type { Permit } from '@/domain/policy/permit'
import type { Names } from '@/domain/user/user'
import type { NewRecord } from './company-insert'
import { insertNumbered, inTurns } from './many'
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
  leader?: Leader
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
  /** When it was first entered, if that was elsewhere and earlier. */
  createdAt?: Date
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
  const number = await nextNumber(tx, 'D', yearOf(deal.today))
  const [row] = await insertDeals(tx, permit, [{ ...deal, number }])
  if (!row) throw new Error('a deal was inserted without an id')
  const made = { ...row, name: deal.fields.name }
  const officer = deal.officerId === null ? [] : [deal.officerId]
  if (!deal.opening) await tellAssigned(tx, 'deal', made, officer, 'officer')
  return { ...row, version: 1 }
}

/** The same for many, with numbers that were reserved for them; in their order. Nobody is told. */
export async function insertDeals(
  tx: Tx,
  { actor }: Permit<'deal.create' | 'deal.open' | 'lead.convert' | 'deal.import'>,
  rows: readonly (NewDeal & { number: string })[],
): Promise<NewRecord[]> {
  const rateOf = await ratesOn(
    tx,
    rows.flatMap(({ fields, statedOn }) => amountsOf(fields, statedOn)),
  )
  const amountsIn = ({ fields, statedOn }: NewDeal) => dealColumnsBy(rateOf, fields, statedOn)
  const by = { createdBy: actor.id, updatedBy: actor.id }
  const made = await insertNumbered(tx, deals, rows, deal => ({
    ...amountsIn(deal),
    ...columnsOf(deal),
    ...by,
  }))
  const idOf = (at: number) => made[at]?.id ?? 0
  const opened = (deal: NewDeal, at: number) =>
    factsOf(deal, amountsIn(deal)).map(line => ({ ...line, id: idOf(at) }))
  await inTurns(rows, opened, async chunk => {
    await openFacts(tx, 'deal', chunk.flat())
    return []
  })
  await recordAll(
    tx,
    'deal',
    rows.flatMap((deal, at) => linesOf(deal).map(details => ({ id: idOf(at), details }))),
  )
  return made
}

function columnsOf(deal: NewDeal & { number: string }) {
  const now = deal.stages.at(-1) ?? deal.stages[0]
  const officer = deal.officerId === null ? [] : [deal.officerId]
  return {
    ...deal.approval,
    ...deal.leader,
    ...(deal.createdAt && { createdAt: deal.createdAt }),
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
    searchText: dealSearchText(deal.fields, deal.number),
    number: deal.number,
  }
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

type Amounts = ReturnType<typeof dealColumnsBy<DealFields>>

function factsOf(deal: NewDeal, amounts: Amounts): FactLine[] {
  const { stages, status, opening = false } = deal
  const since = stages[0].effectiveOn
  const ended = status && status.status !== 'active' ? status : null
  const lines: FactLine[] = [
    ...stages.map(({ stage, effectiveOn }) => ({ fact: 'stage' as const, value: stage, effectiveOn })),
    { fact: 'status', value: 'active', effectiveOn: since },
    ...(ended
      ? [
          {
            fact: 'status' as const,
            value: ended.status,
            effectiveOn: ended.effectiveOn,
            reasonCode: ended.reasonCode,
            reason: ended.reason,
          },
        ]
      : []),
    { fact: 'desk', deskId: deal.deskId, effectiveOn: since },
    { fact: 'total_investment', ...totalOf(amounts), effectiveOn: deal.statedOn },
  ]
  return lines.map(line => ({ ...line, opening }))
}

const totalOf = ({ totalMinor, totalCurrency, totalRate, totalCny }: Amounts) => ({
  totalMinor,
  totalCurrency,
  totalRate,
  totalCny,
})

/** A line for each stage that it has reached, and for a status that is no longer *active*. */
function linesOf({ fields, stages, status, opening, leadId }: NewDeal): Record<string, unknown>[] {
  const told = { name: fields.name, ...(opening && { opening }), ...(leadId && { leadId }) }
  const reached = stages.map(({ stage, effectiveOn }, at) => ({
    ...told,
    from: stages[at - 1]?.stage ?? null,
    to: stage,
    effectiveOn,
  }))
  if (!status || status.status === 'active') return reached
  const { effectiveOn, reason } = status
  return [...reached, { ...told, changes: { status: ['active', status.status] }, effectiveOn, reason }]
}
