import type { IsoDate } from '@/domain/calendar/date'
import { type Currency, minorDigits } from '@/domain/money/currency'
import { divideHalfUp, pow10, readDecimal } from '@/domain/money/decimal'

type Planned = { id: number; byOn: IsoDate; minor: bigint }

/**
 * What of each plan of one part is still to come: what arrived settles the plan that is due first, then the next. All
 * in the part's currency; never below zero, and all together what was planned less what arrived.
 */
export function allot(plans: readonly Planned[], received: bigint): Map<number, bigint> {
  const open = new Map<number, bigint>()
  let left = received
  for (const { id, minor } of [...plans].sort((a, b) =>
    a.byOn < b.byOn ? -1 : a.byOn > b.byOn ? 1 : a.id - b.id,
  )) {
    const settled = left < minor ? left : minor
    open.set(id, minor - settled)
    left -= settled
  }
  return open
}

/** CNY fen in another currency's minor unit at `rate` CNY for one unit, half up, at least 1: what came is not nothing. */
export function fromCny(cny: bigint, currency: Currency, rate: string): bigint {
  const { digits, scale } = readDecimal(rate) ?? { digits: 0n, scale: 0 }
  if (digits <= 0n) throw new RangeError(`not a rate: ${rate}`)
  const minor = divideHalfUp(cny * pow10(scale + minorDigits[currency]), digits * pow10(minorDigits.CNY))
  return minor > 0n ? minor : 1n
}
