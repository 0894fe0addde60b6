import type { IsoDate } from '@/domain/calendar/date'
import { refuseEffective } from '@/domain/fact/effective'
import { type Done, done, type Invalid, type Missing, type Refused, refused } from '@/domain/outcome'
import type { Actor } from '@/domain/policy/actor'
import { decidesFor } from '@/domain/policy/within'
import { type DealStage, type DealStatus, dealStages } from './deal'
import type { ApprovalFields } from './row'

/** What the gates look at. */
export type DealState = {
  stage: DealStage
  stageSince: IsoDate
  status: DealStatus
  deskId: number
  officerId: number | null
  hasTotal: boolean
  form: string | null
  content: string | null
  entryDocumentKind: string | null
  entryDocumentOn: IsoDate | null
  entryDocumentReference: string | null
  /** Mandatory procedures that are neither done nor waived. Counted towards an approval. */
  openProcedures: number
  proposedBy: number | null
  /** The parts of the capital add up to the total; looked at where the approval is next. */
  capitalClosed: boolean
}

export type Move = { from: DealStage; to: DealStage; effectiveOn: IsoDate }
type Decision<T = Move> = Done<T> | Refused | Invalid
type When = { today: IsoDate; effectiveOn: IsoDate | null }

type Approval = { [K in keyof ApprovalFields]?: ApprovalFields[K] | null }

const approvalFields = [
  'approvalAuthority',
  'approvalNumber',
  'approvalOn',
  'agreementOn',
  'agreementReference',
] as const satisfies (keyof ApprovalFields)[]

export const rung = (stage: DealStage): number => dealStages.indexOf(stage)
export const nextStage = (stage: DealStage): DealStage | null => dealStages[rung(stage) + 1] ?? null

/**
 * What a stage asks for, by field, and whether it is there (domain.md §2, as far as the fields exist: procedures
 * come with their own records). The fields of an approval come with its proposal.
 */
export function requirementsOf(
  deal: DealState,
  to: DealStage,
  approval: Approval = {},
): { field: string; met: boolean }[] {
  const asks = (fields: Record<string, unknown>) =>
    Object.entries(fields).map(([field, value]) => ({ field, met: Boolean(value) }))
  const { hasTotal: total, form, content } = deal
  const entry = asks({
    total,
    form,
    content,
    entryDocumentKind: deal.entryDocumentKind,
    entryDocumentOn: deal.entryDocumentOn,
    entryDocumentReference: deal.entryDocumentReference,
  })
  if (to === 'negotiation') return []
  if (to === 'entry_procedures') return entry
  return [
    ...entry,
    { field: 'procedures', met: deal.openProcedures === 0 },
    { field: 'capital', met: deal.capitalClosed },
    ...asks(Object.fromEntries(approvalFields.map(field => [field, approval[field]]))),
  ]
}

/** What is not there yet, and who may fill it in: the case officer, or without one the desk's head. */
export function missingFor(deal: DealState, to: DealStage, approval: Approval = {}): Missing[] {
  const who = deal.officerId === null ? 'manager' : 'case_officer'
  return requirementsOf(deal, to, approval)
    .filter(({ met }) => !met)
    .map(({ field }) => ({ field, who }))
}

/** One rung up. Approved is never moved to: it is proposed by one and confirmed by another. */
export function decideMove(deal: DealState, to: DealStage, when: When): Decision {
  if (to === deal.stage) return refused('deal.refused.already_there')
  if (rung(to) < rung(deal.stage)) return refused('deal.refused.backward')
  if (nextStage(deal.stage) !== to) return refused('deal.refused.not_next')
  if (to === 'approved') return refused('deal.refused.is_proposed', { missing: missingFor(deal, to) })
  return decided(deal, to, when)
}

/** Asks for the approval; the stage stays until another has confirmed it. */
export function decideProposal(deal: DealState, approval: ApprovalFields, when: When): Decision {
  if (deal.proposedBy !== null) return refused('deal.refused.proposal_waits')
  if (deal.stage === 'approved') return refused('deal.refused.already_there')
  if (deal.stage !== 'entry_procedures') return refused('deal.refused.not_next')
  return decided(deal, 'approved', when, approval)
}

/** The second person: a head of that desk or the director, and never the one who proposed. */
export function refuseDeciding(
  actor: Actor,
  deal: { deskId: number },
  proposal: { proposedBy: number },
): Refused | null {
  if (proposal.proposedBy === actor.id) return refused('deal.refused.same_person')
  return decidesFor(actor, deal.deskId) ? null : refused('common.not_permitted')
}

/** Confirmed: the gates are asked once more, for the deal may have changed since the proposal. */
export function decideConfirmation(deal: DealState, approval: ApprovalFields, when: When): Decision {
  if (deal.stage !== 'entry_procedures') return refused('deal.refused.moved_since')
  return decided(deal, 'approved', when, approval)
}

/** Any rung down, by the head of the desk or the director; the reason is asked for by the form. */
export function decideMoveBack(actor: Actor, deal: DealState, to: DealStage, when: When): Decision {
  if (!decidesFor(actor, deal.deskId)) return refused('common.not_permitted')
  if (deal.status !== 'active') return refused('deal.refused.not_active')
  if (deal.proposedBy !== null) return refused('deal.refused.proposal_waits')
  if (rung(to) >= rung(deal.stage)) return refused('deal.refused.not_back')
  return dated(deal, to, when)
}

export const UNDO_MINUTES = 10

/** The last move on a deal: by whom, when, and whether anybody else has acted since. */
export type LastMove = { by: number; at: Date; othersSince: boolean } | null

export function refuseUndo(actor: Pick<Actor, 'id'>, last: LastMove, now: Date): Refused | null {
  if (!last) return refused('deal.refused.nothing_to_undo')
  if (last.by !== actor.id) return refused('deal.refused.not_your_move')
  if (last.othersSince) return refused('deal.refused.others_acted')
  return now < undoUntil(last.at) ? null : refused('deal.refused.too_late_to_undo')
}

export const undoUntil = (at: Date) => new Date(at.getTime() + UNDO_MINUTES * 60_000)

function decided(deal: DealState, to: DealStage, when: When, approval?: Approval): Decision {
  if (deal.status !== 'active') return refused('deal.refused.not_active')
  const missing = missingFor(deal, to, approval)
  if (missing.length > 0) return refused('deal.refused.missing', { missing })
  return dated(deal, to, when)
}

function dated(deal: DealState, to: DealStage, { today, effectiveOn }: When): Decision {
  const on = effectiveOn ?? today
  return (
    refuseEffective(on, { today, began: deal.stageSince }) ?? done({ from: deal.stage, to, effectiveOn: on })
  )
}
