import { type Decimal, pow10, readDecimal } from '@/domain/money/decimal'

/** A piece of a number as it is written: figures, 十百千, 万亿 and the like, or million and its kind. */
export type NumberToken =
  | { kind: 'figures'; value: Decimal; length: number }
  | { kind: 'small' | 'large' | 'western'; power: number; length: number }
  | { kind: 'filler'; length: number }

const figures = /^(?:\d{1,3}(?:,\d{3})+|\d{1,3}(?:'\d{3})+|\d{1,3}(?: \d{3})+(?!\d)|\d+)?(?:\.\d+)?/
const westernUnit = /^(?:thousand|million|billion|trillion|mln|mio|bn|mm|k|m|b|t)s?(?![a-z])/
const westernPower: Record<string, number> = {
  thousand: 3,
  k: 3,
  million: 6,
  mln: 6,
  mio: 6,
  mm: 6,
  m: 6,
  billion: 9,
  bn: 9,
  b: 9,
  trillion: 12,
  t: 12,
}
const smallPower: Record<string, number> = {
  ...sharing(1, '十拾십'),
  ...sharing(2, '百佰백'),
  ...sharing(3, '千仟천'),
}
const largePower: Record<string, number> = {
  ...sharing(4, '万萬만w'),
  ...sharing(8, '亿億억'),
  ...sharing(12, '兆조'),
}
const digitOf: Record<string, number> = Object.fromEntries(
  ['一壹', '二贰貳两兩', '三叁參', '四肆', '五伍', '六陆陸', '七柒', '八捌', '九玖'].flatMap((same, index) =>
    [...same].map(character => [character, index + 1]),
  ),
)

/** The piece at the beginning of `text`, or null if there is none. */
export function numberTokenAt(text: string): NumberToken | null {
  const head = text[0] ?? ''
  if (/[\d.]/.test(head)) {
    const written = figures.exec(text)?.[0] ?? ''
    const value = readDecimal(written.replace(/[,' ]/g, ''))
    return value && { kind: 'figures', value, length: written.length }
  }
  const digit = digitOf[head]
  if (digit) return { kind: 'figures', value: { digits: BigInt(digit), scale: 0 }, length: 1 }
  if ('零〇'.includes(head)) return { kind: 'filler', length: 1 }
  const small = smallPower[head]
  if (small) return { kind: 'small', power: small, length: 1 }
  const large = largePower[head]
  if (large) return { kind: 'large', power: large, length: 1 }
  const western = westernUnit.exec(text)?.[0]
  if (!western) return null
  const power = westernPower[western] ?? westernPower[western.replace(/s$/, '')]
  return power ? { kind: 'western', power, length: western.length } : null
}

/**
 * The value of the pieces in order: 3千5百万 is 35,000,000, 1億1,600万 is 116,000,000, 1万亿 is 10^12. Null where they
 * make no number, or where one would have to guess (3万5, 1亿5000).
 */
export function numberOf(tokens: readonly NumberToken[]): Decimal | null {
  const [first, second] = tokens
  if (first?.kind === 'figures' && second?.kind === 'western' && tokens.length === 2) {
    return times(first.value, second.power)
  }
  return byLargestUnit(tokens)
}

/** What stands before the largest unit is counted in it; what follows is smaller and is added. */
function byLargestUnit(tokens: readonly NumberToken[]): Decimal | null {
  const powers = tokens.map(powerOf)
  const power = Math.max(0, ...powers)
  if (power === 0) return lonelyFigures(tokens)
  const at = powers.indexOf(power)
  const unit = tokens[at]
  if (unit?.kind === 'western' || powers.lastIndexOf(power) !== at) return null
  const count = at === 0 && power === 1 ? { digits: 1n, scale: 0 } : byLargestUnit(tokens.slice(0, at))
  const rest = tokens.slice(at + 1)
  if (!count || rest.length === 0) return count && times(count, power)
  const added = byLargestUnit(rest)
  if (!added || count.scale > 0 || !mayFollow(rest, added, power)) return null
  return { digits: times(count, power).digits * pow10(added.scale) + added.digits, scale: added.scale }
}

function lonelyFigures(tokens: readonly NumberToken[]): Decimal | null {
  const [figure, ...others] = tokens.filter(token => token.kind !== 'filler')
  return figure?.kind === 'figures' && others.length === 0 ? figure.value : null
}

/** In speech 3万5 is 35,000 and 1亿5000 is 150,000,000: bare figures follow a unit only where that is no reading. */
const leastBareRest: Record<number, bigint> = { 1: 1n, 2: 10n, 3: 100n, 4: 10n }

function mayFollow(rest: readonly NumberToken[], value: Decimal, power: number): boolean {
  const whole = value.digits / pow10(value.scale)
  if (whole >= pow10(power)) return false
  if (rest[0]?.kind === 'filler' || rest.at(-1)?.kind !== 'figures') return true
  const least = leastBareRest[power]
  return least !== undefined && whole >= least
}

function powerOf(token: NumberToken): number {
  return token.kind === 'figures' || token.kind === 'filler' ? 0 : token.power
}

function times(value: Decimal, power: number): Decimal {
  return { digits: value.digits * pow10(power), scale: value.scale }
}

function sharing(power: number, characters: string): Record<string, number> {
  return Object.fromEntries([...characters].map(character => [character, power]))
}
