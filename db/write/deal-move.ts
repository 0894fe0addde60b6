import { sql } from 'drizzle-orm'
import { record, type Tx, write } from '@/db/as'
import { lastMoveOf } from '@/db/deal-last-move'
import { lockDeal, saveDeal, type TheirDeal } from '@/db/deal-lock'
import { factBegan, stateFact, takeBackFact } from '@/db/fact'
import type { DealStage } from '@/domain/deal/deal'
import { decideMove, decideMoveBack, refuseUndo, undoUntil } from '@/domain/deal/stage'
import type { MoveBackDealInput, MoveDealInput, UndoMoveDealInput } from '@/domain/deal/verb-input'
import { done, type Outcome, refused } from '@/domain/outcome'
import type { Permit } from '@/domain/policy/permit'
import type { DealSaved } from './deal-edit'
import { startProcedures, takeBackProcedures } from './procedure-start'

/** `undoUntil` is a moment in ISO 8601. */
export type DealMoved = DealSaved & { from: DealStage; to: DealStage; effectiveOn: string; undoUntil: string }

/** One stage up the ladder, when the deal has what that stage asks for. With entry it gets the steps that entry has. */
export async function moveDeal(
  permit: Permit<'deal.move'>,
  { submission, ...input }: MoveDealInput,
): Promise<Outcome<DealMoved, TheirDeal>> {
  return write(
    permit,
    async tx => {
      const held = await lockDeal(tx, input)
      if ('no' in held) return held.no
      const { deal, state, zone } = held
      const decided = decideMove(state, input.to, { today: zone.today, effectiveOn: input.effectiveOn })
      if (decided.kind !== 'done') return decided
      const { from, to, effectiveOn } = decided.value
      const version = await saveDeal(tx, permit, deal, { stage: to, stageSince: effectiveOn, progress: true })
      const reason = input.reason
      await stateFact(tx, 'deal', deal.id, { fact: 'stage', value: to, effectiveOn, reason })
      const procedures =
        to === 'entry_procedures' ? await startProcedures(tx, permit, deal.id, zone, 'all') : []
      const told = { ...(reason && { reason }), ...(procedures.length > 0 && { procedures }) }
      await record(tx, 'deal', deal.id, { from, to, effectiveOn, ...told })
      const until = undoUntil(await now(tx)).toISOString()
      return done({ number: deal.number, version, from, to, effectiveOn, undoUntil: until })
    },
    submission,
  )
}

/** Takes one's own last move back: its line is superseded and stays in the log as undone. */
export async function undoMoveDeal(
  permit: Permit<'deal.undo_move'>,
  input: UndoMoveDealInput,
): Promise<Outcome<DealSaved, TheirDeal>> {
  return write(permit, async tx => {
    const held = await lockDeal(tx, input)
    if ('no' in held) return held.no
    const { deal, proposal } = held
    const refusal = refuseUndo(permit.actor, await lastMoveOf(tx, permit.actor, deal.id), await now(tx))
    if (refusal) return refusal
    if (proposal) return refused('deal.refused.proposal_waits')
    await takeBackFact(tx, 'deal', deal.id, 'stage', 'undone')
    const [line] = await tx.execute<{ value: DealStage }>(sql`
      select value from deal_facts where deal_id = ${deal.id} and fact = 'stage' and superseded_at is null
        and effective_until is null`)
    const since = await factBegan(tx, 'deal', deal.id, 'stage')
    if (!line || !since) return refused('deal.refused.nothing_to_undo')
    const version = await saveDeal(tx, permit, deal, { stage: line.value, stageSince: since })
    await takeBackProcedures(tx, permit, deal.id)
    await record(tx, 'deal', deal.id, { from: deal.stage, to: line.value, effectiveOn: since, undone: true })
    return done({ number: deal.number, version })
  })
}

/** Down the ladder, with a reason, by a head of that desk or the director. */
export async function moveBackDeal(
  permit: Permit<'deal.move_back'>,
  input: MoveBackDealInput,
): Promise<Outcome<DealSaved, TheirDeal>> {
  return write(permit, async tx => {
    const held = await lockDeal(tx, input)
    if ('no' in held) return held.no
    const { deal, state, zone } = held
    const when = { today: zone.today, effectiveOn: input.effectiveOn }
    const decided = decideMoveBack(permit.actor, state, input.to, when)
    if (decided.kind !== 'done') return decided
    const { from, to, effectiveOn } = decided.value
    const { reason } = input
    const version = await saveDeal(tx, permit, deal, { stage: to, stageSince: effectiveOn, progress: true })
    await stateFact(tx, 'deal', deal.id, { fact: 'stage', value: to, effectiveOn, reason })
    await record(tx, 'deal', deal.id, { from, to, effectiveOn, reason })
    return done({ number: deal.number, version })
  })
}

async function now(tx: Tx): Promise<Date> {
  const [row] = await tx.execute<{ now: string }>(sql`select to_json(clock_timestamp()) #>> '{}' as now`)
  return new Date(String(row?.now))
}
