import { z } from 'zod'
import { activityKinds } from '@/domain/activity/activity'
import { isoDate } from '@/domain/calendar/date-field'
import { dateOrNot, recordNumber, submission, ticked } from '@/domain/record/field'
import { cleanLine, cleanNote, optionalLine } from '@/domain/text/clean'

/** A next step and its date belong together. */
const whole = (
  input: { nextStep: string | null; nextStepOn: string | null },
  context: z.core.$RefinementCtx,
) => {
  if (input.nextStep && !input.nextStepOn)
    context.addIssue({
      code: 'custom',
      message: 'activity.next_step_without_date',
      path: ['nextStepOn'],
    } as never)
}

/** A call, a meeting, a note on a lead or deal, with the next step that was agreed (none: the one that stands stays). */
export const logActivityInput = z
  .object({
    record: recordNumber('LD'),
    kind: z.enum(activityKinds),
    happenedOn: isoDate(),
    text: cleanNote(10_000),
    nextStep: optionalLine(500),
    nextStepOn: dateOrNot(),
    submission: submission(),
  })
  .superRefine(whole)
export type LogActivityInput = z.infer<typeof logActivityInput>

/** The next step said anew, or put off. */
export const planNextStepInput = z.object({
  record: recordNumber('LD'),
  nextStep: cleanLine(500),
  nextStepOn: isoDate(),
})
export type PlanNextStepInput = z.infer<typeof planNextStepInput>

export const deleteActivityInput = z.object({
  id: z.coerce.number().int().positive(),
  /** True takes a deletion back. */
  restore: ticked(),
})
export type DeleteActivityInput = z.infer<typeof deleteActivityInput>
