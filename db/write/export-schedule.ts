import { and, count, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import type { PgUpdateSetSource } from 'drizzle-orm/pg-core'
import { record, type Tx, write } from '@/db/as'
import { exportSchedules } from '@/db/schema/job'
import { users } from '@/db/schema/user'
import { zoneNow } from '@/db/zone'
import { mayExport } from '@/domain/export/export'
import type {
  CreateScheduleInput,
  DeleteScheduleInput,
  EditScheduleInput,
  SwitchScheduleInput,
} from '@/domain/export/input'
import { firstDue, MOST_SCHEDULES, type Rhythm } from '@/domain/export/schedule'
import { conflict, done, gone, invalidField, type Outcome, refused } from '@/domain/outcome'
import type { Permit } from '@/domain/policy/permit'
import { changesBetween } from './change'

type Kept = Permit<'export.schedule'>

/** The day of the next file; null for one that is off. */
export type ScheduleNext = { nextOn: string | null }

/** From today on, when its hour has not passed; each one runs with the rights that its owner has on that day. */
export async function createSchedule(
  permit: Kept,
  input: CreateScheduleInput,
): Promise<Outcome<{ id: number } & ScheduleNext>> {
  const { submission, every, onWeekday: _, onDate: __, ...asked } = input
  return write(
    permit,
    async tx => {
      if (!mayExport(permit.actor, asked.list)) return refused('common.not_permitted')
      if ((await mine(tx, permit)) >= MOST_SCHEDULES) return refused('export.refused.too_many')
      const rhythm = rhythmOf(input)
      const nextOn = firstDue(rhythm, await zoneNow(tx))
      const [made] = await tx
        .insert(exportSchedules)
        .values({ ...asked, userId: permit.actor.id, every, onDay: rhythm.on, nextOn })
        .returning({ id: exportSchedules.id })
      const { list, format, name, search } = asked
      await record(tx, 'export', null, { schedule: name, list, format, search, every, on: rhythm.on })
      return done({ id: Number(made?.id), nextOn })
    },
    submission,
  )
}

const rhythmOf = ({
  every,
  onWeekday,
  onDate,
}: Pick<CreateScheduleInput, 'every' | 'onWeekday' | 'onDate'>): Rhythm => ({
  every,
  on: { daily: null, weekly: onWeekday, monthly: onDate }[every],
})

/**
 * What is made, of which filter, how often, for whom: a colleague gets the schedule, and it runs with his rights. With
 * another rhythm it begins anew, on the next day of that rhythm. Changed in another window meanwhile is a conflict.
 */
export async function editSchedule(
  permit: Kept,
  { id, version, list, ownerId, ...input }: EditScheduleInput,
): Promise<Outcome<{ version: number } & ScheduleNext, ReturnType<typeof shown>>> {
  return write(permit, async tx => {
    const found = await held(tx, id)
    if (!found || found.list !== list) return gone()
    if (found.version !== version) return conflict(shown(found))
    const { every, on: onDay } = rhythmOf(input)
    const { name, format, search, words } = input
    const { actor } = permit
    const given = ownerId !== null && ownerId !== actor.id ? await personOf(tx, ownerId) : null
    const before = {
      owner: actor.name,
      name: found.name,
      format: found.format,
      search: found.search,
      every: found.every,
      on: found.onDay,
    }
    const changes = changesBetween(before, {
      ...{ owner: given?.name ?? actor.name, name, format, search, every, on: onDay },
    })
    const anew = 'every' in changes || 'on' in changes
    const nextOn = anew ? await nextOf(tx, { ...found, every, onDay }) : found.nextOn
    const next = { nextOn: found.active ? nextOn : null }
    if (Object.keys(changes).length === 0) return done({ version, ...next })
    await tx
      .update(exportSchedules)
      .set({
        ...{ name, format, search, words, every, onDay, nextOn, version: version + 1, updatedAt: sql`now()` },
      })
      .where(eq(exportSchedules.id, id))
    if (given && !(await give(tx, id, given.id))) return invalidField('ownerId', 'export.refused.not_given')
    await record(tx, 'export', null, { schedule: found.name, to: 'edited', changes })
    return done({ version: version + 1, ...next })
  })
}

async function personOf(tx: Tx, id: number) {
  const [person] = await tx.select({ id: users.id, name: users.name }).from(users).where(eq(users.id, id))
  return person ?? { id, name: String(id) }
}

/** False for somebody who cannot have it: no account that is open, the administrator, or as many as anybody may have. */
async function give(tx: Tx, id: number, to: number): Promise<boolean> {
  const [row] = await tx.execute<{ given: boolean }>(
    sql`select give_schedule(${id}, ${to}, ${MOST_SCHEDULES}) as given`,
  )
  return row?.given ?? false
}

const shown = ({ name, format, search, every, onDay, version, updatedAt }: Row) => ({
  values: {
    ...{ name, format, search, every },
    onWeekday: every === 'weekly' ? String(onDay) : '1',
    onDate: every === 'monthly' ? String(onDay) : '1',
  },
  version,
  at: updatedAt.toISOString(),
})

async function mine(tx: Tx, { actor }: Kept): Promise<number> {
  const [row] = await tx
    .select({ n: count() })
    .from(exportSchedules)
    .where(and(eq(exportSchedules.userId, actor.id), isNull(exportSchedules.deletedAt)))
  return Number(row?.n)
}

/** On or off; what was missed meanwhile is not made up for. */
export async function switchSchedule(
  permit: Kept,
  { id, active }: SwitchScheduleInput,
): Promise<Outcome<ScheduleNext>> {
  return write(permit, async tx => {
    const found = await held(tx, id)
    if (!found) return gone()
    const nextOn = active ? await nextOf(tx, found) : null
    await change(tx, found, active ? 'on' : 'off', { active, ...(nextOn && { nextOn }) })
    return done({ nextOn })
  })
}

/** What it has made stays as long as it is kept. With `restore` it is there again as it was, and begins anew. */
export async function deleteSchedule(permit: Kept, { id, restore }: DeleteScheduleInput): Promise<Outcome> {
  return write(permit, async tx => {
    const found = await held(tx, id, restore)
    if (!found) return gone()
    if (restore && (await mine(tx, permit)) >= MOST_SCHEDULES) return refused('export.refused.too_many')
    await change(
      tx,
      found,
      restore ? 'restored' : 'deleted',
      restore ? { deletedAt: null, nextOn: await nextOf(tx, found) } : { deletedAt: sql`now()` },
    )
    return done()
  })
}

type Row = typeof exportSchedules.$inferSelect

async function held(tx: Tx, id: number, deleted = false): Promise<Row | undefined> {
  const { deletedAt } = exportSchedules
  const [found] = await tx
    .select()
    .from(exportSchedules)
    .where(and(eq(exportSchedules.id, id), deleted ? isNotNull(deletedAt) : isNull(deletedAt)))
    .for('update')
  return found
}

/* What was missed meanwhile is not made up for; what was made today is not made twice. */
const nextOf = async (tx: Tx, { every, onDay, lastOn }: Row) =>
  firstDue({ every, on: onDay }, await zoneNow(tx), lastOn)

async function change(tx: Tx, found: Row, to: string, values: PgUpdateSetSource<typeof exportSchedules>) {
  await tx
    .update(exportSchedules)
    .set({ ...values, version: found.version + 1, updatedAt: sql`now()` })
    .where(eq(exportSchedules.id, found.id))
  await record(tx, 'export', null, { schedule: found.name, to })
}
