import { and, type SQL, sql } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import { searchTerms } from '@/domain/name/search-text'

/** Rows that have each word of the text somewhere in their `search_text`. Undefined for a text without a letter. */
export function contains(column: AnyPgColumn, text: string): SQL | undefined {
  return and(...searchTerms(text).map(term => sql`${column} like ${`%${escaped(term)}%`}`))
}

/** Those that begin with the text first, then those that hold it; 0 and 1. */
export function beginsLast(column: AnyPgColumn, text: string): SQL {
  const [first = ''] = searchTerms(text)
  return sql`case when ${column} like ${`${escaped(first)}%`} then 0 else 1 end`
}

const escaped = (term: string) => term.replace(/[\\%_]/g, '\\$&')
