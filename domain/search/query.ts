import { searchTerms } from '@/domain/name/search-text'
import { phoneKey } from '@/domain/text/phone'

/**
 * What can be found, in the order in which it is shown. A new noun has its name here, a table in db/schema/search.ts kept
 * by a trigger (db/sql/45_search.sql), its text there for what was entered before (db/search-fill.ts), its columns in
 * db/read/search-hit.ts, and its place, facts and word in app/(bureau)/search: a type misses each that is forgotten.
 */
export const searchNouns = ['company', 'contact', 'lead', 'deal', 'event', 'issue', 'task'] as const
export type SearchNoun = (typeof searchNouns)[number]
/** What has no number of its own is named by its id. */
export const hasNumber = (noun: SearchNoun): boolean => noun !== 'task' && noun !== 'issue'

/** So many of a kind are counted where it is shown alone, and of each where all are: beyond it there are more. */
export const COUNTED = { ofOne: 1000, ofEach: 200 } as const
/** Characters that are looked for; what is beyond them is left out, and said. */
export const QUERY_LENGTH = 100
export const QUERY_WORDS = 8
/** Shorter parts of a phone number or an address find half the office. */
const DETAIL_LENGTH = 4

/**
 * What one types, understood: `terms`, each of which must be found; `detail`, the same as a part of a phone number, an
 * e-mail address or a WeChat name, null where it cannot be one; `cut`, when not all of it is looked for.
 */
export type SearchQuery = { text: string; terms: readonly string[]; detail: string | null; cut: boolean }

export function searchQuery(raw: string): SearchQuery {
  const typed = [...raw.trim()]
  const text = typed.slice(0, QUERY_LENGTH).join('')
  const terms = searchTerms(text)
  return {
    text,
    terms: terms.slice(0, QUERY_WORDS),
    detail: detailOf(text, terms),
    cut: typed.length > QUERY_LENGTH || terms.length > QUERY_WORDS,
  }
}

function detailOf(text: string, terms: readonly string[]): string | null {
  const isPhone = /^[\d\s()+./-]+$/.test(text.normalize('NFKC'))
  const detail = isPhone ? phoneKey(text) : (terms.length === 1 && terms[0]) || ''
  return /^[a-z0-9]+$/.test(detail) && detail.length >= DETAIL_LENGTH ? detail : null
}
