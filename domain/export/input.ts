import { z } from 'zod'
import { chosen, chosenOrNot, submission, ticked, version } from '@/domain/record/field'
import { cleanLine } from '@/domain/text/clean'
import { exportFormats, exportLists, exportSearch } from './export'
import { scheduleRhythms } from './schedule'

const asked = {
  list: z.enum(exportLists, 'input.not_offered'),
  format: z.enum(exportFormats, 'input.not_offered'),
  search: z.string().max(4_000).regex(exportSearch, 'input.not_offered'),
  /** The filter in words, said by the server. */
  words: z.string().max(4_000).default(''),
  submission: submission(),
}

export const startExportInput = z.object({ ...asked, name: cleanLine(200) })
export type StartExportInput = z.output<typeof startExportInput>

/** `onWeekday` and `onDate` are those of their rhythm; the other one is not looked at. */
const plan = {
  name: cleanLine(60),
  every: z.enum(scheduleRhythms, 'input.not_offered'),
  onWeekday: z.coerce.number().int().min(1).max(7).default(1),
  onDate: z.coerce.number().int().min(1).max(31).default(1),
}
export const createScheduleInput = z.object({ ...asked, ...plan })
export type CreateScheduleInput = z.output<typeof createScheduleInput>

/** Of the same list: a schedule of another list is another schedule. `ownerId`: who has it from now on; left out, oneself. */
export const editScheduleInput = z
  .object({ ...asked, ...plan, id: chosen(), version: version(), ownerId: chosenOrNot() })
  .omit({ submission: true })
export type EditScheduleInput = z.output<typeof editScheduleInput>

export const switchScheduleInput = z.object({ id: chosen(), active: ticked() })
export type SwitchScheduleInput = z.output<typeof switchScheduleInput>

/** With `restore` back again. */
export const deleteScheduleInput = z.object({ id: chosen(), restore: ticked() })
export type DeleteScheduleInput = z.output<typeof deleteScheduleInput>
