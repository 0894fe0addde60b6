import { z } from 'zod'
import { chosen, chosenOrNot, recordNumber, submission, version } from '@/domain/record/field'
import { cleanNote, optionalNote } from '@/domain/text/clean'

/** Whole per cent for the receiving desk, 0 to 100; '' leaves it open. */
const share = () =>
  z.preprocess(
    value => (value === '' || value === undefined ? null : value),
    z.coerce
      .number('handover.invalid.share')
      .int('handover.invalid.share')
      .min(0, 'handover.invalid.share')
      .max(100, 'handover.invalid.share')
      .nullable(),
  )

export const proposeHandOverInput = z.object({
  number: recordNumber('LD'),
  version: version(),
  toDeskId: chosen(),
  creditShare: share(),
  reason: cleanNote(2_000),
  submission: submission(),
})
export type ProposeHandOverInput = z.infer<typeof proposeHandOverInput>

const one = { handOverId: chosen() }

/** `version` is that of the record which the head has read; without it (out of sight) nothing is compared. */
export const acceptHandOverInput = z.object({
  ...one,
  version: z.preprocess(value => (value === '' ? undefined : value), version().optional()),
  officerId: chosenOrNot(),
})
export type AcceptHandOverInput = z.infer<typeof acceptHandOverInput>

export const declineHandOverInput = z.object({ ...one, reason: cleanNote(2_000) })
export type DeclineHandOverInput = z.infer<typeof declineHandOverInput>

export const withdrawHandOverInput = z.object({ ...one, reason: optionalNote(2_000) })
export type WithdrawHandOverInput = z.infer<typeof withdrawHandOverInput>
