import { z } from 'zod'
import { activityKinds } from '@/domain/activity/activity'
import { isoDate } from '@/domain/calendar/date-field'
import { dateOrNot, oneOfOrNot, recordNumber, submission, ticked, version } from '@/domain/record/field'
import { cleanLine, cleanNote, optionalLine } from '@/domain/text/clean'

/** What is said of the next step each time: it stays, it is another one, there is none. */
export const nextChoices = ['keep', 'new', 'none'] as const

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

/**
 * A call, a meeting, a note on a lead or deal, with the next step that was agreed. `next` says whether one was; without it
 * a step that is given counts, else the one that stands stays. `quick`: kind, names, record numbers and next step that
 * are said in the text are read from it (domain/activity/quick.ts).
 */
export const logActivityInput = z
  .object({
    record: recordNumber('LD'),
    kind: z.enum(activityKinds),
    happenedOn: isoDate(),
    text: cleanNote(10_000),
    nextStep: optionalLine(500),
    nextStepOn: dateOrNot(),
    next: oneOfOrNot(nextChoices).optional(),
    quick: ticked(),
    submission: submission(),
  })
  .superRefine(whole)
export type LogActivityInput = z.infer<typeof logActivityInput>

/** The next step said anew, or put off. */
export const planNextStepInput = z.object({
  record: recordNumber('LD'),
  /** Where it was changed beside what others see: the version that stood there. */
  version: version().optional(),
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
