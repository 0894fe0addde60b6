import { type SQL, sql } from 'drizzle-orm'
import type { Tx } from '@/db/as'
import { onDesks } from '@/db/counter'
import { dealScope, isStuck } from '@/db/deal-scope'
import { narrowsToCounted } from '@/db/deal-totals'
import type { ZoneRules } from '@/db/zone'
import type { DealStage } from '@/domain/deal/deal'
import { approvedYear, type DealFilter } from '@/domain/deal/filter'

/** Of the deals of a stage: how many are stuck, and the usual number of days that they have stood in it. */
export type StageDays = { stage: DealStage; stuck: number; medianDays: number }

/**
 * What no total knows, since it changes with the day: from the counters of days where they know the filter, so that it
 * costs the same at any size; else from the rows. Both say the same. Of an earlier day nothing is stuck.
 */
export async function daysPerStage(tx: Tx, filter: DealFilter, zone: ZoneRules): Promise<StageDays[]> {
  const rows = await tx.execute<{ stage: DealStage; stuck: string; days: string }>(
    narrowsToCounted(filter) ? fromCounters(filter, zone) : fromRows(filter, zone),
  )
  return rows.map(({ stage, stuck, days }) => ({
    stage,
    stuck: Number(stuck),
    medianDays: Math.round(Number(days)),
  }))
}

function fromRows(filter: DealFilter, zone: ZoneRules): SQL {
  const { from, where, columns, on } = dealScope(filter, zone)
  const stuck = filter.asOf ? sql`false` : isStuck(columns, zone)
  return sql`
    select ${columns.stage} as stage, count(*) filter (where ${stuck}) as stuck,
      percentile_cont(0.5) within group (order by ${on}::date - ${columns.stageSince}) as days
    from ${from} where ${where} group by 1`
}

/** FROM: what stands on which day, as far as the reader sees, under the name `c`. */
export const countedDays: SQL = sql`(
  select * from day_counters union all select * from day_counter_deltas union all select * from foreign_days()) c`

/* The median of a list whose days are counted: the mean of the two in the middle. */
function fromCounters(filter: DealFilter, { today }: ZoneRules): SQL {
  const year = approvedYear(filter, today)
  const conditions = [
    onDesks(filter.desks),
    sql`c.kind in ('since', 'stuck')`,
    sql`c.status in ${[...filter.statuses]}`,
    filter.stages.length > 0 ? sql`c.stage in ${[...filter.stages]}` : sql`true`,
    year === null
      ? sql`true`
      : sql`(c.stage <> 'approved' or c.day between ${`${year}-01-01`}::date and ${`${year}-12-31`}::date)`,
  ]
  return sql`
    with days as (
      select c.stage, c.kind, c.day, sum(c.count) as count from ${countedDays}
      where ${sql.join(conditions, sql` and `)} group by 1, 2, 3 having sum(c.count) <> 0),
    standing as (
      select stage, day, sum(count) over (partition by stage order by day) as upto, sum(count) over (partition by stage) as total
      from days where kind = 'since')
    select stage, coalesce((select sum(count) from days d where d.kind = 'stuck' and d.stage = s.stage and d.day <= ${today}::date), 0) as stuck,
      (${today}::date - min(day) filter (where upto > div(total - 1, 2))
        + (${today}::date - min(day) filter (where upto > div(total, 2)))) / 2.0 as days
    from standing s group by stage`
}
