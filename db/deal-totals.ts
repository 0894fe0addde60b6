import { type SQL, sql } from 'drizzle-orm'
import type { Tx } from '@/db/as'
import { counted, onDesks } from '@/db/counter'
import { changedDeals } from '@/db/deal-changed'
import { type DealScope, dealScope } from '@/db/deal-scope'
import type { ZoneRules } from '@/db/zone'
import type { DealStage } from '@/domain/deal/deal'
import { approvedYear, type DealChangeKind, type DealFilter, defaultDealFilter } from '@/domain/deal/filter'
import type { DealSums } from '@/domain/deal/row'
import { narrowsOnlyBy } from '@/domain/filter/narrow'
import type { Sum } from '@/domain/money/sum'

export type SumRow = { count: string; cny: string; not_stated: string; without_rate: string }

export const sumOfRow = (row: SumRow | undefined): Sum => ({
  count: Number(row?.count ?? 0),
  cny: BigInt(row?.cny ?? 0),
  notStated: Number(row?.not_stated ?? 0),
  withoutRate: Number(row?.without_rate ?? 0),
})

/**
 * Count and sums of the whole filter: from the counters where they know it, so that it costs the same at any size; else
 * from the rows. Both say the same.
 */
export async function dealSumsOf(tx: Tx, filter: DealFilter, zone: ZoneRules): Promise<DealSums> {
  const { from, where, sums } = totalsOf(filter, zone)
  const [row] = await tx.execute<SumRow & Record<`f_${keyof SumRow}`, string>>(
    sql`select ${sums.total}, ${sums.foreign} from ${from} where ${where}`,
  )
  const foreign = row && {
    count: row.f_count,
    cny: row.f_cny,
    not_stated: row.f_not_stated,
    without_rate: row.f_without_rate,
  }
  return { total: sumOfRow(row), foreign: sumOfRow(foreign) }
}

export type DeskStageSum = { deskId: number; stage: DealStage; sum: Sum }

/** Count and sum of each desk and stage within the filter; those without a deal are left out. */
export async function dealSumsPerStage(tx: Tx, filter: DealFilter, zone: ZoneRules): Promise<DeskStageSum[]> {
  const { from, where, sums, deskId, stage } = totalsOf(filter, zone)
  const rows = await tx.execute<SumRow & { desk: string; stage: DealStage }>(sql`
    select * from (select ${deskId} as desk, ${stage} as stage, ${sums.total} from ${from} where ${where} group by 1, 2) s
    where count > 0 order by desk, stage`)
  return rows.map(row => ({ deskId: Number(row.desk), stage: row.stage, sum: sumOfRow(row) }))
}

/** Count and sum of each desk within the filter; those without a deal are left out. */
export async function dealSumsPerDesk(
  tx: Tx,
  filter: DealFilter,
  zone: ZoneRules,
): Promise<{ deskId: number; sum: Sum }[]> {
  const { from, where, sums, deskId } = totalsOf(filter, zone)
  const rows = await tx.execute<SumRow & { desk: string }>(sql`
    select * from (select ${deskId} as desk, ${sums.total} from ${from} where ${where} group by 1) s where count > 0`)
  return rows.map(row => ({ deskId: Number(row.desk), sum: sumOfRow(row) }))
}

/**
 * Count and sum of each desk for each change that was recorded from a day or moment on: what dealSumsPerDesk() says of the filter of
 * each change, by one statement.
 */
export async function dealSumsPerChange(
  tx: Tx,
  { desks, from, before }: { desks: readonly string[]; from: SQL; before: SQL | null },
): Promise<{ deskId: number; change: DealChangeKind; sum: Sum }[]> {
  const rows = await tx.execute<SumRow & { desk: string; change: DealChangeKind }>(sql`
    select d.desk_id as desk, d.change, ${totalSums(sql`d.total_minor`, sql`d.total_cny`)} from ${changedDeals(from, before)}
    where d.deleted_at is null and ${onDesks(desks, sql`d.desk_id`)}
    group by 1, 2`)
  return rows.map(row => ({ deskId: Number(row.desk), change: row.change, sum: sumOfRow(row) }))
}

type Totals = { from: SQL; where: SQL; deskId: SQL; stage: SQL; sums: { total: SQL; foreign: SQL } }

/** What the counters are kept by; the year of approval goes with the stage. */
const known = ['desks', 'stages', 'statuses', 'approved'] as const

/** True when the counters know all that the filter asks for. */
export const narrowsToCounted = (filter: DealFilter): boolean =>
  narrowsOnlyBy(filter, defaultDealFilter, known)

const totalsOf = (filter: DealFilter, zone: ZoneRules): Totals =>
  narrowsToCounted(filter) ? countersOf(filter, zone) : rowsOf(dealScope(filter, zone))

function countersOf(filter: DealFilter, zone: ZoneRules): Totals {
  const year = approvedYear(filter, zone.today)
  const conditions = [
    onDesks(filter.desks),
    sql`c.status in ${[...filter.statuses]}`,
    filter.stages.length > 0 ? sql`c.stage in ${[...filter.stages]}` : sql`true`,
    year === null ? sql`true` : sql`c.year in (0, ${year})`,
  ]
  return {
    from: counted('deal'),
    where: sql.join(conditions, sql` and `),
    deskId: sql`c.desk_id`,
    stage: sql`c.stage`,
    sums: {
      total: sql`coalesce(sum(c.count), 0) as count, coalesce(sum(c.cny), 0) as cny,
        coalesce(sum(c.not_stated), 0) as not_stated, coalesce(sum(c.without_rate), 0) as without_rate`,
      foreign: sql`coalesce(sum(c.foreign_count), 0) as f_count, coalesce(sum(c.foreign_cny), 0) as f_cny,
        coalesce(sum(c.foreign_not_stated), 0) as f_not_stated, coalesce(sum(c.foreign_without_rate), 0) as f_without_rate`,
    },
  }
}

const totalSums = (minor: SQL, cny: SQL) => sql`count(*) as count, coalesce(sum(${cny}), 0) as cny,
  count(*) filter (where ${minor} is null) as not_stated, count(*) filter (where ${minor} is not null and ${cny} is null) as without_rate`

/* The same expressions as deal_tally() in db/sql/70_counters.sql. */
function rowsOf({ from, where, columns }: DealScope): Totals {
  return {
    from,
    where,
    deskId: columns.deskId,
    stage: columns.stage,
    sums: {
      total: totalSums(columns.totalMinor, columns.totalCny),
      // a deal from the mainland that names no foreign capital has none
      foreign: sql`count(*) filter (where d.foreign_minor is not null or d.country <> 'CN') as f_count,
        coalesce(sum(d.foreign_cny), 0) as f_cny,
        count(*) filter (where d.foreign_minor is null and d.country <> 'CN') as f_not_stated,
        count(*) filter (where d.foreign_minor is not null and d.foreign_cny is null) as f_without_rate`,
    },
  }
}
