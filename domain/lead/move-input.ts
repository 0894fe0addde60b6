import { z } from 'zod'
import { isoDate } from '@/domain/calendar/date-field'
import { amountField, amountIn, currencyField } from '@/domain/deal/amount-field'
import { ruledFields } from '@/domain/duplicate/input'
import { disqualifyReasons, sources } from '@/domain/lead/lead'
import { chosen, chosenOrNot, recordNumber, submission, version } from '@/domain/record/field'
import { cleanLine, cleanNote, optionalLine, optionalNote } from '@/domain/text/clean'
import { scoreFields } from './appraisal-input'
import { country } from './input'

/** A move is decided by the stage that stands, so it asks for no version. */
const one = { number: recordNumber('L') }

/** Someone was reached: who, when, and what comes next. Not in the future; the write knows today. */
export const contactLeadInput = z.object({
  ...one,
  reachedName: cleanLine(200),
  reachedOn: isoDate(),
  nextStep: cleanLine(500),
  nextStepOn: isoDate(),
})
export type ContactLeadInput = z.infer<typeof contactLeadInput>

/** A lead qualifies when it is pursued or watched; one that is declined waits to be closed. */
export const qualifyingVerdicts = ['pursue', 'watch'] as const

export const disqualifyLeadInput = z.object({
  ...one,
  reasonCode: z.enum(disqualifyReasons, { error: 'input.required' }),
  reason: cleanNote(2_000),
})
export type DisqualifyLeadInput = z.infer<typeof disqualifyLeadInput>

export const reopenLeadInput = z.object({ ...one, reason: cleanNote(2_000) })
export type ReopenLeadInput = z.infer<typeof reopenLeadInput>

/** `version`: where it was changed beside what others see. */
export const assignLeadInput = z.object({ ...one, version: version().optional(), officerId: chosen() })
export type AssignLeadInput = z.infer<typeof assignLeadInput>

export const addLeadMemberInput = z.object({ ...one, memberId: chosen() })
export type AddLeadMemberInput = z.infer<typeof addLeadMemberInput>

export const handOverLeadInput = z.object({ ...one, deskId: chosen(), reason: optionalNote(2_000) })
export type HandOverLeadInput = z.infer<typeof handOverLeadInput>

export const deleteLeadInput = z.object({ number: recordNumber('L') })
export type DeleteLeadInput = z.infer<typeof deleteLeadInput>

/** What a deal needs and the lead may not have yet. Without `companyId` a company is made of `companyName`. */
export const convertLeadInput = z
  .object({
    ...one,
    name: cleanLine(200),
    companyId: chosenOrNot(),
    companyName: optionalLine(200),
    deskId: chosen(),
    officerId: chosen(),
    country: country(),
    industryId: chosen(),
    source: z.enum(sources, { error: 'input.required' }),
    /** Total investment as far as it is known by now; empty stays open. */
    total: amountField(),
    totalCurrency: currencyField(),
    verdict: z.preprocess(value => value || null, z.enum(qualifyingVerdicts).nullable()),
    verdictReason: optionalNote(2_000),
    ...scoreFields,
    submission: submission(),
    ...ruledFields,
  })
  .transform(({ totalCurrency, ...input }, context) => ({
    ...input,
    total: amountIn(input.total, totalCurrency, 'total', context),
  }))
export type ConvertLeadInput = z.infer<typeof convertLeadInput>
