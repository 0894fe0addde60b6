import { decimalOf, type Money } from '@/domain/money/money'
import { isCreditCode } from '@/domain/text/credit-code'
import type { CellValue } from './cell-value'
import type { Field } from './fields/field'
import type { AmountValue } from './read-amount'
import type { Place } from './read-place'

/** What a row says, by input name, in the notation of the forms; names are not looked up yet. '' is nothing. */
export type Said = Readonly<Record<string, string>>

/** Between several phones, people, tags of one cell. */
export const BETWEEN = '\n'

/** A detail that the sheet's writer did not see: neither a value nor that there is none. */
export const MASKED = '*'
export const isMasked = (said: string | undefined): boolean => said?.split(BETWEEN).includes(MASKED) ?? false

/** What a cell's value is in the notation of the forms: an amount beside its currency, a place beside its province. */
export function saidOf({ key, kind }: Field, value: CellValue): Record<string, string> {
  if (value === null) return {}
  switch (kind.is) {
    case 'amount':
      return amountSaid(key, value as AmountValue, kind.yuan ?? false)
    case 'place': {
      const { country, province } = value as Place
      return { [key]: country, ...(province && { province }) }
    }
    case 'sourceOrEvent': {
      const { source, event } = value as { source: string; event: string | null }
      return { [key]: source, ...(event && { eventId: event }) }
    }
    case 'yesNo':
      return { [key]: key === 'highTech' ? (value ? 'yes' : 'no') : value ? 'on' : 'off' }
    default:
      return { [key]: Array.isArray(value) ? value.join(BETWEEN) : String(value) }
  }
}

function amountSaid(key: string, { money, notStated }: AmountValue, yuan: boolean): Record<string, string> {
  if (!money) return notStated ? { [key]: '', [`${key}NotStated`]: 'on' } : {}
  return { [key]: plain(money), ...(!yuan && { [`${key}Currency`]: money.currency }) }
}

const plain = (money: Money) => decimalOf(money).replace(/\.0+$/, '')

/** Two columns of one field: the second goes on below the first. */
export function together(one: Said, other: Said): Said {
  const both = { ...one }
  for (const [key, text] of Object.entries(other))
    both[key] = both[key] ? `${both[key]}${BETWEEN}${text}` : text
  return both
}

/** A company that a cell names beyond doubt: by its number or its credit code. */
export const isSure = (text: string): boolean =>
  /^C-\d{4}-\d{1,7}$/i.test(text.trim()) || isCreditCode(text.trim().toUpperCase())
