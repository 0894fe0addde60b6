import { z } from 'zod'
import { chosen, submission, ticked } from '@/domain/record/field'
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
export const createScheduleInput = z.object({
  ...asked,
  name: cleanLine(60),
  every: z.enum(scheduleRhythms, 'input.not_offered'),
  onWeekday: z.coerce.number().int().min(1).max(7).default(1),
  onDate: z.coerce.number().int().min(1).max(31).default(1),
})
export type CreateScheduleInput = z.output<typeof createScheduleInput>

export const switchScheduleInput = z.object({ id: chosen(), active: ticked() })
export type SwitchScheduleInput = z.output<typeof switchScheduleInput>

export const deleteScheduleInput = z.object({ id: chosen() })
export type DeleteScheduleInput = z.output<typeof deleteScheduleInput>
