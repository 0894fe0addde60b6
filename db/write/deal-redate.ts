import { sql } from 'drizzle-orm'
import { record, write } from '@/db/as'
import { lastMoveOf } from '@/db/deal-last-move'
import { lockDeal, saveDeal, type TheirDeal } from '@/db/deal-lock'
import { factBegan, stateFact, takeBackFact } from '@/db/fact'
import { refuseUndo } from '@/domain/deal/stage'
import type { RedateDealInput } from '@/domain/deal/verb-input'
import { refuseEffective } from '@/domain/fact/effective'
import { done, type Outcome, refused } from '@/domain/outcome'
import type { Permit } from '@/domain/policy/permit'
import type { DealSaved } from './deal-edit'

/**
 * One's own last move took effect on another day: its line is superseded and another takes its place, in one step, so
 * that a date that does not fit leaves the move as it is. Under the conditions of an undo.
 */
export async function redateDeal(
  permit: Permit<'deal.move'>,
  { number, effectiveOn }: RedateDealInput,
): Promise<Outcome<DealSaved, TheirDeal>> {
  return write(permit, async tx => {
    const held = await lockDeal(tx, { number })
    if ('no' in held) return held.no
    const { deal, proposal, zone } = held
    const [clock] = await tx.execute<{ now: string }>(sql`select to_json(clock_timestamp()) #>> '{}' as now`)
    const now = new Date(String(clock?.now))
    const refusal = refuseUndo(permit.actor, await lastMoveOf(tx, permit.actor, deal.id), now)
    if (refusal) return refusal
    if (proposal) return refused('deal.refused.proposal_waits')
    await takeBackFact(tx, 'deal', deal.id, 'stage', 'redated')
    const began = await factBegan(tx, 'deal', deal.id, 'stage')
    const wrong = refuseEffective(effectiveOn, { today: zone.today, began })
    if (wrong) return wrong
    const version = await saveDeal(tx, permit, deal, { stageSince: effectiveOn })
    await stateFact(tx, 'deal', deal.id, { fact: 'stage', value: deal.stage, effectiveOn })
    await record(tx, 'deal', deal.id, { from: deal.stage, to: deal.stage, effectiveOn, redated: true })
    return done({ number, version })
  })
}
