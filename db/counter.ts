import { type SQL, sql } from 'drizzle-orm'

const columns = sql.raw(
  `desk_id, stage, status, year, count, cny, not_stated, without_rate,
   foreign_count, foreign_cny, foreign_not_stated, foreign_without_rate`,
)
const tallied = {
  lead: sql`select lead_tally(r) as t from leads r`,
  deal: sql`select deal_tally(r) as t from deals r`,
}

/**
 * FROM: how many of a noun stand where, as far as the reader sees, under the name `c`. Counters and deltas of the desks
 * that the policies show, and one line for each record elsewhere that one sees as a member: together what a count of
 * the visible rows says, at any moment.
 */
export const counted = (noun: 'lead' | 'deal'): SQL => sql`(
  select ${columns} from counters where noun = ${noun}
  union all select ${columns} from counter_deltas where noun = ${noun}
  union all select ${ofTally} from (${tallied[noun]}
    where r.id = any((select foreign_case_ids(${noun}))::bigint[]) and r.deleted_at is null) elsewhere) c`

const ofTally = sql.raw(
  `(t).desk_id, (t).stage, (t).status, (t).year, (t).count, (t).cny, (t).not_stated, (t).without_rate,
   (t).foreign_count, (t).foreign_cny, (t).foreign_not_stated, (t).foreign_without_rate`,
)

/** The condition on `c` of a filter's desks, by their keys; all desks when none is named. */
export const onDesks = (keys: readonly string[]): SQL =>
  keys.length > 0 ? sql`c.desk_id in (select id from desks where key in ${[...keys]})` : sql`true`
