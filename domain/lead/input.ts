import { z } from 'zod'
import { isoDate } from '@/domain/calendar/date-field'
import { isCountryCode } from '@/domain/country/country'
import { isProvinceCode } from '@/domain/country/province'
import { sources } from '@/domain/lead/lead'
import { currencies } from '@/domain/money/currency'
import type { Money } from '@/domain/money/money'
import { readMoney } from '@/domain/money/read'
import { chosenOrNot, oneOfOrNot, submission, ticked, version } from '@/domain/record/field'
import { cleanLine, cleanNote, optionalLine, optionalNote } from '@/domain/text/clean'
import { readReachAt } from './reach-at'

export const country = () =>
  z.string('input.required').min(1, 'input.required').refine(isCountryCode, 'input.not_offered')
export const provinceOrNot = () =>
  z.preprocess(
    value => (value === '' || value === undefined ? null : value),
    z.string().refine(isProvinceCode, 'input.not_offered').nullable(),
  )

/* An amount depends on the currency beside it; what does not is said at once, with the other fields' errors. */
const amountText = optionalLine(100).superRefine((text, context) => {
  const read = text === null ? null : readMoney(text, 'CNY')
  if (read && !read.ok && !dependent.has(read.reason)) context.addIssue(issue(read))
})
const dependent = new Set(['money.read.too_large', 'money.read.too_many_decimals'])
const issue = (read: { reason: string; values?: Record<string, string | number> }, path: string[] = []) =>
  ({ code: 'custom', message: read.reason, params: { values: read.values }, path }) as const

const facts = {
  name: cleanLine(200),
  companyId: chosenOrNot(),
  contactName: optionalLine(200),
  reachAt: optionalLine(200).superRefine((text, context) => {
    const read = text === null ? null : readReachAt(text)
    if (read && 'reason' in read) context.addIssue(issue(read))
  }),
  country: country(),
  need: cleanNote(10_000),
  eventId: chosenOrNot(),
  industryId: chosenOrNot(),
  province: provinceOrNot(),
  intended: amountText,
  intendedCurrency: z.enum(currencies).catch('CNY'),
  introducedBy: optionalLine(200),
  landAsked: ticked(),
  note: optionalNote(10_000),
}

/** Reads the amount in its currency: `intended` leaves as Money or null. */
function withMoney<T extends { intended: string | null; intendedCurrency: (typeof currencies)[number] }>(
  { intendedCurrency, ...input }: T,
  context: z.core.$RefinementCtx,
): Omit<T, 'intended' | 'intendedCurrency'> & { intended: Money | null } {
  const read = input.intended === null ? null : readMoney(input.intended, intendedCurrency)
  if (read && !read.ok) context.addIssue(issue(read, ['intended']) as never)
  return { ...input, intended: read?.ok ? read.money : null } as never
}

/** Capture on one screen. Without `deskId` the routes decide; without `source` an event is the source. */
export const createLeadInput = z
  .object({
    ...facts,
    source: oneOfOrNot(sources),
    deskId: chosenOrNot(),
    nextStep: cleanLine(500),
    nextStepOn: isoDate(),
    submission: submission(),
  })
  .transform(withMoney)
export type CreateLeadInput = z.infer<typeof createLeadInput>

export const editLeadInput = z
  .object({
    ...facts,
    number: z.string(),
    version: version(),
    source: z.enum(sources),
  })
  .transform(withMoney)
export type EditLeadInput = z.infer<typeof editLeadInput>
