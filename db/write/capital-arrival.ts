import { record, type Tx, write } from '@/db/as'
import { amountOf, type PartRow, partsOf, receivedOf } from '@/db/capital'
import type { DealEntity } from '@/db/deal-fields'
import { lockDeal } from '@/db/deal-lock'
import { arrivals } from '@/db/schema/capital'
import { refuseBeyond } from '@/domain/capital/arrival'
import type { ProposeArrivalInput } from '@/domain/capital/input'
import type { Currency } from '@/domain/money/currency'
import type { Money } from '@/domain/money/money'
import { done, invalidField, type Outcome } from '@/domain/outcome'
import type { Permit } from '@/domain/policy/permit'
import { type Arrival, type ArrivalAmounts, amountsAt, amountsOf, correctable } from './capital-amount'
import { decidersOf, notify } from './notify'

/**
 * What came of a part, at the rate of the day on which it came, for another to confirm. Never more than the part commits
 * to, with what waits already. A correction names the one whose place it takes; until it is confirmed that one stands.
 */
export async function proposeArrival(
  permit: Permit<'capital.propose_arrival'>,
  input: ProposeArrivalInput,
): Promise<Outcome<{ number: string; id: number }>> {
  return write(
    permit,
    async tx => {
      const held = await lockDeal(tx, { number: input.number })
      if ('no' in held) return held.no
      const { deal, zone } = held
      if (input.arrivedOn > zone.today) return invalidField('arrivedOn', 'date.in_future')
      const part = (await partsOf(tx, deal.id)).find(one => one.id === input.partId)
      if (!part) return invalidField('partId', 'input.not_offered')
      const corrected = input.correctsId === null ? null : await correctable(tx, part, input.correctsId)
      if (corrected && 'no' in corrected) return corrected.no
      const old = corrected?.old
      const amounts = input.strikes && old ? amountsOf(old) : await amountsAt(tx, part, input)
      if ('kind' in amounts) return amounts
      const credited: Money = { minor: amounts.creditedMinor, currency: part.currency as Currency }
      const received = await receivedOf(tx, part, old?.id ?? null)
      const beyond = input.strikes ? null : refuseBeyond({ committed: amountOf(part), ...received }, credited)
      if (beyond) return beyond
      const id = await insert(tx, permit, part, input, amounts)
      await tell(tx, deal, id, { input, amounts, old })
      return done({ number: deal.number, id })
    },
    input.submission,
  )
}

async function insert(
  tx: Tx,
  permit: Permit,
  part: PartRow,
  input: ProposeArrivalInput,
  amounts: ArrivalAmounts,
) {
  const { arrivedOn, voucher, note, correctsId, strikes, correctionReason } = input
  const { id: partId, dealId, kind, origin, form } = part
  const [row] = await tx
    .insert(arrivals)
    .values({
      ...{ partId, dealId, kind, origin, form, arrivedOn, voucher, note, correctsId, correctionReason },
      ...amounts,
      strikes: strikes && correctsId !== null,
      proposedBy: permit.actor.id,
    })
    .returning({ id: arrivals.id })
  if (!row) throw new Error('an arrival was inserted without an id')
  return row.id
}

/** The log tells the amount and the voucher; whoever decides for the desk is asked. */
async function tell(
  tx: Tx,
  { id: dealId, deskId, number, name }: DealEntity,
  arrivalId: number,
  { input, amounts, old }: { input: ProposeArrivalInput; amounts: ArrivalAmounts; old: Arrival | undefined },
) {
  const of = ({ minor, currency }: ArrivalAmounts) => ({ minor: String(minor), currency })
  const changes = {
    arrival: [old ? of(old) : null, input.strikes ? null : of(amounts)],
    voucher: [old?.voucher ?? null, input.voucher],
  }
  await record(tx, 'deal', dealId, {
    changes,
    arrivalId,
    on: input.arrivedOn,
    reason: input.correctionReason,
  })
  const to = await decidersOf(tx, deskId)
  const details = { number, name, path: `/deals/${number}/capital` }
  await notify(tx, { kind: 'confirmation_asked', to, noun: 'deal', recordId: dealId, details })
}
