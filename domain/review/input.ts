import { z } from 'zod'
import { isIsoDate } from '@/domain/calendar/date'
import {
  chosenOrNot,
  dateOrNot,
  oneOfOrNot,
  recordNumber,
  submission,
  ticked,
  version,
} from '@/domain/record/field'
import { cleanNote, optionalNote } from '@/domain/text/clean'
import { itemOutcomes, proposedReasons } from './review'

const day = () => z.string('input.required').refine(isIsoDate, 'date.unreadable')
const number = () => recordNumber('R')
const id = () => z.coerce.number('input.not_offered').int().positive()
const of = { heldOn: day(), since: day(), present: optionalNote(2_000) }

/** It looks back on days that have been before it is held. */
function inOrder({ heldOn, since }: { heldOn: string; since: string }, context: z.core.$RefinementCtx) {
  if (since > heldOn)
    context.addIssue({ code: 'custom', message: 'review.since_after', path: ['since'], input: since })
}

/** Without a desk: of the bureau. The agenda is proposed by these reasons, of deals and, where wanted, leads. */
export const openReviewInput = z
  .object({
    ...of,
    deskId: chosenOrNot(),
    reasons: z.array(z.enum(proposedReasons)).default([]),
    leads: ticked(),
    submission: submission(),
  })
  .superRefine(inOrder)
export type OpenReviewInput = z.infer<typeof openReviewInput>

export const editReviewInput = z
  .object({ ...of, number: number(), version: version(), note: optionalNote(5_000) })
  .superRefine(inOrder)
export type EditReviewInput = z.infer<typeof editReviewInput>

export const addItemInput = z.object({ number: number(), record: recordNumber('LD') })
export type AddItemInput = z.infer<typeof addItemInput>

/** Taken off, or moved one place up or down, to the top or the end. */
export const changeItemInput = z.object({
  number: number(),
  item: id(),
  to: z.enum(['off', 'up', 'down', 'first', 'last']),
})
export type ChangeItemInput = z.infer<typeof changeItemInput>

/** A decision may stand without an owner or a day: the owner is then the case officer. */
export const minuteInput = z
  .object({
    number: number(),
    item: id(),
    version: version(),
    decision: optionalNote(2_000),
    ownerId: chosenOrNot(),
    dueOn: dateOrNot(),
    outcome: oneOfOrNot(itemOutcomes),
  })
  .transform(input => ({
    ...input,
    outcome: input.outcome ?? (input.decision ? ('decided' as const) : null),
  }))
  .superRefine((input, context) => {
    const needed = input.outcome === 'decided' && !input.decision
    if (needed)
      context.addIssue({ code: 'custom', message: 'review.decision_missing', path: ['decision'], input })
  })
export type MinuteInput = z.infer<typeof minuteInput>

export const closeReviewInput = z.object({ number: number(), version: version() })
export type CloseReviewInput = z.infer<typeof closeReviewInput>

export const reopenReviewInput = z.object({ number: number(), version: version(), reason: cleanNote(2_000) })
export type ReopenReviewInput = z.infer<typeof reopenReviewInput>
