import { sql } from 'drizzle-orm'
import { record, write } from '@/db/as'
import { lockDeal, saveDeal, type TheirDeal } from '@/db/deal-lock'
import { mayDelete } from '@/domain/deal/right'
import type { DeleteDealInput, RestoreDealInput } from '@/domain/deal/verb-input'
import { done, type Outcome, refused } from '@/domain/outcome'
import type { Permit } from '@/domain/policy/permit'
import type { DealSaved } from './deal-edit'

type Answer = Promise<Outcome<DealSaved, TheirDeal>>

/** Out of every list and figure, and to be restored: by its creator within a day, a head of that desk, the director. */
export async function deleteDeal(permit: Permit<'deal.delete'>, input: DeleteDealInput): Answer {
  return write(permit, async tx => {
    const held = await lockDeal(tx, input)
    if ('no' in held) return held.no
    const { deal } = held
    if (!mayDelete(permit.actor, deal, new Date())) return refused('deal.refused.not_yours_to_delete')
    const gone = { deletedAt: sql`now()` as never, deletedBy: permit.actor.id }
    const version = await saveDeal(tx, permit, deal, gone)
    await record(tx, 'deal', deal.id, { name: deal.name, ...(input.reason && { reason: input.reason }) })
    return done({ number: deal.number, version })
  })
}

/** Back as it was, by whoever might have deleted it. */
export async function restoreDeal(permit: Permit<'deal.restore'>, input: RestoreDealInput): Answer {
  return write(permit, async tx => {
    const held = await lockDeal(tx, input, { deleted: true })
    if ('no' in held) return held.no
    const { deal } = held
    if (deal.mergedInto !== null) return refused('merge.refused.not_restored')
    if (!mayDelete(permit.actor, deal, new Date())) return refused('deal.refused.not_yours_to_delete')
    const version = await saveDeal(tx, permit, deal, { deletedAt: null, deletedBy: null })
    await record(tx, 'deal', deal.id, { name: deal.name })
    return done({ number: deal.number, version })
  })
}
