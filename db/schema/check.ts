import { type SQL, sql } from 'drizzle-orm'
import { type AnyPgColumn, check } from 'drizzle-orm/pg-core'

/** A text column takes one of the domain's words; null passes. (No enums: see the note on leakproof operators in docs/architecture.md.) */
export const oneOf = (name: string, column: AnyPgColumn, words: readonly string[]) =>
  check(name, sql`${column} in (${sql.raw(words.map(word => `'${word}'`).join(', '))})`)

export const holds = (name: string, condition: SQL) => check(name, condition)
