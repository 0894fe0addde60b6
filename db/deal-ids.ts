import { type SQL, sql } from 'drizzle-orm'
import type { Tx } from '@/db/as'
import type { DealScope } from '@/db/deal-scope'
import type { DealFilter } from '@/domain/deal/filter'

type Sort = DealFilter['sort']
type Slice = { limit: number | null; offset: number }

/** Orders whose value may be unknown: what is unknown stands last both ways. */
const mayBeUnknown = new Set<Sort['key']>(['total', 'next_step'])

/**
 * The ids of a slice of the list, in its order. An ascending index read backwards gives the unknown first, so a
 * descending order takes the known ones from the index, and then the unknown.
 */
export async function dealIds(tx: Tx, scope: DealScope, sort: Sort, slice: Slice): Promise<number[]> {
  const by = orderBy(scope, sort)
  if (!sort.descending || !mayBeUnknown.has(sort.key)) return part(tx, scope, sql`true`, by, slice)
  const { limit, offset } = slice
  const key = keyOf(scope, sort)
  const ids = await part(tx, scope, sql`${key} is not null`, by, slice)
  if (limit !== null && ids.length === limit) return ids
  const known = ids.length > 0 ? offset + ids.length : await countOf(tx, scope, sql`${key} is not null`)
  const rest = { limit: limit === null ? null : limit - ids.length, offset: Math.max(0, offset - known) }
  return [...ids, ...(await part(tx, scope, sql`${key} is null`, sql`d.id desc`, rest))]
}

async function part(tx: Tx, { from, where }: DealScope, which: SQL, by: SQL, { limit, offset }: Slice) {
  const rows = await tx.execute<{ id: string }>(sql`
    select d.id from ${from} where ${where} and ${which} order by ${by} limit ${limit} offset ${offset}`)
  return rows.map(row => Number(row.id))
}

function keyOf({ columns }: DealScope, { key }: Sort): SQL {
  const keys: Record<Sort['key'], SQL> = {
    updated: sql`d.updated_at`,
    number: sql`d.id`,
    name: sql`d.name collate "zh-x-icu"`,
    total: columns.totalCny,
    stage_since: columns.stageSince,
    next_step: columns.nextStepOn,
  }
  return keys[key]
}

/** The id stands last in each order, in the same direction, as in the indexes. */
function orderBy(scope: DealScope, sort: Sort): SQL {
  const way = sort.descending ? sql`desc` : sql`asc`
  if (sort.key === 'number') return sql`d.id ${way}`
  return sql`${keyOf(scope, sort)} ${way}, d.id ${way}`
}

async function countOf(tx: Tx, { from, where }: DealScope, which: SQL): Promise<number> {
  const [row] = await tx.execute<{ n: string }>(
    sql`select count(*) as n from ${from} where ${where} and ${which}`,
  )
  return Number(row?.n)
}
