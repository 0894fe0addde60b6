import { toSnakeCase } from 'drizzle-orm/casing'
import type { TransactionSql } from 'postgres'

/** All rows in one statement, with the ids that they have; the table's sequence goes on after the last of them. */
export async function insertAll(tx: TransactionSql, table: string, rows: readonly object[]): Promise<void> {
  const [first] = rows
  if (!first) return
  const columns = Object.keys(first)
    .map(key => `"${columnOf(key)}"`)
    .join(', ')
  const json = rows.map(row =>
    Object.fromEntries(Object.entries(row).map(([key, value]) => [columnOf(key), valueOf(value)])),
  )
  await tx.unsafe(
    `insert into ${table} (${columns}) overriding system value
     select ${columns} from jsonb_populate_recordset(null::${table}, $1::text::jsonb)`,
    [JSON.stringify(json)],
  )
  if ('id' in first && table !== 'zones')
    await tx.unsafe(`select setval(pg_get_serial_sequence('${table}', 'id'), (select max(id) from ${table}))`)
}

const columnOf = toSnakeCase
const valueOf = (value: unknown) => (typeof value === 'bigint' ? String(value) : value)
