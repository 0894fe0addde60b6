import { type SQL, sql } from 'drizzle-orm'
import type { Tx } from '@/db/as'
import { contains } from '@/db/contains'
import { wasChanged } from '@/db/deal-changed'
import { workConditions } from '@/db/deal-work-scope'
import { bears } from '@/db/tag-links'
import type { ZoneRules } from '@/db/zone'
import { isIsoDate } from '@/domain/calendar/date'
import { stuckBounds, stuckStages } from '@/domain/calendar/stuck'
import { approvedYear, type DealFilter } from '@/domain/deal/filter'

/** Where the facts of a deal stand: in its row today, in the dated lines for an earlier day. */
export type DealColumns = Record<
  'stage' | 'stageSince' | 'status' | 'deskId' | 'totalMinor' | 'totalCny' | 'nextStepOn',
  SQL
>

/** FROM and WHERE of a filter, with the columns in which the facts of its day stand. */
export type DealScope = { from: SQL; where: SQL; columns: DealColumns; on: string }

const todays: DealColumns = {
  stage: sql`d.stage`,
  stageSince: sql`d.stage_since`,
  status: sql`d.status`,
  deskId: sql`d.desk_id`,
  totalMinor: sql`d.total_minor`,
  totalCny: sql`d.total_cny`,
  nextStepOn: sql`d.next_step_on`,
}

const dated: DealColumns = {
  stage: sql`stage.value`,
  stageSince: sql`stage.effective_on`,
  status: sql`status.value`,
  deskId: sql`desk.desk_id`,
  totalMinor: sql`total.total_minor`,
  totalCny: sql`total.total_cny`,
  nextStepOn: sql`null::date`,
}

/** The line of a fact that stood on that day. A deal without a stage then was not yet one. */
const lineOn = (alias: string, fact: string, on: string) =>
  sql`${sql.raw(alias)}.deal_id = d.id and ${sql.raw(alias)}.fact = ${fact} and ${sql.raw(alias)}.superseded_at is null
    and ${sql.raw(alias)}.effective_on <= ${on}::date
    and (${sql.raw(alias)}.effective_until is null or ${sql.raw(alias)}.effective_until > ${on}::date)`

/** FROM with the facts of a day: rows are deals that existed then. */
export const dealsOn = (on: string): SQL => sql`deals d
  join deal_facts stage on ${lineOn('stage', 'stage', on)}
  join deal_facts status on ${lineOn('status', 'status', on)}
  join deal_facts desk on ${lineOn('desk', 'desk', on)}
  left join deal_facts total on ${lineOn('total', 'total_investment', on)}`

/** The one WHERE of table, board, totals and export. */
export function dealScope(filter: DealFilter, zone: ZoneRules): DealScope {
  const columns = filter.asOf ? dated : todays
  return {
    from: filter.asOf ? dealsOn(filter.asOf) : sql`deals d`,
    where: sql.join(conditions(filter, zone, columns), sql` and `),
    columns,
    on: filter.asOf ?? zone.today,
  }
}

/** How many there are, counted no further than a thousand: for a page that only mentions them. */
export async function countUpTo(tx: Tx, { from, where }: DealScope): Promise<number> {
  const [row] = await tx.execute<{ n: string }>(
    sql`select count(*) as n from (select 1 from ${from} where ${where} limit 1000) first`,
  )
  return Number(row?.n)
}

/** Stuck, by the one definition (domain/calendar/stuck.ts), for an active or any deal. */
export function isStuck(columns: DealColumns, { today, timezone, settings }: ZoneRules): SQL {
  const bounds = stuckBounds(today, settings)
  const tooLong = stuckStages.map(
    stage =>
      sql`(${columns.stage} = ${stage} and ${columns.stageSince} < ${bounds.stageSinceBefore[stage]}::date)`,
  )
  return sql`(${columns.status} = 'active' and ${columns.stage} <> 'approved' and (${sql.join(tooLong, sql` or `)}
    or greatest((d.last_progress_at at time zone ${timezone})::date, ${columns.stageSince}) < ${bounds.quietBefore}::date
    or d.next_step_on < ${bounds.nextStepBefore}::date))`
}

