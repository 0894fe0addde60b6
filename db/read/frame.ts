import { sql } from 'drizzle-orm'
import { as, zoneToday } from '@/db/as'
import { onTeam } from '@/db/counter'
import { unreadOf } from '@/db/read/notification'
import type { Permit } from '@/domain/policy/permit'

/** What stands in the frame of each page: how much waits for this person, unread ones, and whether single keys act. */
export type FrameState = { waiting: { day: number; leads: number }; unread: number; singleKeys: boolean }

type Row = { keys: string | null; day: string; leads: string; unread: string }

/**
 * For a head and the director: approvals to confirm (as toConfirm) and appraisals to judge (as appraisalsToJudge), leads without an officer (as the list of
 * `officer=none`). For an officer: own next steps past their day (as dueSteps), own leads past their clock (as the list
 * of `clock=overdue`). Nobody else has anything waiting. One statement over small indexes: every page asks.
 */
export async function frameState(permit: Permit<'day.read'>): Promise<FrameState> {
  const { id, role, headOf } = permit.actor
  const decides = role === 'director' || role === 'manager'
  const open = sql`deleted_at is null and stage in ('new', 'contacted', 'qualified')`
  return as(permit, 'read', async tx => {
    const today = role === 'officer' ? await zoneToday(tx) : null
    const own = (noun: 'lead' | 'deal') =>
      sql`${onTeam(noun, id)} and next_step is not null and next_step_on < ${today}`
    const desks = role === 'director' ? sql`true` : sql`d.desk_id = any(${`{${headOf.join(',')}}`}::bigint[])`
    const counts = decides
      ? sql`(select count(*) from stage_proposals p join deals d on d.id = p.deal_id
            where p.decided_at is null and p.proposed_by <> ${id} and d.deleted_at is null and ${desks})
          + (select count(*) from lead_appraisals a join leads d on d.id = a.lead_id
            where a.decided_at is null and d.deleted_at is null and d.stage in ('contacted', 'qualified') and ${desks}) as day,
          (select count(*) from leads where case_officer_id is null and ${open}) as leads`
      : role === 'officer'
        ? sql`(select count(*) from deals where deleted_at is null and status = 'active' and ${own('deal')})
            + (select count(*) from leads where ${open} and ${own('lead')}) as day,
          (select count(*) from leads where case_officer_id = ${id} and clock_due < ${today} and ${open}) as leads`
        : sql`0 as day, 0 as leads`
    const [row] = await tx.execute<Row>(
      sql`select (select preferences ->> 'keys' from users where id = ${id}) as keys, (${unreadOf(id)}) as unread, ${counts}`,
    )
    return {
      waiting: { day: Number(row?.day ?? 0), leads: Number(row?.leads ?? 0) },
      unread: Number(row?.unread ?? 0),
      singleKeys: row?.keys !== 'off',
    }
  })
}
