'use server'
import { getTranslations } from 'next-intl/server'
import { type ActionOutcome, action } from '@/access/action'
import { createTask, editTask } from '@/db/write/task'
import { completeTask, deleteTask, reopenTask } from '@/db/write/task-done'
import { createTaskInput, deleteTaskInput, editTaskInput, taskInput } from '@/domain/task/input'
import { naming } from './naming'

export const editTaskAction = action('task.edit', editTaskInput, editTask)
export const reopenTaskAction = action('task.reopen', taskInput, reopenTask)
export const deleteTaskAction = action('task.delete', deleteTaskInput, deleteTask)
export const restoreTaskAction = action('task.delete', deleteTaskInput, (permit, { id }) =>
  deleteTask(permit, { id, restore: true }),
)

const create = action('task.create', createTaskInput, createTask)

/** Says back who got it and for when. */
export async function createTaskAction(asked: unknown, form?: FormData): Promise<ActionOutcome> {
  const outcome = await create(asked, form)
  if (outcome.kind !== 'done') return outcome
  const [t, names] = await Promise.all([getTranslations('task.said'), naming()])
  const { assigneeId, dueOn } = outcome.value
  const said = [names.person(assigneeId), dueOn ? names.day(dueOn) : ''].filter(Boolean).join(' · ')
  return { ...outcome, value: { ...outcome.value, says: t('read', { said }) } }
}

const complete = action('task.complete', taskInput, completeTask)

/** Done; `value` is the sentence to say, with the day of the next one of a series. Takes {id}, or a plain form. */
export async function completeTaskAction(asked: unknown): Promise<ActionOutcome<string>> {
  const outcome = await complete(asked)
  if (outcome.kind !== 'done') return outcome
  const [t, { day }] = await Promise.all([getTranslations('task.said'), naming()])
  const { nextOn } = outcome.value
  return { ...outcome, value: nextOn ? t('completedNext', { date: day(nextOn) }) : t('completed') }
}
