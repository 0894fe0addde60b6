import { z } from 'zod'
import { addDays, isIsoDate } from '@/domain/calendar/date'
import {
  chosenOrNot,
  dateOrNot,
  oneOfOrNot,
  recordNumberOrNot,
  submission,
  ticked,
  version,
} from '@/domain/record/field'
import { cleanLine, optionalNote } from '@/domain/text/clean'
import { lastDay, repeats } from './task'

const LONGEST_DAYS = 3_660
const nothing = (value: unknown) => (value === '' || value === undefined ? null : value)
const count = (least: number, most: number) =>
  z.preprocess(nothing, z.coerce.number('input.not_offered').int().min(least).max(most).nullable())

const fields = {
  title: cleanLine(300),
  text: optionalNote(10_000),
  dueOn: dateOrNot(),
  /** Without one: whoever enters it. */
  assigneeId: chosenOrNot(),
  remindDays: count(0, 30),
  repeat: oneOfOrNot(repeats),
  repeatEvery: count(1, 99),
  repeatUntil: dateOrNot(),
}
type Fields = {
  dueOn: string | null
  repeat: string | null
  repeatUntil: string | null
  remindDays: number | null
}

/** What hangs on the day of a task needs one; a series without an end gets one, and none lasts for ever. */
function whole(input: Fields, context: z.core.$RefinementCtx) {
  const { dueOn, repeat, repeatUntil } = input
  const say = (path: string, message: string) =>
    context.addIssue({ code: 'custom', message, path: [path], input })
  if (!dueOn) return repeat || input.remindDays !== null ? say('dueOn', 'task.needs_day') : undefined
  if (!isIsoDate(dueOn)) return
  if (dueOn > addDays('2100-01-01', LONGEST_DAYS)) say('dueOn', 'date.unreadable')
  if (!repeat || !repeatUntil) return
  if (repeatUntil < dueOn) say('repeatUntil', 'task.until_before_day')
  else if (repeatUntil > lastDay(dueOn)) say('repeatUntil', 'task.until_too_far')
}

const settled = <T extends Fields & { repeatEvery: number | null }>(input: T) => ({
  ...input,
  repeatEvery: input.repeat ? (input.repeatEvery ?? 1) : null,
  repeatUntil: input.repeat && input.dueOn ? (input.repeatUntil ?? lastDay(input.dueOn)) : null,
})

/** `quick`: a day and an @name that are said in the title count, where no field says otherwise. */
export const createTaskInput = z
  .object({ ...fields, record: recordNumberOrNot('LDCKE'), quick: ticked(), submission: submission() })
  .superRefine(whole)
  .transform(settled)
export type CreateTaskInput = z.infer<typeof createTaskInput>

export const editTaskInput = z
  .object({ ...fields, id: z.coerce.number().int().positive(), version: version() })
  .superRefine(whole)
  .transform(settled)
export type EditTaskInput = z.infer<typeof editTaskInput>

export const taskInput = z.object({ id: z.coerce.number().int().positive() })
export type TaskInput = z.infer<typeof taskInput>

export const deleteTaskInput = z.object({ id: z.coerce.number().int().positive(), restore: ticked() })
export type DeleteTaskInput = z.infer<typeof deleteTaskInput>
