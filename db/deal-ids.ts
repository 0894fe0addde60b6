import { type SQL, sql } from 'drizzle-orm'
import type { Tx } from '@/db/as'
import type { DealScope } from '@/db/deal-scope'
import type { DealFilter } from '@/domain/deal/filter'
import type { DealSums } from '@/domain/deal/row'
import type { Sum } from '@/domain/money/sum'

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

/** Columns of a Sum; read back with `sumOfRow`. */
export const sumColumns = ({ columns }: Pick<DealScope, 'columns'>): SQL => sql`
  count(*) as count, coalesce(sum(${columns.totalCny}), 0) as cny,
  count(*) filter (where ${columns.totalMinor} is null) as not_stated,
  count(*) filter (where ${columns.totalMinor} is not null and ${columns.totalCny} is null) as without_rate`

export type SumRow = { count: string; cny: string; not_stated: string; without_rate: string }

export const sumOfRow = (row: SumRow | undefined): Sum => ({
  count: Number(row?.count ?? 0),
  cny: BigInt(row?.cny ?? 0),
  notStated: Number(row?.not_stated ?? 0),
  withoutRate: Number(row?.without_rate ?? 0),
})

/** Count and sums of the whole filter. A deal from the mainland that names no foreign capital has none. */
export async function dealSumsOf(tx: Tx, scope: DealScope): Promise<DealSums> {
  const [row] = await tx.execute<SumRow & Record<`f_${keyof SumRow}`, string>>(sql`
    select ${sumColumns(scope)},
      count(*) filter (where d.foreign_minor is not null or d.country <> 'CN') as f_count,
      coalesce(sum(d.foreign_cny), 0) as f_cny,
      count(*) filter (where d.foreign_minor is null and d.country <> 'CN') as f_not_stated,
      count(*) filter (where d.foreign_minor is not null and d.foreign_cny is null) as f_without_rate
    from ${scope.from} where ${scope.where}`)
  return {
    total: sumOfRow(row),
    foreign: sumOfRow(
      row && {
        count: row.f_count,
        cny: row.f_cny,
        not_stated: row.f_not_stated,
        without_rate: row.f_without_rate,
      },
    ),
  }
}
