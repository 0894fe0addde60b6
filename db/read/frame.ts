import { type SQL, sql } from 'drizzle-orm'
import { as, zoneToday } from '@/db/as'
import { awaitsDecision } from '@/db/capital-scope'
import { unreadOf } from '@/db/read/notification'
import type { Permit } from '@/domain/policy/permit'

/** What stands in the frame of each page: how much waits for this person, and how many notifications are unread. */
export type FrameState = { waiting: { day: number; leads: number }; unread: number }

type Row = { day: string; leads: string; unread: string }

/**
 * For a head and the director: approvals and arrivals to confirm (as toConfirm and arrivalsToConfirm), appraisals to judge (as
 * appraisalsToJudge), leads without an officer (as the list of `officer=none`). For an officer: own next steps past their day (as dueSteps), own leads past their clock (as the list
 * of `clock=overdue`). Nobody else has anything waiting. One statement over small indexes: every page asks.
 */
export async function frameState(permit: Permit<'day.read'>): Promise<FrameState> {
  const { id, role, headOf } = permit.actor
  const decides = role === 'director' || role === 'manager'
  const open = sql`deleted_at is null and stage in ('new', 'contacted', 'qualified')`
  return as(permit, 'read', async tx => {
    const today = role === 'officer' ? await zoneToday(tx) : null
    const desks = role === 'director' ? sql`true` : sql`d.desk_id = any(${`{${headOf.join(',')}}`}::bigint[])`
    const counts = decides
      ? sql`(select count(*) from stage_proposals p join deals d on d.id = p.deal_id
            where p.decided_at is null and p.proposed_by <> ${id} and d.deleted_at is null and ${desks})
          + (select count(*) from arrivals c where ${awaitsDecision(permit.actor) ?? sql`false`})
          + (select count(*) from lead_appraisals a join leads d on d.id = a.lead_id
            where a.decided_at is null and d.deleted_at is null and d.stage in ('contacted', 'qualified') and ${desks}) as day,
          ${upTo(sql`select 1 from leads where case_officer_id is null and ${open}`)} as leads`
      : role === 'officer'
        ? sql`(select count(*) from own_steps(${today}::date - 1)) as day,
          ${upTo(sql`select 1 from leads where case_officer_id = ${id} and clock_due < ${today} and ${open}`)} as leads`
        : sql`0 as day, 0 as leads`
    const [row] = await tx.execute<Row>(sql`select (${unreadOf(id)}) as unread, ${counts}`)
    return {
      waiting: { day: Number(row?.day ?? 0), leads: Number(row?.leads ?? 0) },
      unread: Number(row?.unread ?? 0),
    }
  })
}

/** The rail says 999+: nobody's page waits for more to be counted. */
const upTo = (rows: SQL) => sql`(select count(*) from (${rows} limit 1000) first)`
