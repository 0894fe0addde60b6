import { z } from 'zod'
import { daysBetween } from '@/domain/calendar/date'
import { isoDate } from '@/domain/calendar/date-field'
import { chosen, submission } from '@/domain/record/field'
import { optionalNote } from '@/domain/text/clean'
import { LONGEST_COVER } from './cover'

/** Today is the write's to know: that it neither begins nor ends before it. */
export const createCoverInput = z
  .object({
    absentId: chosen(),
    colleagueId: chosen(),
    from: isoDate(),
    until: isoDate(),
    reason: optionalNote(500),
    submission: submission(),
  })
  .superRefine(({ absentId, colleagueId, from, until }, context) => {
    const fault = (path: string, message: string) =>
      context.addIssue({ code: 'custom', message, path: [path] })
    if (absentId === colleagueId) fault('colleagueId', 'cover.invalid.oneself')
    if (until < from) fault('until', 'cover.invalid.until_before_from')
    else if (daysBetween(from, until) >= LONGEST_COVER) fault('until', 'cover.invalid.too_long')
  })
export type CreateCoverInput = z.infer<typeof createCoverInput>

export const endCoverInput = z.object({ id: chosen() })
export type EndCoverInput = z.infer<typeof endCoverInput>
