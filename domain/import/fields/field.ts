import { type Locale, locales } from '@/domain/user/user'
import type { ClosedWord } from '../words/closed'

/** What a cell of a field must be; readCell() says what it becomes. */
export type Kind =
  /** One line, or lines, of at most `max` characters: a string. */
  | { is: 'line' | 'note'; max: number }
  /** A record's readable number with this letter: 'D-2026-0001'. */
  | { is: 'number'; letter: 'L' | 'C' | 'K' | 'D' }
  /** A whole number from 0 to `max`. */
  | { is: 'whole'; max: number }
  /** An area in whole square metres; 亩, 公顷, ha, 坪, 평 are turned into them. */
  | { is: 'area' }
  /** `{ money, notStated }`. `yuan`: no other currency. */
  | { is: 'amount'; yuan?: true }
  /** 'YYYY-MM-DD'. `partial`: a month or a year alone stands for its first day. */
  | { is: 'date'; partial?: true }
  /** One of a few words, in any of five languages: its code. */
  | { is: 'word'; words: ClosedWord }
  /** true or false. */
  | { is: 'yesNo' }
  /** `{ country, province }`, codes; the province where the cell says one too. */
  | { is: 'place' }
  | { is: 'province' }
  | { is: 'locale' }
  /** A source of a lead, or else the name of an event: `{ source, event }`. */
  | { is: 'sourceOrEvent' }
  /** What the caller looks up, as it is written: a name, a login or a number. `many`: a list of them. A `leader` may be no account's. */
  | {
      is: 'name'
      of: 'desk' | 'person' | 'leader' | 'industry' | 'event' | 'company' | 'contact'
      many?: true
    }
  | { is: 'tags' }
  | { is: 'phones' }
  | { is: 'email' | 'wechat' | 'website' | 'creditCode' | 'reach' }
  /** Worked out from other things: read by nobody, written by our exports. */
  | { is: 'derived' }

export type Field = {
  /** The name that the noun's own input gives it (domain/<noun>/input.ts), where there is one. */
  key: string
  kind: Kind
  /** Its column's head in each language; the first that is looked for, and what templates write. */
  labels: Record<Locale, string>
  /** What else such a column is headed, in any language. */
  aliases: readonly string[]
  /** A record cannot be created without it. */
  required: boolean
  /** May be changed on a record that exists. Stage, status, desk and people have verbs of their own. */
  updates: boolean
  /** Several columns may hold it, one below the other: two phone numbers. */
  many: boolean
}

type More = { required?: true; fixed?: true; many?: true }

/** `labels` and `aliases` with | between them, labels in the order of the locales. */
export function field(key: string, kind: Kind, labels: string, aliases = '', more: More = {}): Field {
  const words = labels.split('|')
  return {
    key,
    kind,
    labels: Object.fromEntries(locales.map((locale, at) => [locale, words[at] ?? ''])) as Field['labels'],
    aliases: aliases.split('|').filter(Boolean),
    required: more.required ?? false,
    updates: !more.fixed && kind.is !== 'derived' && kind.is !== 'number',
    many: more.many ?? false,
  }
}

export const line = (max = 200) => ({ is: 'line', max }) as const
export const note = () => ({ is: 'note', max: 10_000 }) as const
export const date = { is: 'date' } as const
/** Of which old ledgers often know no more than the month. */
export const someDay = { is: 'date', partial: true } as const
export const derived = { is: 'derived' } as const
export const word = (words: ClosedWord) => ({ is: 'word', words }) as const
export const nameOf = (of: Extract<Kind, { is: 'name' }>['of']) => ({ is: 'name', of }) as const
