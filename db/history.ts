import { type SQL, sql } from 'drizzle-orm'
import type { Tx } from '@/db/as'
import { activities } from '@/db/schema/activity'
import { logEntries } from '@/db/schema/zone'
import { zoneRules } from '@/db/zone'
import { type HistoryPlace, sayPlace } from '@/domain/activity/place'
import type { TaskNoun } from '@/domain/task/task'

/** Which lines make up a history. */
export type HistoryOf = { activities: SQL; log: SQL }
/** Where a page begins (below which line), null for the newest, and how many lines it has. */
export type HistoryPart = { before?: HistoryPlace | null; size?: number }
export type HistoryKey = { kind: 'activity' | 'log'; id: number }

/**
 * The lines of one page of a history, newest first, and where the next begins (null at its end). A change stands at
 * its moment; an activity too, unless it was noted later: then at the end of the day on which it happened. The place is
 * a key, no offset: what is added meanwhile moves nothing.
 */
export async function historyKeys(
  tx: Tx,
  of: HistoryOf,
  { before = null, size = 50 }: HistoryPart = {},
): Promise<{ keys: HistoryKey[]; older: string | null }> {
  const { timezone } = await zoneRules(tx)
  const micros = (moment: SQL) => sql`(extract(epoch from ${moment}) * 1000000)::bigint`
  const dayEnd = sql`((${activities.happenedOn} + 1)::timestamp at time zone ${timezone}) - interval '1 millisecond'`
  const done = sql`select 1 as rank, ${activities.id} as id, ${micros(sql`least(${activities.createdAt}, ${dayEnd})`)} as micros
        from ${activities} where ${activities.deletedAt} is null and ${of.activities} union all`
  const from = before
    ? sql`where (micros, rank, id) < (${before.micros.toString()}::bigint, ${before.rank}::int, ${before.id}::bigint)`
    : sql``
  const rows = await tx.execute<{ rank: number; id: string; micros: string }>(sql`
    select rank, id, micros from (
      ${done} select 0 as rank, ${logEntries.id} as id, ${micros(sql`${logEntries.at}`)} as micros
        from ${logEntries} where ${of.log}
    ) lines ${from} order by micros desc, rank desc, id desc limit ${size + 1}`)
  const shown = rows.slice(0, size)
  const last = shown.at(-1)
  return {
    keys: shown.map(row => ({ kind: row.rank === 1 ? 'activity' : 'log', id: Number(row.id) })),
    older:
      rows.length > size && last
        ? sayPlace({ micros: BigInt(last.micros), rank: last.rank === 1 ? 1 : 0, id: Number(last.id) })
        : null,
  }
}

/** That an activity touches a record beside its own. The links come as one array first: so both ways there are by index. */
export const touches = (noun: TaskNoun, id: number): SQL =>
  sql`${activities.id} = any(array(select k.activity_id from activity_links k where k.${sql.raw(noun)}_id = ${id}))`

/** The rows behind the keys, in their order. */
export function inOrder<A extends { id: number }, L extends { id: number }>(
  keys: readonly HistoryKey[],
  done: readonly A[],
  logged: readonly L[],
): (A | L)[] {
  const rows = {
    activity: new Map<number, A | L>(done.map(row => [row.id, row])),
    log: new Map<number, A | L>(logged.map(row => [row.id, row])),
  }
  return keys.flatMap(({ kind, id }) => rows[kind].get(id) ?? [])
}

export const idsOf = (keys: readonly HistoryKey[], kind: HistoryKey['kind']) =>
  keys.filter(key => key.kind === kind).map(key => key.id)
