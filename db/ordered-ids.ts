import { type SQL, sql } from 'drizzle-orm'
import type { Tx } from '@/db/as'

/** What to list, and by which column of an index; without `key` by the id alone. */
export type Ordered = {
  from: SQL
  where: SQL
  id: SQL
  key?: SQL
  /** The key may be null: what is unknown stands last both ways. */
  mayBeUnknown?: boolean
  descending: boolean
}

/** All of them when `limit` is null. */
export type Slice = { limit: number | null; offset: number }

/**
 * The ids of a slice of a list, in its order. The id stands last in each order, in the same direction, as in the
 * indexes. An ascending index read backwards gives the unknown first, so a descending order takes the known ones from
 * the index, and then the unknown.
 */
export async function orderedIds(tx: Tx, ordered: Ordered, slice: Slice): Promise<number[]> {
  const { id, key, mayBeUnknown, descending } = ordered
  const way = descending ? sql`desc` : sql`asc`
  const by = key ? sql`${key} ${way}, ${id} ${way}` : sql`${id} ${way}`
  if (!key || !descending || !mayBeUnknown) return part(tx, ordered, sql`true`, by, slice)
  const { limit, offset } = slice
  const ids = await part(tx, ordered, sql`${key} is not null`, by, slice)
  if (limit !== null && ids.length === limit) return ids
  const known = ids.length > 0 ? offset + ids.length : await countOf(tx, ordered, sql`${key} is not null`)
  const rest = { limit: limit === null ? null : limit - ids.length, offset: Math.max(0, offset - known) }
  return [...ids, ...(await part(tx, ordered, sql`${key} is null`, sql`${id} desc`, rest))]
}

async function part(tx: Tx, { from, where, id }: Ordered, which: SQL, by: SQL, { limit, offset }: Slice) {
  const rows = await tx.execute<{ id: string }>(sql`
    select ${id} as id from ${from} where ${where} and ${which} order by ${by} limit ${limit} offset ${offset}`)
  return rows.map(row => Number(row.id))
}

async function countOf(tx: Tx, { from, where }: Ordered, which: SQL): Promise<number> {
  const [row] = await tx.execute<{ n: string }>(
    sql`select count(*) as n from ${from} where ${where} and ${which}`,
  )
  return Number(row?.n)
}
