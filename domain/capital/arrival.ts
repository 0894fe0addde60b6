import { type Money, subtract } from '@/domain/money/money'
import { exact } from '@/domain/money/words'
import { type Refused, refused } from '@/domain/outcome'
import type { Actor } from '@/domain/policy/actor'
import { decidesFor } from '@/domain/policy/within'

/** Of one part, in its currency: what it commits to, what has been confirmed, and what waits to be. */
export type Commitment = { committed: Money | null; confirmed: Money; waiting: Money }

/** Nothing arrives beyond what was committed: refused with the numbers. Without an amount the structure comes first. */
export function refuseBeyond({ committed, confirmed, waiting }: Commitment, amount: Money): Refused | null {
  if (!committed) return refused('capital.refused.part_without_amount')
  const left = subtract(subtract(committed, confirmed), waiting)
  if (amount.minor <= left.minor) return null
  const said = { committed, confirmed, waiting, amount }
  const values = Object.entries(said).map(([key, money]) => [key, exact(money)])
  return refused('capital.refused.beyond_committed', { values: Object.fromEntries(values) })
}

/** The second person: a head of that desk or the director, and never the one who proposed. */
export function refuseArrivalDecision(
  actor: Actor,
  deal: { deskId: number },
  arrival: { proposedBy: number },
): Refused | null {
  if (arrival.proposedBy === actor.id) return refused('deal.refused.same_person')
  return decidesFor(actor, deal.deskId) ? null : refused('common.not_permitted')
}
