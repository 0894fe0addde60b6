import { eq, sql } from 'drizzle-orm'
import { record, type Tx, write } from '@/db/as'
import type { DealEntity } from '@/db/deal-fields'
import { lockDeal, saveDeal, type TheirDeal } from '@/db/deal-lock'
import { stateFact } from '@/db/fact'
import { stageProposals } from '@/db/schema/deal'
import type { ApprovalFields } from '@/domain/deal/row'
import { decideConfirmation, decideProposal, refuseDeciding } from '@/domain/deal/stage'
import type { ConfirmDealInput, ProposeDealInput, ReturnDealInput } from '@/domain/deal/verb-input'
import { done, type FieldErrors, invalid, type Outcome, refused } from '@/domain/outcome'
import type { Permit } from '@/domain/policy/permit'
import type { DealSaved } from './deal-edit'
import { decidersOf, notify } from './notify'

type Answer<T = DealSaved> = Promise<Outcome<T, TheirDeal>>

/** Asks for the approval, with what it consists of. The deal stays where it is until another has confirmed. */
export async function proposeDeal(
  permit: Permit<'deal.propose'>,
  { submission, number, version, effectiveOn, ...approval }: ProposeDealInput,
): Answer<DealSaved & { proposalId: number }> {
  return write(
    permit,
    async tx => {
      const held = await lockDeal(tx, { number, version })
      if ('no' in held) return held.no
      const { deal, state, zone } = held
      const ahead = daysAhead(approval, zone.today)
      if (Object.keys(ahead).length > 0) return invalid(ahead)
      const decided = decideProposal(state, approval, { today: zone.today, effectiveOn })
      if (decided.kind !== 'done') return decided
      const [proposal] = await tx
        .insert(stageProposals)
        .values({
          dealId: deal.id,
          to: 'approved',
          fields: approval,
          effectiveOn,
          proposedBy: permit.actor.id,
        })
        .returning({ id: stageProposals.id })
      if (!proposal) throw new Error('a proposal was inserted without an id')
      const next = await saveDeal(tx, permit, deal, { progress: true })
      await record(tx, 'deal', deal.id, { from: deal.stage, to: 'approved', effectiveOn, approval })
      await tell(tx, deal, 'confirmation_asked', await decidersOf(tx, deal.deskId))
      return done({ number, version: next, proposalId: proposal.id })
    },
    submission,
  )
}

/** The second person: a head of that desk or the director, other than the one who proposed. Now it is approved. */
export async function confirmDeal(permit: Permit<'deal.confirm'>, input: ConfirmDealInput): Answer {
  return write(permit, async tx => {
    const held = await lockDeal(tx, input)
    if ('no' in held) return held.no
    const { deal, proposal, state, zone } = held
    if (proposal?.id !== input.proposalId) return refused('deal.refused.decided_already')
    const { fields, effectiveOn, proposedBy } = proposal
    const decided =
      refuseDeciding(permit.actor, deal, proposal) ??
      decideConfirmation(state, fields, { today: zone.today, effectiveOn })
    if (decided.kind !== 'done') return decided
    const { from, to } = decided.value
    await decide(tx, permit, proposal.id, 'confirmed', null)
    const columns = { ...approvalOf(fields), stage: to, stageSince: effectiveOn, progress: true } as const
    const version = await saveDeal(tx, permit, deal, columns)
    await stateFact(tx, 'deal', deal.id, { fact: 'stage', value: to, effectiveOn })
    await record(tx, 'deal', deal.id, { from, to, effectiveOn, proposedBy, approval: fields })
    await tell(tx, deal, 'confirmed', [proposedBy, deal.caseOfficerId])
    return done({ number: deal.number, version })
  })
}

/** Sent back with a reason: nothing has changed, and it may be proposed again. */
export async function returnDeal(permit: Permit<'deal.return'>, input: ReturnDealInput): Answer {
  return write(permit, async tx => {
    const held = await lockDeal(tx, input)
    if ('no' in held) return held.no
    const { deal, proposal } = held
    if (proposal?.id !== input.proposalId) return refused('deal.refused.decided_already')
    const refusal = refuseDeciding(permit.actor, deal, proposal)
    if (refusal) return refusal
    await decide(tx, permit, proposal.id, 'returned', input.reason)
    const version = await saveDeal(tx, permit, deal)
    const { to, effectiveOn, proposedBy } = proposal
    await record(tx, 'deal', deal.id, { from: deal.stage, to, effectiveOn, proposedBy, reason: input.reason })
    await tell(tx, deal, 'returned', [proposedBy, deal.caseOfficerId], input.reason)
    return done({ number: deal.number, version })
  })
}

const tell = (
  tx: Tx,
  { id, number, name }: DealEntity,
  kind: 'confirmation_asked' | 'confirmed' | 'returned',
  to: (number | null)[],
  text?: string,
) => notify(tx, { kind, to, noun: 'deal', recordId: id, details: { number, name, text } })

function decide(
  tx: Tx,
  permit: Permit,
  id: number,
  decision: 'confirmed' | 'returned',
  reason: string | null,
) {
  return tx
    .update(stageProposals)
    .set({ decision, decidedBy: permit.actor.id, decidedAt: sql`now()`, reason })
    .where(eq(stageProposals.id, id))
}

const approvalOf = (fields: ApprovalFields): ApprovalFields => ({
  approvalAuthority: fields.approvalAuthority,
  approvalNumber: fields.approvalNumber,
  approvalOn: fields.approvalOn,
  agreementOn: fields.agreementOn,
  agreementReference: fields.agreementReference,
})

function daysAhead({ approvalOn, agreementOn }: ApprovalFields, today: string): FieldErrors {
  const ahead = Object.entries({ approvalOn, agreementOn }).filter(([, day]) => day > today)
  return Object.fromEntries(ahead.map(([field]) => [field, { reason: 'date.in_future' }]))
}
