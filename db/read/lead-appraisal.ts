import { sql } from 'drizzle-orm'
import { as } from '@/db/as'
import type { Verdict } from '@/domain/lead/lead'
import type { Permit } from '@/domain/policy/permit'

export type WaitingAppraisal = {
  number: string
  name: string
  deskId: number
  askedBy: number
  verdict: Verdict
  due: string | null
}

type Line = Omit<WaitingAppraisal, 'deskId' | 'askedBy'> & { desk: string; by: string }

/** Appraisals that wait for the verdict of this very person: of desks that he heads, all of them for the director. */
export async function appraisalsToJudge(permit: Permit<'day.read'>): Promise<WaitingAppraisal[]> {
  const { role, headOf } = permit.actor
  if (role !== 'director' && headOf.length === 0) return []
  const desks = role === 'director' ? sql`true` : sql`l.desk_id in ${[...headOf]}`
  return as(permit, 'read', async tx => {
    const rows = await tx.execute<Line>(sql`
      select l.number, l.name, l.desk_id as desk, a.asked_by as by, a.asked_verdict as verdict,
        to_char(l.clock_due, 'YYYY-MM-DD') as due
      from lead_appraisals a join leads l on l.id = a.lead_id
      where a.decided_at is null and l.deleted_at is null and l.stage in ('contacted', 'qualified') and ${desks}
      order by l.clock_due, a.id limit 100`)
    return rows.map(({ desk, by, ...row }) => ({ ...row, deskId: Number(desk), askedBy: Number(by) }))
  })
}
