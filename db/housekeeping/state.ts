import type { Sql } from 'postgres'

/** When any chore was last done (null: never), and those whose last run failed, in words for whoever runs the app. */
export async function houseKept(sql: Sql): Promise<{ ranAt: string | null; faults: string[] }> {
  const rows = await sql<
    { chore: string; failed: boolean; error: string; done_at: string; failed_at: string }[]
  >`
    select chore, coalesce(failed_at > done_at, failed_at is not null) as failed, error,
      ${moment(sql, 'done_at')} as done_at, ${moment(sql, 'failed_at')} as failed_at
    from chore_runs order by chore`
  const moments = rows.map(row => row.done_at).filter(at => at !== null)
  return {
    ranAt: moments.sort().at(-1) ?? null,
    faults: rows
      .filter(row => row.failed)
      .map(row => `${row.chore} failed at ${row.failed_at}: ${row.error}`),
  }
}

const moment = (sql: Sql, column: string) =>
  sql.unsafe(`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS "UTC"')`)

/** Whether counters and deltas say what a recount of all leads and deals says. In one statement: people go on writing. */
export async function countersEqual(sql: Sql): Promise<boolean> {
  const sums =
    sql.unsafe(`sum(count), sum(cny), sum(not_stated), sum(without_rate), sum(foreign_count), sum(foreign_cny),
    sum(foreign_not_stated), sum(foreign_without_rate)`)
  const [row] = await sql<{ equal: boolean }[]>`
    with kept as (
      select noun, desk_id, stage, status, year, ${sums}
      from (select * from counters union all select * from counter_deltas) c
      group by noun, desk_id, stage, status, year having sum(count) <> 0),
    recounted as (
      select noun, desk_id, stage, status, year, ${sums} from (
        select t.* from deals d, deal_tally(d) t where d.deleted_at is null
        union all select t.* from leads l, lead_tally(l) t where l.deleted_at is null) c
      group by noun, desk_id, stage, status, year),
    kept_days as (
      select desk_id, stage, status, kind, day, sum(count), sum(cny), sum(not_stated), sum(without_rate)
      from (select * from day_counters union all select * from day_counter_deltas) c
      group by desk_id, stage, status, kind, day having sum(count) <> 0),
    recounted_days as (
      select t.desk_id, t.stage, t.status, t.kind, t.day, sum(t.count), sum(t.cny), sum(t.not_stated), sum(t.without_rate)
      from zones z, deals d, deal_days(d, z) t where d.deleted_at is null group by 1, 2, 3, 4, 5)
    select not exists (select * from kept except select * from recounted)
      and not exists (select * from recounted except select * from kept)
      and not exists (select * from kept_days except select * from recounted_days)
      and not exists (select * from recounted_days except select * from kept_days) as equal`
  return row?.equal ?? false
}
