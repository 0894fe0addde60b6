import { eq, sql } from 'drizzle-orm'
import { type Tx, write } from '@/db/as'
import { nameable } from '@/db/nameable'
import { tasks } from '@/db/schema/task'
import { zoneRules } from '@/db/zone'
import { searchText } from '@/domain/name/search-text'
import { conflict, done, gone, invalidField, type Outcome, refused } from '@/domain/outcome'
import type { Permit } from '@/domain/policy/permit'
import { within } from '@/domain/policy/within'
import type { CreateTaskInput, EditTaskInput } from '@/domain/task/input'
import { readTask } from '@/domain/task/quick'
import { changesBetween } from './change'
import { lastChange } from './last-change'
import { notify } from './notify'
import { assigneeFault, caseOf, isOutcome, lockTask, recordOf, recordTask, type Task } from './task-lock'

/**
 * A task for oneself or a colleague, on a record or by itself. `quick`: a day and a colleague that are said in the title
 * are taken out of it. Who got it is told.
 */
export async function createTask(
  permit: Permit<'task.create'>,
  { submission, record: number, quick, ...input }: CreateTaskInput,
): Promise<Outcome<{ id: number; dueOn: string | null; assigneeId: number }>> {
  return write(
    permit,
    async tx => {
      const on = number ? await recordOf(tx, number) : undefined
      if (number && !on) return gone()
      if (on?.deskId && !within(permit.actor, 'task.create', on)) return refused('common.not_permitted')
      const said = quick ? await saidIn(tx, input, number) : input
      if (isOutcome(said)) return said
      const assigneeId = said.assigneeId ?? permit.actor.id
      const fault = await assigneeFault(tx, assigneeId, on)
      if (fault) return fault
      const [row] = await tx
        .insert(tasks)
        .values({
          ...said,
          assigneeId,
          searchText: taskSearchText(said),
          repeatFrom: said.repeat ? said.dueOn : null,
          ...(on && { [`${on.noun}Id`]: on.id }),
          createdBy: permit.actor.id,
          updatedBy: permit.actor.id,
        })
        .returning()
      if (!row) throw new Error('a task was inserted without an id')
      await recordTask(tx, row, { assigneeId, dueOn: row.dueOn })
      await tellAssignee(tx, row)
      return done({ id: row.id, dueOn: row.dueOn, assigneeId })
    },
    submission,
  )
}

/** All of a task but the record that it is on. Another day or rhythm begins the series anew. */
export async function editTask(
  permit: Permit<'task.edit'>,
  { id, version, ...input }: EditTaskInput,
): Promise<Outcome<{ id: number; version: number }>> {
  return write(permit, async tx => {
    const task = await lockTask(tx, id)
    if (isOutcome(task)) return task
    if (task.version !== version) return conflict(await theirsOf(tx, task))
    const assigneeId = input.assigneeId ?? task.assigneeId
    if (assigneeId !== task.assigneeId) {
      const on = await caseOf(tx, task)
      const fault = await assigneeFault(tx, assigneeId, on)
      if (fault) return fault
    }
    const next = { ...input, assigneeId }
    const changes = changesBetween(fieldsOf(task), next)
    if (Object.keys(changes).length === 0) return done({ id, version })
    const anew = 'dueOn' in changes || 'repeat' in changes || 'repeatEvery' in changes
    const [row] = await tx
      .update(tasks)
      .set({
        ...next,
        searchText: taskSearchText(next),
        ...(anew && { repeatFrom: next.repeat ? next.dueOn : null }),
        ...(('dueOn' in changes || 'remindDays' in changes) && { remindedAt: null }),
        version: version + 1,
        updatedAt: sql`now()`,
        updatedBy: permit.actor.id,
      })
      .where(eq(tasks.id, id))
      .returning()
    if (!row) throw new Error('a task that was held is not there')
    await recordTask(tx, row, { changes })
    if (assigneeId !== task.assigneeId) await tellAssignee(tx, row)
    return done({ id, version: version + 1 })
  })
}

/** What a task is found by. */
export const taskSearchText = ({ title }: { title: string }): string => searchText(title)

const fieldsOf = ({
  title,
  text,
  dueOn,
  assigneeId,
  remindDays,
  repeat,
  repeatEvery,
  repeatUntil,
}: Task) => ({
  title,
  text,
  dueOn,
  assigneeId,
  remindDays,
  repeat,
  repeatEvery,
  repeatUntil,
})

type Said = Omit<CreateTaskInput, 'submission' | 'record' | 'quick'>

/** What the title says of day and colleague, where the form left them open. */
async function saidIn(tx: Tx, input: Said, number: string | null): Promise<Said | Outcome<never>> {
  const { today } = await zoneRules(tx)
  const { unknown, noSuchDay, ...read } = readTask(input.title, await nameable(tx, number), today)
  if (unknown) return invalidField('title', 'activity.unknown_person', { name: unknown })
  if (noSuchDay) return invalidField('title', 'activity.no_such_day', { day: noSuchDay })
  return {
    ...input,
    title: input.dueOn && read.dueOn ? input.title : read.title,
    dueOn: input.dueOn ?? read.dueOn,
    assigneeId: input.assigneeId ?? read.assigneeId,
  }
}

export const tellAssignee = (tx: Tx, { id, title, dueOn, assigneeId }: Task) =>
  notify(tx, {
    kind: 'task_assigned',
    to: [assigneeId],
    noun: 'task',
    recordId: id,
    details: { name: title, path: `/tasks/${id}`, ...(dueOn && { on: dueOn }) },
  })

async function theirsOf(tx: Tx, task: Task) {
  const values = Object.fromEntries(Object.entries(fieldsOf(task)).map(([key, value]) => [key, value ?? '']))
  return { values, version: task.version, ...(await lastChange(tx, task)) }
}
