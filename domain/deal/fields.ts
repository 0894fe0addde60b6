import { z } from 'zod'
import { isCountryCode } from '@/domain/country/country'
import { isProvinceCode } from '@/domain/country/province'
import { dealForms, type EntryDocumentKind, entryDocumentKinds } from '@/domain/deal/deal'
import { sources } from '@/domain/lead/lead'
import type { Money } from '@/domain/money/money'
import { chosen, chosenOrNot, dateOrNot, oneOfOrNot, ticked } from '@/domain/record/field'
import { cleanLine, optionalLine, optionalNote } from '@/domain/text/clean'
import { amountField, amountIn, currencyField } from './amount-field'

/** Total investment: an amount, or said to be unknown, or (both empty) not yet asked. */
export type Total = { notStated: boolean; money: Money | null }

const wholeOrNot = (most: number) =>
  z.preprocess(
    value => (value === '' || value === undefined ? null : value),
    z.coerce
      .number({ error: issue => (issue.code === 'invalid_type' ? 'input.wrong_kind' : undefined) })
      .int('input.wrong_kind')
      .min(0)
      .max(most)
      .nullable(),
  )

/** What a form asks about a deal, by input name. Stage, status, desk and people have verbs of their own. */
export const dealFieldShape = {
  name: cleanLine(200),
  companyId: chosen(),
  contactId: chosenOrNot(),
  partner: optionalLine(200),
  target: optionalLine(200),
  country: z.string('input.required').min(1, 'input.required').refine(isCountryCode, 'input.not_offered'),
  province: z.preprocess(
    value => (value === '' || value === undefined ? null : value),
    z.string().refine(isProvinceCode, 'input.not_offered').nullable(),
  ),
  industryId: chosen(),
  highTech: oneOfOrNot(['yes', 'no']),
  form: oneOfOrNot(dealForms),
  content: optionalNote(10_000),
  source: z.enum(sources, { error: 'input.required' }),
  eventId: chosenOrNot(),
  total: amountField(),
  totalCurrency: currencyField(),
  totalNotStated: ticked(),
  foreign: amountField(),
  foreignCurrency: currencyField(),
  entryDocumentKind: oneOfOrNot(entryDocumentKinds),
  entryDocumentOn: dateOrNot(),
  entryDocumentReference: optionalLine(200),
  intentOn: dateOrNot(),
  intentReference: optionalLine(200),
  agreementOn: dateOrNot(),
  agreementReference: optionalLine(200),
  approvalExpectedOn: dateOrNot(),
  landM2: wholeOrNot(1_000_000_000),
  jobs: wholeOrNot(10_000_000),
  output: amountField(),
  tax: amountField(),
  note: optionalNote(10_000),
}
export type DealFieldName = keyof typeof dealFieldShape

/** The fields as they are stored and compared; output and tax a year in CNY fen. */
export type DealFields = {
  name: string
  companyId: number
  contactId: number | null
  partner: string | null
  target: string | null
  country: string
  province: string | null
  industryId: number
  highTech: boolean | null
  form: (typeof dealForms)[number] | null
  content: string | null
  source: (typeof sources)[number]
  eventId: number | null
  total: Total
  foreign: Money | null
  entryDocumentKind: EntryDocumentKind | null
  entryDocumentOn: string | null
  entryDocumentReference: string | null
  intentOn: string | null
  intentReference: string | null
  agreementOn: string | null
  agreementReference: string | null
  approvalExpectedOn: string | null
  landM2: number | null
  jobs: number | null
  outputCny: bigint | null
  taxCny: bigint | null
  note: string | null
}

type Raw = Partial<z.infer<z.ZodObject<typeof dealFieldShape>>>

/** Amounts read, words turned into values. What the form did not send stays away. */
export function dealFields(raw: Raw, context: z.core.$RefinementCtx): Partial<DealFields> {
  const { total, totalCurrency, totalNotStated, foreign, foreignCurrency, output, tax, highTech, ...same } =
    raw
  const fields: Partial<DealFields> = same
  if (highTech !== undefined) fields.highTech = highTech === null ? null : highTech === 'yes'
  if (total !== undefined || totalNotStated) {
    const money = amountIn(total, totalCurrency, 'total', context)
    if (money && totalNotStated)
      context.addIssue({ code: 'custom', message: 'deal.invalid.stated_and_not', path: ['total'] } as never)
    fields.total = { notStated: Boolean(totalNotStated), money }
  }
  if (foreign !== undefined) fields.foreign = amountIn(foreign, foreignCurrency, 'foreign', context)
  if (output !== undefined) fields.outputCny = yuan(output, 'output', context)
  if (tax !== undefined) fields.taxCny = yuan(tax, 'tax', context)
  return fields
}

function yuan(text: string | null, field: string, context: z.core.$RefinementCtx): bigint | null {
  const money = amountIn(text, 'CNY', field, context)
  if (!money || money.currency === 'CNY') return money?.minor ?? null
  context.addIssue({ code: 'custom', message: 'deal.invalid.in_yuan', path: [field] } as never)
  return null
}
