import { type SQL, sql } from 'drizzle-orm'
import { as } from '@/db/as'
import { zoneRules } from '@/db/zone'
import type { CountedClock } from '@/domain/calendar/clock'
import type { Permit } from '@/domain/policy/permit'

export type LateClock = {
  noun: 'lead' | 'deal'
  number: string
  name: string
  kind: CountedClock
  due: string
  deskId: number
  officerId: number | null
}
/** `total` counts to 100 of each kind at most; `more`: there are others beyond it. */
export type LateClocks = { rows: LateClock[]; total: number; more: boolean }

const MOST = 100

type Line = Omit<LateClock, 'deskId' | 'officerId'> & { desk: string; officer: string | null; total: string }

/**
 * Clocks that have run out on the desks that this person heads, all of them for the director, the oldest first. Nobody
 * else has any. Each desk's oldest are taken from an index, so that it costs the same whatever lies behind.
 */
export async function lateClocks(permit: Permit<'day.read'>, limit = 8): Promise<LateClocks> {
  const { role, headOf } = permit.actor
  if (role !== 'director' && headOf.length === 0) return { rows: [], total: 0, more: false }
  return as(permit, 'read', async tx => {
    const { today } = await zoneRules(tx)
    const late = (noun: 'lead' | 'deal', kind: SQL, due: SQL, more: SQL) => {
      const table = noun === 'lead' ? sql`leads` : sql`deals`
      const oldest = (
        desk: SQL,
      ) => sql`select ${noun} as noun, c.number, c.name, ${kind} as kind, ${due} as due,
          c.case_officer_id as officer, c.desk_id as desk, c.id
        from ${table} c where ${desk} and ${due} < ${today}::date and c.deleted_at is null ${more}
        order by ${due}, c.id limit ${MOST}`
      return role === 'director'
        ? sql`(${oldest(sql`true`)})`
        : sql`(select x.* from unnest(${`{${headOf.join(',')}}`}::bigint[]) h cross join lateral (${oldest(sql`c.desk_id = h`)}) x)`
    }
    const rows = await tx.execute<Line>(sql`
      select noun, number, name, kind, to_char(due, 'YYYY-MM-DD') as due, officer, desk, count(*) over () as total
      from (${late('lead', sql`c.clock`, sql`c.clock_due`, sql`and c.stage in ('new', 'contacted', 'qualified')`)}
        union all ${late('lead', sql`'tell'`, sql`c.tell_due`, sql``)}
        union all ${late('deal', sql`'progress'`, sql`c.clock_due`, sql``)}) late
      order by late.due, noun, id limit ${limit}`)
    const total = Number(rows[0]?.total ?? 0)
    return {
      rows: rows.map(({ desk, officer, total: _, ...row }) => ({
        ...row,
        deskId: Number(desk),
        officerId: officer === null ? null : Number(officer),
      })),
      total,
      more: total >= MOST,
    }
  })
}
