import { type SQL, sql } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import { searchTerms } from '@/domain/name/search-text'
import type { SearchNoun } from '@/domain/search/query'

/**
 * Rows that have each word of the text somewhere in their names, in the sound of these or in the names of their company
 * or contact: asked of the index, never of the rows. Undefined for a text without a letter.
 */
export function contains(noun: SearchNoun, id: SQL | AnyPgColumn, text: string): SQL | undefined {
  const terms = searchTerms(text)
  if (terms.length === 0) return undefined
  return sql`${id} = any((select search_ids(${noun}, ${termArray(terms)}))::bigint[])`
}

/** Terms hold neither spaces nor punctuation. */
export const termArray = (terms: readonly string[]) => sql`string_to_array(${terms.join(' ')}, ' ')`

/** Those that begin with the text first, then those that hold it; 0 and 1. */
export function beginsLast(column: AnyPgColumn, text: string): SQL {
  const [first = ''] = searchTerms(text)
  return sql`case when starts_with(${column}, ${first}) then 0 else 1 end`
}
