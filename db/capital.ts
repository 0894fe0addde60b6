import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import type { Tx } from '@/db/as'
import type { DealEntity } from '@/db/deal-fields'
import { moneyOfRow, ratesOn } from '@/db/rate'
import { capitalParts } from '@/db/schema/capital'
import { closing } from '@/domain/capital/close'
import type { Currency } from '@/domain/money/currency'
import type { Money } from '@/domain/money/money'

export type PartRow = typeof capitalParts.$inferSelect
type Total = Pick<DealEntity, 'totalMinor' | 'totalCurrency' | 'totalRate' | 'totalCny' | 'totalOn'>

/** The parts of a deal's structure that stand, in their order. */
export function partsOf(tx: Tx, dealId: number): Promise<PartRow[]> {
  return tx
    .select()
    .from(capitalParts)
    .where(and(eq(capitalParts.dealId, dealId), isNull(capitalParts.deletedAt)))
    .orderBy(asc(capitalParts.position), asc(capitalParts.id))
}

export const closingOf = (
  parts: readonly Pick<PartRow, 'rest' | 'minor' | 'currency' | 'cny'>[],
  deal: Total,
) =>
  closing(
    parts.map(part => ({ rest: part.rest, money: amountOf(part), cny: part.cny })),
    { money: moneyOfRow(deal.totalMinor, deal.totalCurrency), cny: deal.totalCny },
  )

/** Whether the structure adds up to the total: what the approval asks. */
export const capitalClosed = async (tx: Tx, deal: Total & { id: number }): Promise<boolean> =>
  closingOf(await partsOf(tx, deal.id), deal).state === 'closed'

/** Yuan for one unit at the deal's rate: the total's own for its currency, else that of the day on which it was stated. */
export async function dealRates(
  tx: Tx,
  deal: Total,
  currencies: readonly string[],
  today: string,
): Promise<(currency: string) => string | null> {
  const on = deal.totalOn ?? today
  const rateOf = await ratesOn(
    tx,
    currencies.map(currency => ({ money: { minor: 1n, currency: currency as Currency }, on })),
  )
  return currency => {
    if (currency === 'CNY') return '1'
    return (currency === deal.totalCurrency && deal.totalRate) || rateOf(currency, on)
  }
}

export const amountOf = ({ minor, currency }: { minor: bigint | null; currency: string }): Money | null =>
  moneyOfRow(minor, currency)

/** Confirmed arrivals of a part and those that wait, in its currency; `without`: one that a correction takes the place of. */
export async function receivedOf(
  tx: Tx,
  part: { id: number; currency: string },
  without: number | null = null,
): Promise<{ confirmed: Money; waiting: Money }> {
  const [row] = await tx.execute<{ confirmed: string; waiting: string }>(sql`
    select coalesce(sum(a.credited_minor) filter (where a.state = 'confirmed'), 0) as confirmed,
      coalesce(sum(greatest(a.credited_minor - coalesce(c.credited_minor, 0), 0)) filter (where a.state = 'proposed'), 0) as waiting
    from arrivals a left join arrivals c on c.id = a.corrects_id
    where a.part_id = ${part.id} and not a.strikes and a.state in ('confirmed', 'proposed')
      and a.id is distinct from ${without}`)
  const currency = part.currency as Currency
  return {
    confirmed: { minor: BigInt(row?.confirmed ?? 0), currency },
    waiting: { minor: BigInt(row?.waiting ?? 0), currency },
  }
}
