import { and, eq, isNull, sql } from 'drizzle-orm'
import { type Tx, write } from '@/db/as'
import { tasks } from '@/db/schema/task'
import { zoneRules } from '@/db/zone'
import { done, gone, type Outcome, refused } from '@/domain/outcome'
import type { Permit } from '@/domain/policy/permit'
import type { DeleteTaskInput, TaskInput } from '@/domain/task/input'
import { nextDay } from '@/domain/task/task'
import { isOutcome, lockTask, recordTask, type Task } from './task-lock'

/** Done, by whoever may write it. One of a series makes the next; said twice, it is done once. */
export async function completeTask(
  permit: Permit<'task.complete'>,
  { id }: TaskInput,
): Promise<Outcome<{ id: number; nextOn: string | null }>> {
  return write(permit, async tx => {
    const task = await lockTask(tx, id)
    if (isOutcome(task)) return task
    if (task.doneAt) return done({ id, nextOn: null })
    await tx
      .update(tasks)
      .set({ doneAt: sql`now()`, doneBy: permit.actor.id, ...changedBy(permit, task) })
      .where(eq(tasks.id, id))
    const nextOn = await makeNext(tx, permit, task)
    await recordTask(tx, task, nextOn ? { nextOn } : {})
    return done({ id, nextOn })
  })
}

/** Taken back. The next of its series goes with it, unless somebody has already worked on that one: then refused. */
export async function reopenTask(
  permit: Permit<'task.reopen'>,
  { id }: TaskInput,
): Promise<Outcome<{ id: number }>> {
  return write(permit, async tx => {
    const task = await lockTask(tx, id)
    if (isOutcome(task)) return task
    if (!task.doneAt) return done({ id })
    const [next] = await tx
      .select()
      .from(tasks)
      .where(and(eq(tasks.followsId, id), isNull(tasks.deletedAt)))
      .for('update')
    if (next && (next.version > 1 || next.doneAt)) return refused('task.next_touched')
    if (next)
      await tx
        .update(tasks)
        .set({ deletedAt: sql`now()`, deletedBy: permit.actor.id, ...changedBy(permit, next) })
        .where(eq(tasks.id, next.id))
    await tx
      .update(tasks)
      .set({ doneAt: null, doneBy: null, ...changedBy(permit, task) })
      .where(eq(tasks.id, id))
    await recordTask(tx, task, {})
    return done({ id })
  })
}

/** By whoever entered it, or by one whose reach is more than the own. `restore` brings it back. */
export async function deleteTask(
  permit: Permit<'task.delete'>,
  { id, restore }: DeleteTaskInput,
): Promise<Outcome<{ id: number }>> {
  return write(permit, async tx => {
    const task = await lockTask(tx, id, restore)
    if (isOutcome(task)) return task
    if (permit.reach === 'own' && task.createdBy !== permit.actor.id) return refused('common.not_permitted')
    if (restore && task.followsId && (await hasFollower(tx, task.followsId))) return gone()
    await tx
      .update(tasks)
      .set({
        deletedAt: restore ? null : sql`now()`,
        deletedBy: restore ? null : permit.actor.id,
        ...changedBy(permit, task),
      })
      .where(eq(tasks.id, id))
    await recordTask(tx, task, restore ? { restored: true } : {})
    return done({ id })
  })
}

const changedBy = ({ actor }: Permit, { version }: Task) => ({
  version: version + 1,
  updatedAt: sql`now()`,
  updatedBy: actor.id,
})

async function hasFollower(tx: Tx, id: number): Promise<boolean> {
  const found = await tx
    .select({ id: tasks.id })
    .from(tasks)
    .where(and(eq(tasks.followsId, id), isNull(tasks.deletedAt)))
  return found.length > 0
}

/** The next of the series, of the same people on the same record; its day, or null behind the last. */
async function makeNext(tx: Tx, { actor }: Permit, task: Task): Promise<string | null> {
  const { repeat, repeatEvery: every, repeatFrom: from, repeatUntil: until, dueOn } = task
  if (!repeat || !every || !from || !until || !dueOn) return null
  const { today } = await zoneRules(tx)
  const nextOn = nextDay({ repeat, every, from, until }, dueOn, today)
  if (!nextOn) return null
  const { title, text, searchText, leadId, dealId, companyId, contactId, eventId } = task
  const { assigneeId, remindDays, createdBy } = task
  await tx.insert(tasks).values({
    ...{
      title,
      text,
      searchText,
      leadId,
      dealId,
      companyId,
      contactId,
      eventId,
      assigneeId,
      remindDays,
      createdBy,
    },
    ...{ repeat, repeatEvery: every, repeatFrom: from, repeatUntil: until },
    dueOn: nextOn,
    followsId: task.id,
    updatedBy: actor.id,
  })
  return nextOn
}
