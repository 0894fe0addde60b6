import type { Currency } from '@/domain/money/currency'
import { minorDigits } from '@/domain/money/currency'
import { divideHalfUp, pow10, readDecimal, writeDecimal } from '@/domain/money/decimal'
import type { Money } from '@/domain/money/money'
import { readMoney } from '@/domain/money/read'
import { cut } from '@/domain/text/cut'
import { textOf } from './cell-text'
import type { Raw } from './raw'
import { amountUnit } from './unit'

/** `notStated`: the cell says that it is not known (待定), which is more than saying nothing. */
export type AmountValue = { money: Money | null; notStated: boolean }
export type ReadAmount =
  | { ok: true; amount: AmountValue }
  | { ok: false; reason: string; values?: Record<string, string | number> }

/** Said to be unknown, after NFKC, lower case and without spaces. */
const unknown =
  /^(?:待定|未定|未明确|未明確|不详|不詳|待明确|待确定|待確定|面议|tbd|tbc|tba|unknown|notyetknown|tobeconfirmed|不明|미정|미상|미확정)$/
const countWords =
  /[十百千万萬亿億兆拾佰仟십백천만억조]|(?:thousand|million|billion|trillion|mln|mio|bn|mm)s?\b|(?<=[\d.]\s?)[kmbtw](?![a-z])/i

/**
 * An amount in the unit of its cell, else of the cell's format, else of its head (`unit`), else in yuan. What a sheet
 * worked out beyond the smallest coin is rounded to it, half up; nought stands for none. Reasons: those of readMoney(),
 * and `sheet.cell.currency_unknown|currency_missing|unit_unclear|in_yuan`.
 */
export function readAmount(raw: NonNullable<Raw>, unit: string | null, yuan = false): ReadAmount {
  if (raw.kind !== 'text' && raw.kind !== 'number') return no('money.read.unreadable')
  const said = textOf(raw)
  const plain = said.normalize('NFKC').replace(/\s+/g, '').toLowerCase()
  if (unknown.test(plain)) return { ok: true, amount: { money: null, notStated: true } }
  if (/^[-+]?0+(?:\.0+)?$/.test(plain)) return { ok: true, amount: { money: null, notStated: false } }
  const read = inUnit(raw, unit)
  if (!read.ok || !read.amount.money || !yuan || read.amount.money.currency === 'CNY') return read
  return no('sheet.cell.in_yuan', { currency: read.amount.money.currency })
}

function inUnit(
  raw: Extract<NonNullable<Raw>, { kind: 'text' | 'number' }>,
  unit: string | null,
): ReadAmount {
  const format = raw.kind === 'number' && raw.unit ? amountUnit(raw.unit) : null
  const head = unit === null ? null : amountUnit(unit)
  const counted = format ?? head ?? { is: 'unit', currency: null, power: 0 }
  const text = raw.kind === 'number' ? raw.value : raw.text
  if (counted.is === 'unknown') return no('sheet.cell.currency_unknown', { currency: counted.text })
  const bare = bareNumber(text)
  if (counted.is === 'own') {
    const named = bare === null ? read(text, 'CNY') : no('sheet.cell.currency_missing')
    return named
  }
  const currency = counted.currency ?? 'CNY'
  if (bare !== null) return scaled(bare, currency, counted.power)
  // 350美元 under 万元: is it 350 dollars or 350 times ten thousand?
  if (counted.power > 0 && !countWords.test(text.normalize('NFKC'))) {
    const money = readMoney(text, currency)
    if (money.ok) return no('sheet.cell.unit_unclear', { unit: unit ?? '' })
  }
  return read(text, currency)
}

/** The digits of a text that is a number and nothing else: 11,600 and １１６００ are 11600. */
export function bareNumber(text: string): string | null {
  const tidy = text
    .normalize('NFKC')
    .trim()
    .replace(/(?<=\d)\s*[。·・]\s*(?=\d)/g, '.')
    .replace(/[，、](?=\d{3})/g, ',')
  const grouped = /^[-+]?\d{1,3}(?:[,' ]\d{3})+(?:\.\d+)?$/.test(tidy)
  const digits = grouped ? tidy.replace(/[,' ]/g, '') : tidy
  return /^[-+]?(?:\d+(?:\.\d+)?|\.\d+)$/.test(digits) && digits.length <= 40 ? digits.replace('+', '') : null
}

function scaled(digits: string, currency: Currency, power: number): ReadAmount {
  const value = readDecimal(digits)
  if (!value) return no('money.read.unreadable')
  const places = minorDigits[currency]
  const shift = power + places - value.scale
  const minor = shift >= 0 ? value.digits * pow10(shift) : divideHalfUp(value.digits, pow10(-shift))
  return read(writeDecimal({ digits: minor, scale: places }), currency)
}

function read(text: string, currency: Currency): ReadAmount {
  const money = readMoney(text, currency)
  if (money.ok) return { ok: true, amount: { money: money.money, notStated: false } }
  const foreign = money.reason === 'money.read.unreadable' ? foreignCurrency(text) : null
  return foreign === null
    ? no(money.reason, money.values)
    : no('sheet.cell.currency_unknown', { currency: foreign })
}

/** The word beside a number that can be read, when it names money that is not offered here: 350万泰铢. */
function foreignCurrency(text: string): string | null {
  const found = /^\s*([a-z]{0,12})\s*[-\d.,，\s]+(.*)$/iu.exec(text.normalize('NFKC'))
  const word = `${found?.[1] ?? ''} ${found?.[2] ?? ''}`.trim()
  return word !== '' && amountUnit(word)?.is === 'unknown' ? cut(word, 40) : null
}

const no = (reason: string, values?: Record<string, string | number>): ReadAmount & { ok: false } => ({
  ok: false,
  reason,
  ...(values && { values }),
})
