import { z } from 'zod'
import { recordNumber, submission, version } from '@/domain/record/field'
import { type Choices, type Side, sides } from './choose'
import { mergeFields } from './field'
import type { MergeNoun } from './merge'

/* `choose.names.en`: whose value of a field stands. */
export const CHOOSE = 'choose.'

const letter: Record<MergeNoun, string> = { company: 'C', contact: 'K', lead: 'L', deal: 'D' }

/** Two records of a noun, the versions that were on the screen and when they were, and a side for each field that was chosen. */
export function mergeInput(noun: MergeNoun) {
  const choices = Object.fromEntries(
    mergeFields[noun].map(({ key }) => [`${CHOOSE}${key}`, z.enum(sides, 'input.not_offered').optional()]),
  )
  return z
    .object({
      kept: recordNumber(letter[noun]),
      other: recordNumber(letter[noun]),
      version: version(),
      otherVersion: version(),
      submission: submission(),
      seenAt: z.iso.datetime().optional(),
      ...choices,
    })
    .transform(
      ({ kept, other, version: keptVersion, otherVersion, seenAt, submission: sent, ...chosen }) => ({
        kept,
        other,
        version: keptVersion,
        otherVersion,
        seenAt,
        submission: sent,
        choices: choicesOf(chosen),
      }),
    )
}
export type MergeInput = z.infer<ReturnType<typeof mergeInput>>

export const undoMergeInput = z.object({ merge: z.coerce.number().int().positive() })
export type UndoMergeInput = z.infer<typeof undoMergeInput>

function choicesOf(chosen: Record<string, unknown>): Choices {
  const sidesOf = Object.entries(chosen).filter(([name, side]) => name.startsWith(CHOOSE) && side)
  return Object.fromEntries(sidesOf.map(([name, side]) => [name.slice(CHOOSE.length), side as Side]))
}
