import { type Currency, currencyWord, minorDigits } from '@/domain/money/currency'
import { divideHalfUp, dropZeros, groupThousands, pow10, writeDecimal } from '@/domain/money/decimal'
import { decimalOf, type Money } from '@/domain/money/money'
import type { Locale } from '@/domain/user/user'

/** Joined, the parts are the words; apart, a screen may set the units small and grey. */
export type WordPart = { kind: 'number' | 'unit'; text: string }

/**
 * An amount as people say it: the more precise of four significant digits and two decimals in its unit, zeros dropped,
 * half up. 1.16亿元, 725.51万美元, CNY 116 million, 1億1,600万人民元, 1억 1,600만 위안.
 */
export function words(money: Money, locale: Locale): string {
  return wordParts(money, locale)
    .map(part => part.text)
    .join('')
}

export function wordParts(money: Money, locale: Locale): WordPart[] {
  const { currency } = money
  const minor = rounded(money.minor < 0n ? -money.minor : money.minor, currency, locale)
  const parts = shapes[locale](minor, currency, locale)
  if (money.minor < 0n) {
    const first = parts.findIndex(part => part.kind === 'number')
    parts.splice(first, 0, { kind: 'number', text: '-' })
  }
  return parts
}

/** Every digit, for hovering and for checking: 116,000,000.00 CNY. */
export function exact(money: Money): string {
  const decimal = decimalOf(money)
  const sign = decimal.startsWith('-') ? '-' : ''
  return `${sign}${groupThousands(decimal.replace('-', ''))} ${money.currency}`
}

/** A unit of counting: 10^`power`. */
type Unit = { power: number; word: string }

const one: Unit = { power: 0, word: '' }
const units: Record<Locale, readonly Unit[]> = {
  'zh-Hans': [{ power: 12, word: '万亿' }, { power: 8, word: '亿' }, { power: 4, word: '万' }, one],
  'zh-Hant': [{ power: 12, word: '萬億' }, { power: 8, word: '億' }, { power: 4, word: '萬' }, one],
  en: [{ power: 12, word: 'trillion' }, { power: 9, word: 'billion' }, { power: 6, word: 'million' }, one],
  ja: [{ power: 12, word: '兆' }, { power: 8, word: '億' }, { power: 4, word: '万' }, one],
  ko: [{ power: 12, word: '조' }, { power: 8, word: '억' }, { power: 4, word: '만' }, one],
}

function unitOf(minor: bigint, currency: Currency, locale: Locale): Unit {
  return units[locale].find(unit => minor >= pow10(unit.power + minorDigits[currency])) ?? one
}

/** Rounded in its own unit. It may carry into the next, which is found afresh: 9999.999万 is shown as 1亿. */
function rounded(minor: bigint, currency: Currency, locale: Locale): bigint {
  const power = unitOf(minor, currency, locale).power + minorDigits[currency]
  const wholeDigits = (minor / pow10(power)).toString().length
  const places = Math.max(2, 4 - wholeDigits)
  if (places >= power) return minor
  const step = pow10(power - places)
  return divideHalfUp(minor, step) * step
}

type Shape = (minor: bigint, currency: Currency, locale: Locale) => WordPart[]

const chinese: Shape = (minor, currency, locale) => {
  const unit = unitOf(minor, currency, locale)
  return [
    { kind: 'number', text: counted(minor, currency, unit) },
    { kind: 'unit', text: unit.word + currencyWord(currency, locale) },
  ]
}

const english: Shape = (minor, currency, locale) => {
  const unit = unitOf(minor, currency, locale)
  const parts: WordPart[] = [
    { kind: 'unit', text: `${currency} ` },
    { kind: 'number', text: groupThousands(counted(minor, currency, unit)) },
  ]
  if (unit.word) parts.push({ kind: 'unit', text: ` ${unit.word}` })
  return parts
}

/** Japanese and Korean say no decimals of 億 or 억: what is left is said in the smaller units. */
const composed =
  (space: string): Shape =>
  (minor, currency, locale) => {
    const parts: WordPart[] = []
    let rest = minor
    for (const unit of units[locale]) {
      const size = pow10(unit.power + minorDigits[currency])
      const count = unit === one ? counted(rest, currency, one) : (rest / size).toString()
      rest %= size
      if (count === '0' && (unit !== one || parts.length > 0)) continue
      if (parts.length > 0 && space) parts.push({ kind: 'unit', text: space })
      parts.push({ kind: 'number', text: groupThousands(count) })
      if (unit.word) parts.push({ kind: 'unit', text: unit.word })
    }
    parts.push({ kind: 'unit', text: space + currencyWord(currency, locale) })
    return parts
  }

const shapes: Record<Locale, Shape> = {
  'zh-Hans': chinese,
  'zh-Hant': chinese,
  en: english,
  ja: composed(''),
  ko: composed(' '),
}

function counted(minor: bigint, currency: Currency, unit: Unit): string {
  return dropZeros(writeDecimal({ digits: minor, scale: minorDigits[currency] + unit.power }))
}
