import { z } from 'zod'
import { isoDate } from '@/domain/calendar/date-field'
import { isCountryCode } from '@/domain/country/country'
import { isProvinceCode } from '@/domain/country/province'
import { amountField, amountIn, currencyField } from '@/domain/deal/amount-field'
import { ruledFields } from '@/domain/duplicate/input'
import { leadStages, sources } from '@/domain/lead/lead'
import type { Currency } from '@/domain/money/currency'
import { chosenOrNot, dateOrNot, oneOfOrNot, submission, ticked, version } from '@/domain/record/field'
import { cleanLine, cleanNote, optionalLine, optionalNote } from '@/domain/text/clean'
import { readReachAt } from './reach-at'

export const country = () =>
  z.string('input.required').min(1, 'input.required').refine(isCountryCode, 'input.not_offered')
export const provinceOrNot = () =>
  z.preprocess(
    value => (value === '' || value === undefined ? null : value),
    z.string().refine(isProvinceCode, 'input.not_offered').nullable(),
  )

/* What a card says is read at once, so that its error stands beside the others. */
const reachAt = optionalLine(200).superRefine((text, context) => {
  const read = text === null ? null : readReachAt(text)
  if (read && 'reason' in read) context.addIssue({ code: 'custom', message: read.reason })
})

const facts = {
  name: cleanLine(200),
  companyId: chosenOrNot(),
  contactName: optionalLine(200),
  reachAt,
  country: country(),
  need: cleanNote(10_000),
  eventId: chosenOrNot(),
  industryId: chosenOrNot(),
  province: provinceOrNot(),
  intended: amountField(),
  intendedCurrency: currencyField(),
  introducedBy: optionalLine(200),
  landAsked: ticked(),
  note: optionalNote(10_000),
}

type Raw = { intended: string | null; intendedCurrency: Currency }

/** Reads the amount in its currency: `intended` leaves as Money or null. */
function withMoney<T extends Raw>(
  { intended, intendedCurrency, ...input }: T,
  context: z.core.$RefinementCtx,
) {
  return { ...input, intended: amountIn(intended, intendedCurrency, 'intended', context) }
}

/** Capture on one screen. Without `deskId` the routes decide; without `source` it is the event, or own research; a company on file names itself. */
export const createLeadInput = z
  .object({
    ...facts,
    name: optionalLine(200),
    source: oneOfOrNot(sources),
    deskId: chosenOrNot(),
    nextStep: cleanLine(500),
    nextStepOn: isoDate(),
    /** Another card follows. */
    next: ticked(),
    submission: submission(),
    ...ruledFields,
  })
  .superRefine(({ name, companyId }, context) => {
    if (!name && !companyId)
      context.addIssue({ code: 'custom', message: 'text.required', path: ['name'] } as never)
  })
  .transform(withMoney)
export type CreateLeadInput = z.infer<typeof createLeadInput>

/**
 * An opening entry: a lead that already stands somewhere, out of a ledger. What is not known stays open; the day on which
 * it reached its stage is today if nothing is said.
 */
export const openLeadInput = z
  .object({
    ...facts,
    source: oneOfOrNot(sources),
    deskId: chosenOrNot(),
    officerId: chosenOrNot(),
    nextStep: optionalLine(500),
    nextStepOn: dateOrNot(),
    stage: z.enum(leadStages, { error: 'input.not_offered' }).default('new'),
    stageSince: dateOrNot(),
    createdOn: dateOrNot(),
  })
  .transform(withMoney)
export type OpenLeadInput = z.infer<typeof openLeadInput>

export const editLeadInput = z
  .object({
    ...facts,
    number: z.string(),
    version: version(),
    source: z.enum(sources, { error: 'input.required' }),
    ...ruledFields,
  })
  .transform(withMoney)
export type EditLeadInput = z.infer<typeof editLeadInput>
