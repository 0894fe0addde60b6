import { and, count, eq, isNull, sql } from 'drizzle-orm'
import { record, type Tx, write, zoneToday } from '@/db/as'
import { exportSchedules } from '@/db/schema/job'
import { addDays } from '@/domain/calendar/date'
import { mayExport } from '@/domain/export/export'
import type { CreateScheduleInput, DeleteScheduleInput, SwitchScheduleInput } from '@/domain/export/input'
import { MOST_SCHEDULES, nextDue, type Rhythm } from '@/domain/export/schedule'
import { done, gone, type Outcome, refused } from '@/domain/outcome'
import type { Permit } from '@/domain/policy/permit'

type Kept = Permit<'export.schedule'>

/** From today on, when its hour has not passed; each one runs with the rights that its owner has on that day. */
export async function createSchedule(
  permit: Kept,
  input: CreateScheduleInput,
): Promise<Outcome<{ id: number }>> {
  const { submission, every, onWeekday, onDate, ...asked } = input
  return write(
    permit,
    async tx => {
      if (!mayExport(permit.actor, asked.list)) return refused('common.not_permitted')
      if ((await mine(tx, permit)) >= MOST_SCHEDULES) return refused('export.refused.too_many')
      const rhythm: Rhythm = { every, on: { daily: null, weekly: onWeekday, monthly: onDate }[every] }
      const nextOn = nextDue(rhythm, addDays(await zoneToday(tx), -1))
      const [made] = await tx
        .insert(exportSchedules)
        .values({ ...asked, userId: permit.actor.id, every, onDay: rhythm.on, nextOn })
        .returning({ id: exportSchedules.id })
      const { list, format, name, search } = asked
      await record(tx, 'export', null, { schedule: name, list, format, search, every, on: rhythm.on })
      return done({ id: Number(made?.id) })
    },
    submission,
  )
}

async function mine(tx: Tx, { actor }: Kept): Promise<number> {
  const [row] = await tx
    .select({ n: count() })
    .from(exportSchedules)
    .where(and(eq(exportSchedules.userId, actor.id), isNull(exportSchedules.deletedAt)))
  return Number(row?.n)
}

/** On or off; what was missed meanwhile is not made up for. */
export async function switchSchedule(permit: Kept, { id, active }: SwitchScheduleInput): Promise<Outcome> {
  return change(permit, id, active ? 'on' : 'off', async (_, { every, onDay }, today) => {
    const nextOn = nextDue({ every, on: onDay }, addDays(today, -1))
    return { active, ...(active && { nextOn: nextOn }) }
  })
}

/** What it has made stays as long as it is kept. */
export async function deleteSchedule(permit: Kept, { id }: DeleteScheduleInput): Promise<Outcome> {
  return change(permit, id, 'deleted', async () => ({ active: false, deletedAt: sql`now()` as never }))
}

type Row = typeof exportSchedules.$inferSelect

async function change(
  permit: Kept,
  id: number,
  to: string,
  values: (tx: Tx, found: Row, today: string) => Promise<Partial<Row>>,
): Promise<Outcome> {
  return write(permit, async tx => {
    const [found] = await tx
      .select()
      .from(exportSchedules)
      .where(and(eq(exportSchedules.id, id), isNull(exportSchedules.deletedAt)))
      .for('update')
    if (!found) return gone()
    const changed = await values(tx, found, await zoneToday(tx))
    await tx
      .update(exportSchedules)
      .set({ ...changed, version: found.version + 1, updatedAt: sql`now()` as never })
      .where(eq(exportSchedules.id, id))
    await record(tx, 'export', null, { schedule: found.name, to })
    return done()
  })
}
