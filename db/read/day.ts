import { sql } from 'drizzle-orm'
import { as } from '@/db/as'
import { onTeam } from '@/db/counter'
import { zoneRules } from '@/db/zone'
import { addDays } from '@/domain/calendar/date'
import type { Permit } from '@/domain/policy/permit'

export type DueStep = {
  noun: 'lead' | 'deal'
  number: string
  name: string
  nextStep: string
  nextStepOn: string
  officerId: number | null
  deskId: number
}
export type DueSteps = { steps: DueStep[]; overdue: number; total: number }

type Line = {
  noun: 'lead' | 'deal'
  number: string
  name: string
  next_step: string
  next_step_on: string
  officer: string | null
  desk: string
  overdue: string
  total: string
}

/**
 * Next steps that are overdue or due within so many days, the oldest first: one's own (case officer or member), or with
 * `mine` false all within reach. Open leads and active deals only; `total` and `overdue` count beyond the limit.
 */
export async function dueSteps(
  permit: Permit<'day.read'>,
  { mine, days = 3, limit = 20 }: { mine: boolean; days?: number; limit?: number },
): Promise<DueSteps> {
  return as(permit, 'read', async tx => {
    const { today } = await zoneRules(tx)
    const until = addDays(today, days)
    const whose = (noun: 'lead' | 'deal') => (mine ? sql`and ${onTeam(noun, permit.actor.id)}` : sql``)
    const rows = await tx.execute<Line>(sql`
      with due as (
        select 'deal' as noun, number, name, next_step, next_step_on, case_officer_id, desk_id, id from deals
        where deleted_at is null and status = 'active' and next_step is not null and next_step_on <= ${until} ${whose('deal')}
        union all
        select 'lead', number, name, next_step, next_step_on, case_officer_id, desk_id, id from leads
        where deleted_at is null and stage in ('new', 'contacted', 'qualified') and next_step is not null
          and next_step_on <= ${until} ${whose('lead')})
      select noun, number, name, next_step, to_char(next_step_on, 'YYYY-MM-DD') as next_step_on,
        case_officer_id as officer, desk_id as desk, count(*) over () as total,
        count(*) filter (where next_step_on < ${today}) over () as overdue
      from due order by due.next_step_on, noun, id limit ${limit}`)
    return {
      steps: rows.map(row => ({
        noun: row.noun,
        number: row.number,
        name: row.name,
        nextStep: row.next_step,
        nextStepOn: row.next_step_on,
        officerId: row.officer === null ? null : Number(row.officer),
        deskId: Number(row.desk),
      })),
      overdue: Number(rows[0]?.overdue ?? 0),
      total: Number(rows[0]?.total ?? 0),
    }
  })
}
