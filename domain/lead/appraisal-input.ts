import { z } from 'zod'
import { isoDate } from '@/domain/calendar/date-field'
import { type Criterion, criteria, tellWays, verdicts } from '@/domain/lead/lead'
import { recordNumber, version } from '@/domain/record/field'
import { cleanNote } from '@/domain/text/clean'

const score = z.preprocess(
  value => (value === '' || value === undefined ? null : value),
  z.coerce.number().int().min(0).max(5).nullable(),
)

/** The six criteria as a form has them, 0 to 5 each; whether they may be left out, the write knows. */
export const scoreFields = Object.fromEntries(criteria.map(name => [`score_${name}`, score])) as {
  [K in `score_${Criterion}`]: typeof score
}

const appraisal = {
  number: recordNumber('L'),
  verdict: z.enum(verdicts, { error: 'input.required' }),
  verdictReason: cleanNote(2_000),
  ...scoreFields,
}

/** Asks for the verdict, with the one that is proposed. */
export const appraiseLeadInput = z.object(appraisal)
export type AppraiseLeadInput = z.infer<typeof appraiseLeadInput>

/** Gives the verdict upon what was on the screen. */
export const judgeLeadInput = z.object({ ...appraisal, version: version() })
export type JudgeLeadInput = z.infer<typeof judgeLeadInput>

export const returnLeadInput = z.object({
  number: recordNumber('L'),
  version: version(),
  reason: cleanNote(2_000),
})
export type ReturnLeadInput = z.infer<typeof returnLeadInput>

/** Whoever introduced it was told: when, how, what. Not in the future nor before the lead; the write knows both. */
export const tellLeadInput = z.object({
  number: recordNumber('L'),
  toldOn: isoDate(),
  toldHow: z.enum(tellWays, { error: 'input.required' }),
  toldText: cleanNote(2_000),
})
export type TellLeadInput = z.infer<typeof tellLeadInput>
