import { sql } from 'drizzle-orm'
import type { Tx } from '@/db/as'
import type { TaskNoun } from '@/domain/task/task'
import type { Names } from '@/domain/user/user'

/** `own`: the record that the activity belongs to. */
export type ActivityLink = {
  noun: TaskNoun
  id: number
  number: string
  name: string
  names: Names
  own: boolean
}

type Line = Omit<ActivityLink, 'id'> & { activity: string; id: string }

/** The records of these activities, their own and what they touch, as far as the reader sees them; by the activity's id. */
export async function linksOf(tx: Tx, ids: readonly number[]): Promise<Map<number, ActivityLink[]>> {
  if (ids.length === 0) return new Map()
  const which = sql`${`{${ids.join(',')}}`}::bigint[]`
  const from = (noun: TaskNoun, table: string, names: string) => sql`
    select k.activity_id as activity, ${noun} as noun, r.id, r.number, r.name, ${sql.raw(names)} as names, k.own
    from k join ${sql.raw(table)} r on r.id = k.${sql.raw(noun)}_id where r.deleted_at is null`
  const lines = await tx.execute<Line>(sql`
    with k as (
      select activity_id, lead_id, deal_id, company_id, contact_id, event_id, false as own
      from activity_links where activity_id = any(${which})
      union all select id, lead_id, deal_id, null, null, null, true from activities where id = any(${which}))
    ${from('lead', 'leads', "'{}'::jsonb")} union all ${from('deal', 'deals', 'r.names')}
    union all ${from('company', 'companies', "'{}'::jsonb")} union all ${from('contact', 'contacts', "'{}'::jsonb")}
    union all ${from('event', 'events', 'r.names')}`)
  const found = new Map<number, ActivityLink[]>()
  for (const { activity, id, ...line } of lines) {
    const of = Number(activity)
    found.set(of, [...(found.get(of) ?? []), { ...line, id: Number(id) }])
  }
  return found
}
