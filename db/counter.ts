import { type SQL, sql } from 'drizzle-orm'

const columns = sql.raw(
  `c.desk_id, c.stage, c.status, c.year, c.count, c.cny, c.not_stated, c.without_rate,
   c.foreign_count, c.foreign_cny, c.foreign_not_stated, c.foreign_without_rate`,
)
/**
 * FROM: how many of a noun stand where, as far as the reader sees, under the name `c`. Counters and deltas of the desks
 * that the policies show, and one line for each record elsewhere that one sees as a member: together what a count of
 * the visible rows says, at any moment.
 */
export const counted = (noun: 'lead' | 'deal'): SQL => sql`(
  select ${columns} from counters c where c.noun = ${noun}
  union all select ${columns} from counter_deltas c where c.noun = ${noun}
  union all select ${columns} from foreign_tallies(${noun}) c) c`

/** The condition that the viewer is on the team of a lead or deal, by its id: costs as many rows as he has. */
export const onTeam = (noun: 'lead' | 'deal', userId: number): SQL =>
  sql`id = any((select member_case_ids(${noun}))::bigint[]) and team_ids @> array[${userId}::bigint]`

/** The condition of a filter's desks, by their keys; all desks when none is named. */
export const onDesks = (keys: readonly string[], desk: SQL = sql`c.desk_id`): SQL =>
  keys.length > 0 ? sql`${desk} in (select id from desks where key in ${[...keys]})` : sql`true`
