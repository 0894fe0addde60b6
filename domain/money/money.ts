import { type Currency, minorDigits } from '@/domain/money/currency'
import { divideHalfUp, pow10, readDecimal, writeDecimal } from '@/domain/money/decimal'

/** An amount: a whole number of the currency's minor unit (fen, cents, whole yen). */
export type Money = { minor: bigint; currency: Currency }

/** A rate is CNY for one unit of the currency, as a decimal string above zero: "7.10". */
export function isRate(text: string): boolean {
  const rate = readDecimal(text)
  return rate !== null && rate.digits > 0n
}

/** CNY in fen at `rate`, half up. A rate that is no positive decimal is a bug and throws. */
export function toCny(minor: bigint, currency: Currency, rate: string): bigint {
  const { digits, scale } = readDecimal(rate) ?? { digits: 0n, scale: 0 }
  if (digits <= 0n) throw new RangeError(`not a rate: ${rate}`)
  return divideHalfUp(minor * digits * pow10(minorDigits.CNY), pow10(scale + minorDigits[currency]))
}

/** Currencies are never silently added: two of them throw. */
export function add(a: Money, b: Money): Money {
  return { minor: a.minor + sameCurrency(a, b).minor, currency: a.currency }
}

export function subtract(a: Money, b: Money): Money {
  return { minor: a.minor - sameCurrency(a, b).minor, currency: a.currency }
}

/** Below zero when `a` is the smaller. */
export function compare(a: Money, b: Money): number {
  const other = sameCurrency(a, b).minor
  return a.minor < other ? -1 : a.minor > other ? 1 : 0
}

/** All digits: "116000000.00" for CNY, "600000000" for JPY. */
export function decimalOf({ minor, currency }: Money): string {
  return writeDecimal({ digits: minor, scale: minorDigits[currency] })
}

/** From plain decimal digits; null when it is none, or has more decimals than the currency. */
export function moneyOf(decimal: string, currency: Currency): Money | null {
  const read = readDecimal(decimal)
  if (!read) return null
  const minor = minorOf(read, currency)
  return minor === null ? null : { minor, currency }
}

/** The whole number of minor units, or null where the value falls between two. */
export function minorOf(value: { digits: bigint; scale: number }, currency: Currency): bigint | null {
  const scaled = value.digits * pow10(minorDigits[currency])
  const divisor = pow10(value.scale)
  return scaled % divisor === 0n ? scaled / divisor : null
}

function sameCurrency(a: Money, b: Money): Money {
  if (a.currency !== b.currency) throw new TypeError(`${a.currency} and ${b.currency} do not add up`)
  return b
}
