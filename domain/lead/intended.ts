import { isCurrency } from '@/domain/money/currency'
import type { Money } from '@/domain/money/money'

/** What an investor means to invest, as stored; null when nothing is stated. */
export function intendedOf(lead: {
  intendedMinor: bigint | null
  intendedCurrency: string | null
}): Money | null {
  const { intendedMinor: minor, intendedCurrency: currency } = lead
  return minor !== null && isCurrency(currency) ? { minor, currency } : null
}
