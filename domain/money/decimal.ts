/** An exact decimal: `digits` / 10^`scale`. The only arithmetic on amounts; a double never holds money. */
export type Decimal = { digits: bigint; scale: number }

/** Reads plain decimal digits (`-12.50`, `.5`); anything else is null. */
export function readDecimal(text: string): Decimal | null {
  const match = /^(-?)(\d*)(?:\.(\d+))?$/.exec(text)
  if (!match || (!match[2] && !match[3])) return null
  const fraction = match[3] ?? ''
  const digits = BigInt((match[2] ?? '') + fraction)
  return { digits: match[1] ? -digits : digits, scale: fraction.length }
}

/** Divides and rounds half away from zero, as an office rounds. `divisor` is positive. */
export function divideHalfUp(value: bigint, divisor: bigint): bigint {
  const magnitude = value < 0n ? -value : value
  const rounded = (2n * magnitude + divisor) / (2n * divisor)
  return value < 0n ? -rounded : rounded
}

/** Writes `digits` / 10^`scale` with all its decimals: (11600n, 2) is "116.00". */
export function writeDecimal({ digits, scale }: Decimal): string {
  const sign = digits < 0n ? '-' : ''
  const text = (digits < 0n ? -digits : digits).toString().padStart(scale + 1, '0')
  return scale === 0 ? sign + text : `${sign}${text.slice(0, -scale)}.${text.slice(-scale)}`
}

/** Drops zeros after the point, and the point if nothing is left behind it. */
export function dropZeros(decimal: string): string {
  return decimal.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal
}

/** Separates thousands by commas: 1234567.5 is 1,234,567.5. */
export function groupThousands(decimal: string): string {
  const [whole = '', fraction] = decimal.split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return fraction === undefined ? grouped : `${grouped}.${fraction}`
}

export function pow10(power: number): bigint {
  return 10n ** BigInt(power)
}
