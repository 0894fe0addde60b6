import { isCurrency } from '@/domain/money/currency'
import { exact } from '@/domain/money/words'
import type { Punctuation } from '@/domain/user/punctuation'

export type DetailWords = {
  field: (key: string) => string
  value: (value: string, key: string) => string
  /** What a field's id stands for; empty when it is no id, or of nobody any more. */
  named: (key: string, id: number) => string
  yes: string
  no: string
} & Pick<Punctuation, 'comma' | 'colon'>

/** The details of a log line as short texts: `field: old → new` for what was changed, else `field: value`. */
export function detailTexts(details: Record<string, unknown>, words: DetailWords): string[] {
  const { changes, activityId: _, coverFor: __, ...rest } = details
  const changed = Object.entries((changes ?? {}) as Record<string, unknown>).map(([key, pair]) => {
    const [before, after] = Array.isArray(pair) ? pair : [undefined, pair]
    const text =
      before === undefined
        ? plain(after, words, key)
        : `${plain(before, words, key)} → ${plain(after, words, key)}`
    return words.field(key) + words.colon + text
  })
  return [
    ...changed,
    ...Object.entries(rest).map(([key, value]) => words.field(key) + words.colon + plain(value, words, key)),
  ]
}

function plain(value: unknown, words: DetailWords, key = ''): string {
  if (value === null || value === undefined || value === '') return '—'
  if (typeof value === 'boolean') return value ? words.yes : words.no
  if (typeof value === 'string') return words.value(value, key)
  if (typeof value === 'number') return words.named(key, value) || String(value)
  if (Array.isArray(value)) return value.map(one => plain(one, words, key)).join(words.comma) || '—'
  if (typeof value !== 'object') return String(value)
  return (
    moneyText(value) ??
    Object.entries(value)
      .map(([key, one]) => `${words.field(key)} ${plain(one, words, key)}`)
      .join(words.comma)
  )
}

/** An amount, as the log keeps it: { minor: '11600000000', currency: 'CNY' }. */
function moneyText(value: object): string | null {
  const { minor, currency } = value as { minor?: unknown; currency?: unknown }
  if (typeof minor !== 'string' || !/^-?\d+$/.test(minor) || !isCurrency(currency)) return null
  return exact({ minor: BigInt(minor), currency })
}
