import { z } from 'zod'
import { isoDate } from '@/domain/calendar/date-field'
import { currencies } from '@/domain/money/currency'
import { readMoney } from '@/domain/money/read'
import {
  chosen,
  chosenOrNot,
  dateOrNot,
  recordNumber,
  submission,
  ticked,
  version,
} from '@/domain/record/field'
import { cleanLine, cleanNote, optionalLine, optionalNote } from '@/domain/text/clean'

type Context = z.core.$RefinementCtx

/** The amount at `amount`, in the currency beside it unless the text says another. */
function moneyIn(
  { amount, currency }: { amount: string; currency: (typeof currencies)[number] },
  context: Context,
) {
  const read = readMoney(amount, currency)
  if (read.ok) return read.money
  const { reason: message, values } = read
  context.addIssue({
    code: 'custom',
    message,
    path: ['amount'],
    ...(values && { params: { values } }),
  } as never)
  return z.NEVER
}

const amount = { amount: cleanLine(100), currency: z.enum(currencies) }
const deal = { number: recordNumber('D') }

/** What is expected of a part: between two days, or by one. With `id` one that stands is changed, by its version. */
export const planArrivalInput = z
  .object({
    ...deal,
    id: chosenOrNot(),
    version: z.preprocess(value => (value === '' ? undefined : value), version().optional()),
    partId: chosen(),
    ...amount,
    /** In words (8、9月份; 两年内), instead of the days. */
    when: optionalLine(100),
    fromOn: dateOrNot(),
    byOn: dateOrNot(),
    note: optionalNote(500),
    submission: submission(),
  })
  .transform(({ amount, currency, ...plan }, context) => {
    if (!plan.when && !plan.byOn)
      context.addIssue({ code: 'custom', message: 'input.required', path: ['byOn'] } as never)
    if (plan.fromOn && plan.byOn && plan.fromOn > plan.byOn)
      context.addIssue({
        code: 'custom',
        message: 'capital.invalid.from_after_by',
        path: ['fromOn'],
      } as never)
    return { ...plan, money: moneyIn({ amount, currency }, context) }
  })
export type PlanArrivalInput = z.output<typeof planArrivalInput>

export const dropPlanInput = z.object({ ...deal, id: chosen(), version: version() })
export type DropPlanInput = z.output<typeof dropPlanInput>

/**
 * What came, for another to confirm. With `correctsId` it takes the place of one that was confirmed, and says why;
 * `strikes`: that one never came, and nothing takes its place.
 */
export const proposeArrivalInput = z
  .object({
    ...deal,
    partId: chosen(),
    ...amount,
    arrivedOn: isoDate(),
    voucher: cleanLine(200),
    note: optionalNote(2_000),
    correctsId: chosenOrNot(),
    strikes: ticked(),
    correctionReason: optionalNote(2_000),
    submission: submission(),
  })
  .transform(({ amount, currency, ...arrival }, context) => {
    if (arrival.correctsId && !arrival.correctionReason)
      context.addIssue({ code: 'custom', message: 'text.required', path: ['correctionReason'] } as never)
    return { ...arrival, money: moneyIn({ amount, currency }, context) }
  })
export type ProposeArrivalInput = z.output<typeof proposeArrivalInput>

export const confirmArrivalInput = z.object({ ...deal, id: chosen(), version: version() })
export type ConfirmArrivalInput = z.output<typeof confirmArrivalInput>

export const returnArrivalInput = z.object({
  ...deal,
  id: chosen(),
  version: version(),
  reason: cleanNote(2_000),
})
export type ReturnArrivalInput = z.output<typeof returnArrivalInput>
