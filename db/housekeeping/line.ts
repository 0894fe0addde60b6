import type { Sql, TransactionSql } from 'postgres'

/**
 * All that a line of the log says, as one text that is the same on every server: microseconds since 1970, no time zone.
 * `l` is the log.
 */
export const contentOf = (sql: Sql | TransactionSql) =>
  sql`jsonb_build_array(l.id, ${microseconds(sql, 'l.at')}, l.actor_id, l.verb, l.noun, l.record_id, l.details)::text`

export const microseconds = (sql: Sql | TransactionSql, column: string) =>
  sql.unsafe(`(extract(epoch from ${column}) * 1000000)::bigint`)

/** The name of a record's chain; lines without a record share one a noun. */
export const chainOf = (noun: string, recordId: number | string) => `${noun} ${recordId}`
