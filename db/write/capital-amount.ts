import { eq, sql } from 'drizzle-orm'
import type { Tx } from '@/db/as'
import type { PartRow } from '@/db/capital'
import { ratesOn, valued } from '@/db/rate'
import { arrivals } from '@/db/schema/capital'
import { fromCny } from '@/domain/capital/allot'
import type { ProposeArrivalInput } from '@/domain/capital/input'
import type { Currency } from '@/domain/money/currency'
import { type Gone, gone, type Invalid, invalidField, type Refused, refused } from '@/domain/outcome'

export type Arrival = typeof arrivals.$inferSelect
export type ArrivalAmounts = Pick<Arrival, 'minor' | 'currency' | 'rate' | 'cny' | 'creditedMinor'>

/** Of the same part, confirmed, and not corrected by one that waits already. */
export async function correctable(
  tx: Tx,
  part: PartRow,
  id: number,
): Promise<{ no: Gone | Refused } | { old: Arrival }> {
  const [old] = await tx.select().from(arrivals).where(eq(arrivals.id, id))
  if (!old || old.partId !== part.id) return { no: gone() }
  if (old.state !== 'confirmed' || old.strikes) return { no: refused('capital.refused.not_confirmed') }
  const [waits] = await tx.execute(
    sql`select 1 from arrivals where corrects_id = ${id} and state = 'proposed' limit 1`,
  )
  return waits ? { no: refused('capital.refused.correction_waits') } : { old }
}

export const amountsOf = ({ minor, currency, rate, cny, creditedMinor }: Arrival): ArrivalAmounts => ({
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
export async function amountsAt(
  tx: Tx,
  part: PartRow,
  { money, arrivedOn: on }: ProposeArrivalInput,
): Promise<ArrivalAmounts | Invalid> {
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
