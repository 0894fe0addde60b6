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
  const { minor, currency } = money
  const rate = currency === 'CNY' ? '1' : await rateOn(tx, currency, on)
  return { minor, currency, rate, cny: rate === null ? null : toCny(minor, currency, rate), on }
}

/** Yuan for one unit, as a decimal string; null when none is known on that day. */
export async function rateOn(tx: Tx, currency: string, on: string): Promise<string | null> {
  const [row] = await tx.execute<{ rate: string }>(sql`
    select rate::text from rates where currency = ${currency} and on_date <= ${on}::date order by on_date desc limit 1`)
  return row?.rate ?? null
}

/** The money of a row's two columns; null when nothing is stated. */
export function moneyOfRow(minor: bigint | null, currency: string | null): Money | null {
  return minor !== null && currency && isCurrency(currency) ? { minor, currency: currency as Currency } : null
}
