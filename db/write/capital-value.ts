import { and, eq, isNull } from 'drizzle-orm'
import type { Tx } from '@/db/as'
import { closingOf, dealRates, type PartRow, partsOf } from '@/db/capital'
import type { DealEntity } from '@/db/deal-fields'
import { capitalParts, plannedArrivals } from '@/db/schema/capital'
import { latestOf } from '@/domain/calendar/date'
import type { PartFields } from '@/domain/capital/structure-input'
import type { Currency } from '@/domain/money/currency'
import { toCny } from '@/domain/money/money'
import { usesOf } from './capital-use'
import { isOneOf } from './many'

type Total = Pick<DealEntity, 'id' | 'totalMinor' | 'totalCurrency' | 'totalRate' | 'totalCny' | 'totalOn'>
type Amounts = Pick<PartRow, 'rest' | 'minor' | 'currency' | 'rate' | 'cny'>
export type ValuedPart = Omit<PartFields, 'money'> & Amounts

/** What was entered, in yuan at the deal's rate; the rest has no amount until all others have. */
export async function valuedParts(tx: Tx, deal: Total, parts: readonly PartFields[], today: string) {
  const currencies = parts.flatMap(({ money }) => money?.currency ?? [])
  const rateOf = await dealRates(tx, deal, currencies, today)
  const amounts = parts.map(({ money, ...part }): ValuedPart => {
    const currency = money?.currency ?? 'CNY'
    const rate = rateOf(currency)
    const cny = money && rate ? toCny(money.minor, currency, rate) : null
    return { ...part, minor: money?.minor ?? null, currency, rate, cny }
  })
  return withRest(amounts, deal)
}

/** Another total, another rest and another rate, from the day of the total on: the amounts of the parts stay, their yuan follow. */
export async function revalueCapital(tx: Tx, deal: Total, today: string): Promise<void> {
  const parts = await partsOf(tx, deal.id)
  if (parts.length === 0) return
  const currencies = parts.map(({ currency }) => currency)
  const rateOf = await dealRates(tx, deal, currencies, today)
  const valued = parts.map((part): PartRow => {
    const rate = rateOf(part.currency)
    const cny = rate && part.minor !== null ? toCny(part.minor, part.currency as Currency, rate) : null
    return { ...part, rate, cny }
  })
  const uses = await usesOf(tx, deal.id)
  for (const [at, { id, minor, currency, rate, cny }] of withRest(valued, deal).entries()) {
    const before = parts[at] as PartRow
    if (minor === before.minor && cny === before.cny && currency === before.currency) continue
    const effectiveOn = latestOf(before.effectiveOn, deal.totalOn ?? today) as string
    // of a rest in another currency nothing could be planned any more: it stays what it was, and the gap is shown
    const fixed = before.rest && before.currency !== currency && uses.has(id)
    await tx
      .update(capitalParts)
      .set(fixed ? { rest: false } : { minor, currency, rate, cny, effectiveOn })
      .where(eq(capitalParts.id, id))
    if (!fixed) await revaluePlans(tx, { id, currency, rate }, effectiveOn)
  }
}

/** The same for many at once: those without a structure cost one question together. */
export async function revalueAll(tx: Tx, deals: readonly Total[], today: string): Promise<void> {
  if (deals.length === 0) return
  const ids = deals.map(({ id }) => id)
  const rows = await tx
    .selectDistinct({ id: capitalParts.dealId })
    .from(capitalParts)
    .where(and(isOneOf(capitalParts.dealId, ids), isNull(capitalParts.deletedAt)))
  const structured = new Set(rows.map(({ id }) => id))
  for (const deal of deals) if (structured.has(deal.id)) await revalueCapital(tx, deal, today)
}

/** What is planned of a part is worth what the part is worth. */
export async function revaluePlans(
  tx: Tx,
  { id, currency, rate }: Pick<PartRow, 'id' | 'currency' | 'rate'>,
  on: string,
) {
  const plans = await tx
    .select()
    .from(plannedArrivals)
    .where(and(eq(plannedArrivals.partId, id), isNull(plannedArrivals.deletedAt)))
  const cnyOf = (minor: bigint) => (rate === null ? null : toCny(minor, currency as Currency, rate))
  for (const plan of plans.filter(plan => plan.rate !== rate))
    await tx
      .update(plannedArrivals)
      .set({
        ...{ rate, cny: cnyOf(plan.minor), openCny: cnyOf(plan.openMinor) },
        effectiveOn: latestOf(plan.effectiveOn, on) as string,
      })
      .where(eq(plannedArrivals.id, plan.id))
}

/** The rest is in the total's currency where all others are, else in yuan. */
function withRest<P extends Amounts>(parts: readonly P[], deal: Total): P[] {
  const { rest, currency } = closingOf(parts, deal)
  const rate = currency === 'CNY' ? '1' : deal.totalRate
  const of = { currency, rate, minor: rest?.minor ?? null, cny: rest?.cny ?? null }
  return parts.map(part => (part.rest ? { ...part, ...of } : part))
}
