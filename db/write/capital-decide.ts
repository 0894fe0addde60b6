import { and, eq, sql } from 'drizzle-orm'
import { record, type Tx, write } from '@/db/as'
import { amountOf, partsOf, receivedOf } from '@/db/capital'
import { type HeldDeal, lockDeal } from '@/db/deal-lock'
import { arrivals } from '@/db/schema/capital'
import { refuseArrivalDecision, refuseBeyond } from '@/domain/capital/arrival'
import type { ConfirmArrivalInput, ReturnArrivalInput } from '@/domain/capital/input'
import type { Currency } from '@/domain/money/currency'
import { done, gone, type Outcome, refused } from '@/domain/outcome'
import type { Permit } from '@/domain/policy/permit'
import { reallot } from './capital-allot'
import type { Arrival } from './capital-amount'
import { notify } from './notify'

type Answer = Promise<Outcome<{ number: string }>>

/** The second person: now it counts, and takes the place of what it corrects. What was committed is asked once more. */
export async function confirmArrival(
  permit: Permit<'capital.confirm_arrival'>,
  input: ConfirmArrivalInput,
): Answer {
  return write(permit, async tx => {
    const found = await waiting(tx, permit, input)
    if ('no' in found) return found.no
    const { arrival, held } = found
    const part = (await partsOf(tx, held.deal.id)).find(one => one.id === arrival.partId)
    if (!part) return refused('capital.refused.part_gone')
    const currency = part.currency as Currency
    const { confirmed } = await receivedOf(tx, part, arrival.correctsId)
    const others = { committed: amountOf(part), confirmed, waiting: { minor: 0n, currency } }
    const beyond = arrival.strikes ? null : refuseBeyond(others, { minor: arrival.creditedMinor, currency })
    if (beyond) return beyond
    if (arrival.correctsId !== null && !(await supersede(tx, arrival.correctsId)))
      return refused('capital.refused.not_confirmed')
    await decide(tx, permit, arrival, 'confirmed', null)
    await reallot(tx, arrival.partId)
    return told(tx, held, arrival, 'confirmed', null)
  })
}

/** Sent back with a reason: nothing has changed, and it may be proposed again. */
export async function returnArrival(
  permit: Permit<'capital.return_arrival'>,
  input: ReturnArrivalInput,
): Answer {
  return write(permit, async tx => {
    const found = await waiting(tx, permit, input)
    if ('no' in found) return found.no
    await decide(tx, permit, found.arrival, 'returned', input.reason)
    return told(tx, found.held, found.arrival, 'returned', input.reason)
  })
}

/** The arrival that waits, its deal held. Of two who decide at once the second finds that it was decided. */
async function waiting(
  tx: Tx,
  permit: Permit,
  { number, id, version }: ConfirmArrivalInput,
): Promise<{ no: Outcome<never> } | { arrival: Arrival; held: HeldDeal }> {
  const held = await lockDeal(tx, { number })
  if ('no' in held) return { no: held.no as Outcome<never> }
  const [arrival] = await tx
    .select()
    .from(arrivals)
    .where(and(eq(arrivals.id, id), eq(arrivals.dealId, held.deal.id)))
  if (!arrival) return { no: gone() }
  if (arrival.state !== 'proposed' || arrival.version !== version)
    return { no: refused('deal.refused.decided_already') }
  const no = refuseArrivalDecision(permit.actor, held.deal, arrival)
  return no ? { no } : { arrival, held }
}

async function supersede(tx: Tx, id: number): Promise<boolean> {
  const rows = await tx
    .update(arrivals)
    .set({ state: 'superseded', supersededAt: sql`now()`, version: sql`version + 1` })
    .where(and(eq(arrivals.id, id), eq(arrivals.state, 'confirmed')))
    .returning({ id: arrivals.id })
  return rows.length > 0
}

const decide = (
  tx: Tx,
  permit: Permit,
  arrival: Arrival,
  state: 'confirmed' | 'returned',
  reason: string | null,
) =>
  tx
    .update(arrivals)
    .set({ state, reason, decidedBy: permit.actor.id, decidedAt: sql`now()`, version: arrival.version + 1 })
    .where(eq(arrivals.id, arrival.id))

async function told(
  tx: Tx,
  { deal }: HeldDeal,
  arrival: Arrival,
  kind: 'confirmed' | 'returned',
  reason: string | null,
) {
  const { number, name } = deal
  const said = arrival.strikes ? null : { minor: String(arrival.minor), currency: arrival.currency }
  await record(tx, 'deal', deal.id, {
    changes: { arrival: [null, said] },
    arrivalId: arrival.id,
    proposedBy: arrival.proposedBy,
    reason,
  })
  const details = { number, name, path: `/deals/${number}/capital`, ...(reason && { text: reason }) }
  await notify(tx, {
    kind,
    to: [arrival.proposedBy, deal.caseOfficerId],
    noun: 'deal',
    recordId: deal.id,
    details,
  })
  return done({ number })
}
