import { sql } from 'drizzle-orm'
import type { Tx } from '@/db/as'
import { type Currency, isCurrency } from '@/domain/money/currency'
import { type Money, toCny } from '@/domain/money/money'

/** An amount as it is stored: in its currency, and in yuan at the rate of the day on which it was stated. */
export type StoredAmount = {
  minor: bigint
  currency: string
  rate: string | null
  cny: bigint | null
  on: string
}

/**
 * The amount with its value in yuan by the latest rate on or before `on`; without a rate `cny` stays null and every
 * sum says so.
 */
export async function valued(tx: Tx, money: Money, on: string): Promise<StoredAmount> {
  return valuedBy(await ratesOn(tx, [{ money, on }]), money, on)
}

/** Yuan for one unit of a currency on a day, as a decimal string; null when none is known. */
export type RateOf = (currency: string, on: string) => string | null

export function valuedBy(rateOf: RateOf, { minor, currency }: Money, on: string): StoredAmount {
  const rate = currency === 'CNY' ? '1' : rateOf(currency, on)
  return { minor, currency, rate, cny: rate === null ? null : toCny(minor, currency, rate), on }
}

/** The rates that these amounts need, by one statement. */
export async function ratesOn(
  tx: Tx,
  amounts: readonly { money: Money | null | undefined; on: string }[],
): Promise<RateOf> {
  const asked = new Map<string, { currency: string; on: string }>()
  for (const { money, on } of amounts)
    if (money && money.currency !== 'CNY')
      asked.set(`${money.currency} ${on}`, { currency: money.currency, on })
  if (asked.size === 0) return () => null
  const rows = await tx.execute<{ currency: string; on: string; rate: string | null }>(sql`
    select currency, to_char("on", 'YYYY-MM-DD') as on, (
      select rate::text from rates r where r.currency = a.currency and r.on_date <= a.on order by on_date desc limit 1) as rate
    from jsonb_to_recordset(${JSON.stringify([...asked.values()])}::jsonb) a(currency text, "on" date)`)
  const known = new Map(rows.map(({ currency, on, rate }) => [`${currency} ${on}`, rate]))
  return (currency, on) => known.get(`${currency} ${on}`) ?? null
}

/** The money of a row's two columns; null when nothing is stated. */
export function moneyOfRow(minor: bigint | null, currency: string | null): Money | null {
  return minor !== null && currency && isCurrency(currency) ? { minor, currency: currency as Currency } : null
}
