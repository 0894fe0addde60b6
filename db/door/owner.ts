import postgres, { type Sql } from 'postgres'
import { connectionOptions } from '@/db/connection'

/**
 * A short connection as the owner of the tables, whom no row policy holds: only for an office in which nobody is yet,
 * so that nobody can be asked for a permit.
 */
export async function asOwner<T>(work: (sql: Sql) => Promise<T>): Promise<T> {
  const sql = postgres(await connectionOptions({ max: 1, onnotice: () => {} }))
  try {
    return await work(sql)
  } finally {
    await sql.end({ timeout: 5 })
  }
}
