import { sql } from 'drizzle-orm'
import { as } from '@/db/as'
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
    const due = mine ? sql`select noun, id, step_on from own_steps(${until}::date)` : stepsWithinReach(until)
    const rows = await tx.execute<Line>(sql`
      with due as (${due}),
      first as (
        select noun, id, step_on, count(*) over () as total, count(*) filter (where step_on < ${today}) over () as overdue
        from due order by step_on, noun, id limit ${limit}),
      said as (
        select f.noun, f.id, f.step_on, f.total, f.overdue, coalesce(d.number, l.number) as number,
          coalesce(d.name, l.name) as name, coalesce(d.next_step, l.next_step) as next_step,
          coalesce(d.case_officer_id, l.case_officer_id) as officer, coalesce(d.desk_id, l.desk_id) as desk
        from first f left join deals d on f.noun = 'deal' and d.id = f.id left join leads l on f.noun = 'lead' and l.id = f.id)
      select noun, number, name, next_step, to_char(step_on, 'YYYY-MM-DD') as next_step_on, officer, desk, total, overdue
      from said order by step_on, noun, id`)
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

const stepsWithinReach = (until: string) => sql`
  select 'deal' as noun, id, next_step_on as step_on from deals
  where deleted_at is null and status = 'active' and next_step is not null and next_step_on <= ${until}
  union all
  select 'lead', id, next_step_on from leads
  where deleted_at is null and stage in ('new', 'contacted', 'qualified') and next_step is not null and next_step_on <= ${until}`
