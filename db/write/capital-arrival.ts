import { eq, sql } from 'drizzle-orm'
import { record, type Tx, write } from '@/db/as'
import { amountOf, type PartRow, partsOf, receivedOf } from '@/db/capital'
import { lockDeal } from '@/db/deal-lock'
import { ratesOn, valued } from '@/db/rate'
import { arrivals } from '@/db/schema/capital'
import { fromCny } from '@/domain/capital/allot'
import { refuseBeyond } from '@/domain/capital/arrival'
import type { ProposeArrivalInput } from '@/domain/capital/input'
import type { Currency } from '@/domain/money/currency'
import type { Money } from '@/domain/money/money'
import { done, gone, type Invalid, invalidField, type Outcome, refused } from '@/domain/outcome'
import type { Permit } from '@/domain/policy/permit'
import { decidersOf, notify } from './notify'

export type Arrival = typeof arrivals.$inferSelect
type Amounts = Pick<Arrival, 'minor' | 'currency' | 'rate' | 'cny' | 'creditedMinor'>

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
      const corrected = input.correctsId === null ? undefined : await correctable(tx, part, input.correctsId)
      if (corrected && 'kind' in corrected && !('id' in corrected)) return corrected
      const old = corrected as Arrival | undefined
      const amounts = input.strikes && old ? amountsOf(old) : await amountsAt(tx, part, input)
      if ('kind' in amounts) return amounts
      const credited: Money = { minor: amounts.creditedMinor, currency: part.currency as Currency }
      const received = await receivedOf(tx, part, old?.id ?? null)
      const beyond = input.strikes ? null : refuseBeyond({ committed: amountOf(part), ...received }, credited)
      if (beyond) return beyond
      const id = await insert(tx, permit, part, input, amounts)
      const said = { minor: String(amounts.minor), currency: amounts.currency }
      const before = old ? { minor: String(old.minor), currency: old.currency } : null
      await record(tx, 'deal', deal.id, {
        changes: {
          arrival: [before, input.strikes ? null : said],
          voucher: [old?.voucher ?? null, input.voucher],
        },
        arrivalId: id,
        on: input.arrivedOn,
        reason: input.correctionReason,
      })
      const { number, name } = deal
      const details = { number, name, path: `/deals/${number}/capital` }
      const to = await decidersOf(tx, deal.deskId)
      await notify(tx, { kind: 'confirmation_asked', to, noun: 'deal', recordId: deal.id, details })
      return done({ number, id })
    },
    input.submission,
  )
}

/** Of the same part, confirmed, and not corrected by one that waits already. */
async function correctable(tx: Tx, part: PartRow, id: number) {
  const [old] = await tx.select().from(arrivals).where(eq(arrivals.id, id))
  if (!old || old.partId !== part.id) return gone()
  if (old.state !== 'confirmed' || old.strikes) return refused('capital.refused.not_confirmed')
  const [waits] = await tx.execute(
    sql`select 1 from arrivals where corrects_id = ${id} and state = 'proposed' limit 1`,
  )
  return waits ? refused('capital.refused.correction_waits') : old
}

const amountsOf = ({ minor, currency, rate, cny, creditedMinor }: Arrival): Amounts => ({
  minor,
  currency,
  rate,
  cny,
  creditedMinor,
})

/**
 * At the rate of its day. In another currency than the part's it counts by its yuan, so both need a rate; in the same it
 * counts by itself, and without a rate sums leave it out and say so.
 */
async function amountsAt(
  tx: Tx,
  part: PartRow,
  { money, arrivedOn: on }: ProposeArrivalInput,
): Promise<Amounts | Invalid> {
  const { minor, currency, rate, cny } = await valued(tx, money, on)
  const own = part.currency as Currency
  if (currency === own) return { minor, currency, rate, cny, creditedMinor: minor }
  const rateOf = await ratesOn(tx, [{ money: { minor: 1n, currency: own }, on }])
  const to = own === 'CNY' ? '1' : rateOf(own, on)
  const lacking = cny === null ? currency : to === null ? own : null
  if (lacking || cny === null || to === null)
    return invalidField('amount', 'capital.invalid.no_rate_that_day', { currency: lacking ?? own, on })
  return { minor, currency, rate, cny, creditedMinor: fromCny(cny, own, to) }
}

async function insert(tx: Tx, permit: Permit, part: PartRow, input: ProposeArrivalInput, amounts: Amounts) {
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