/** Slipped, by the one definition (domain/deal/slipped.ts). */
const isSlipped = ({ status, stage }: DealColumns, { today, settings }: ZoneRules): SQL =>
  sql`(${status} = 'active' and ${stage} <> 'approved' and (greatest(d.next_step_put_off, d.approval_put_off) > ${settings.slippedTimes}
    or d.next_step_on < ${today}::date or d.approval_expected_on < ${today}::date))`

/** The moment at which a day of the zone begins, or the one so many days later. */
const startOf = (day: string, timezone: string, days = 0): SQL =>
  sql`((${day}::date + ${days}::int)::timestamp at time zone ${timezone})`

/** A day or a moment as the moment from which on it counts; with `days`, a day as the moment at which it has ended. */
export const momentOf = (value: string, timezone: string, days = 0): SQL =>
  isIsoDate(value) ? startOf(value, timezone, days) : sql`${value}::timestamptz`

function conditions(filter: DealFilter, zone: ZoneRules, columns: DealColumns): SQL[] {
  const { timezone, today } = zone
  const year = approvedYear(filter, today)
  const moment = (day: string, days = 0) => startOf(day, timezone, days)
  const all: (SQL | false | null | undefined | '')[] = [
    sql`d.deleted_at is null`,
    filter.statuses.length < 4 && sql`${columns.status} in ${[...filter.statuses]}`,
    filter.stages.length > 0 && sql`${columns.stage} in ${[...filter.stages]}`,
    year !== null &&
      sql`(${columns.stage} <> 'approved' or ${columns.stageSince} between ${`${year}-01-01`}::date and ${`${year}-12-31`}::date)`,
    filter.desks.length > 0 &&
      sql`${columns.deskId} in (select id from desks where key in ${[...filter.desks]})`,
    filter.countries.length > 0 && sql`d.country in ${[...filter.countries]}`,
    filter.industries.length > 0 && sql`d.industry_id in ${[...filter.industries]}`,
    filter.officer === 'none' && sql`d.case_officer_id is null`,
    typeof filter.officer === 'number' && sql`d.case_officer_id = ${filter.officer}`,
    filter.tags.length > 0 && bears('deal', sql`d.id`, filter.tags),
    filter.minCny !== null && sql`${columns.totalCny} >= ${filter.minCny.toString()}::bigint`,
    filter.maxCny !== null && sql`${columns.totalCny} <= ${filter.maxCny.toString()}::bigint`,
    filter.createdFrom && sql`d.created_at >= ${moment(filter.createdFrom)}`,
    filter.createdTo && sql`d.created_at < ${moment(filter.createdTo, 1)}`,
    filter.stageFrom && sql`${columns.stageSince} >= ${filter.stageFrom}::date`,
    filter.stageTo && sql`${columns.stageSince} <= ${filter.stageTo}::date`,
    filter.clock === 'overdue' && sql`d.clock_due < ${today}::date`,
    filter.clock === 'soon' && sql`d.clock_due between ${today}::date and ${today}::date + 2`,
    filter.overdue && sql`d.next_step_on < ${today}::date`,
    filter.stuck && isStuck(columns, zone),
    filter.slipped && isSlipped(columns, zone),
    filter.expectedFrom && sql`d.approval_expected_on >= ${filter.expectedFrom}::date`,
    filter.expectedTo && sql`d.approval_expected_on <= ${filter.expectedTo}::date`,
    filter.noExpected && sql`d.approval_expected_on is null`,
    filter.change &&
      filter.changedFrom &&
      wasChanged(
        filter.change,
        momentOf(filter.changedFrom, timezone),
        filter.changedTo ? momentOf(filter.changedTo, timezone, 1) : null,
      ),
    ...workConditions(filter, today),
    filter.highTech && sql`d.high_tech`,
    filter.event && sql`d.event_id in (select id from events where number = ${filter.event})`,
    filter.company && sql`d.company_id in (select id from companies where number = ${filter.company})`,
    filter.text && contains('deal', sql`d.id`, filter.text),
  ]
  return all.filter(condition => condition instanceof Object) as SQL[]
}
