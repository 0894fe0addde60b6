import { type Currency, minorDigits } from '@/domain/money/currency'
import { currencyAt, currencyNamed } from '@/domain/money/currency-alias'
import { type Decimal, pow10 } from '@/domain/money/decimal'
import { type Money, minorOf } from '@/domain/money/money'
import { type NumberToken, numberOf, numberTokenAt } from '@/domain/money/number-words'

export type ReadMoney =
  | { ok: true; money: Money; currencySwitched: boolean }
  | { ok: false; reason: string; values?: Record<string, string | number> }

/**
 * Reads an amount as people type it: 1.16亿, 350万美元, ５４４７万港元, 2。87亿, 11,600, USD 3.5m, 1億1,600万人民元, 1억 1,600만 위안.
 * `field` is the currency that the form shows; one named in the text takes its place and `currencySwitched` says so.
 * Reasons: `money.read.empty|unreadable|negative|zero|too_large|too_many_decimals|two_currencies`.
 */
export function readMoney(text: string, field: Currency): ReadMoney {
  const tidy = tidied(text)
  if (tidy === '') return no('empty')
  if (tidy.length > 100) return no('unreadable')
  const negative = /^[-−–△▲负負]|^\(.*\)$/.test(tidy)
  const read = pieces(tidy.replace(/^[-−–△▲负負+]/, '').replace(/^\((.*)\)$/, '$1'))
  const value = read && numberOf(read.tokens)
  if (!read || !value) return no('unreadable')
  const named = currencyNamed(read.currencies, field)
  if (named === null) return no('two_currencies')
  if (value.digits === 0n) return no('zero')
  return negative ? no('negative') : within(value, named ?? field, field)
}

/** 1万亿元. For currencies whose unit is worth far less than a yuan, what is about as much. */
const largest: Partial<Record<Currency, bigint>> = { JPY: 2n * pow10(13), KRW: 2n * pow10(14) }

function within(value: Decimal, currency: Currency, field: Currency): ReadMoney {
  if (value.digits > (largest[currency] ?? pow10(12)) * pow10(value.scale)) return no('too_large')
  const minor = minorOf(value, currency)
  if (minor === null) return no('too_many_decimals', { digits: minorDigits[currency] })
  return { ok: true, money: { minor, currency }, currencySwitched: currency !== field }
}

function no(reason: string, values?: Record<string, number>): ReadMoney {
  return { ok: false, reason: `money.read.${reason}`, ...(values && { values }) }
}

/** Full width to half, lower case, 2。87 to 2.87; a closing 。 and the 整 that ends a written sum say nothing. */
function tidied(text: string): string {
  return text
    .slice(0, 1000)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/(?<=\d)\s*[。·・]\s*(?=\d)/g, '.')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/(?<=\D)[整正]?。?$/, '')
    .trim()
}

type Pieces = { tokens: NumberToken[]; currencies: (readonly Currency[])[] }

/** The number in one piece, with currency words before or behind it; anything else is null. */
function pieces(tidy: string): Pieces | null {
  const found: Pieces = { tokens: [], currencies: [] }
  let behind = false
  let rest = tidy.trimStart()
  while (rest !== '') {
    const number = behind ? null : numberTokenAt(rest)
    if (number) {
      found.tokens.push(number)
      rest = rest.slice(number.length).trimStart()
      continue
    }
    const currency = currencyAhead(rest)
    if (!currency) return null
    found.currencies.push(currency.means)
    behind = found.tokens.length > 0
    rest = rest.slice(currency.length).trimStart()
  }
  return found
}

/** Currency words may be written apart (hong kong dollars, 홍콩 달러). */
function currencyAhead(rest: string): ReturnType<typeof currencyAt> {
  const joined = currencyAt(rest.replaceAll(' ', ''))
  if (!joined) return null
  let length = 0
  for (let letters = 0; letters < joined.length; length += 1) if (rest[length] !== ' ') letters += 1
  return { length, means: joined.means }
}
