import { z } from 'zod'
import { type Currency, currencies } from '@/domain/money/currency'
import type { Money } from '@/domain/money/money'
import { readMoney } from '@/domain/money/read'
import { chosenOrNot, dateOrNot, recordNumber, submission, ticked } from '@/domain/record/field'
import { optionalLine } from '@/domain/text/clean'
import {
  type CapitalForm,
  capitalForms,
  isForeign,
  type PartKind,
  type PartOrigin,
  partKinds,
  partOrigins,
} from './capital'

/** So many parts a structure has at most; a form offers a few more rows than are filled. */
export const MOST_PARTS = 24

/** A part as it was entered; `id` is that of one that stood there. */
export type PartFields = {
  id: number | null
  kind: PartKind
  origin: PartOrigin
  form: CapitalForm
  party: string | null
  rest: boolean
  money: Money | null
  /** The row of the form, at which a fault is said. */
  row: number
}

const rowShape = z.object({
  id: chosenOrNot(),
  kind: z.enum(partKinds),
  origin: z.enum(partOrigins),
  form: z.enum(capitalForms),
  party: optionalLine(200),
  rest: ticked(),
  drop: ticked(),
  amount: optionalLine(100),
  currency: z.enum(currencies),
})

/**
 * The whole structure, row by row: `kind-0`, `origin-0`, `form-0`, `party-0`, `amount-0`, `currency-0`, `rest-0`, `drop-0`, and
 * `id-0` for one that stood there. A row in which neither an amount, nor a party, nor the rest is said is left out.
 * `version`: the one on the screen, 0 where there was none.
 */
export const editCapitalInput = z
  .looseObject({
    number: recordNumber('D'),
    version: z.coerce.number().int().min(0),
    /** From which day on it is so; today when it is left out. */
    effectiveOn: dateOrNot(),
    submission: submission(),
  })

  .transform(({ number, version, effectiveOn, submission, ...sent }, context) => {
    const parts = Array.from({ length: MOST_PARTS }, (_, row) => partOf(sent, row, context)).filter(
      part => part !== null,
    )
    for (const { row } of parts.filter(part => part.rest).slice(1))
      say(context, `rest-${row}`, 'capital.invalid.two_rests')
    return { number, version, effectiveOn, submission, parts }
  })
export type EditCapitalInput = z.output<typeof editCapitalInput>

type Context = z.core.$RefinementCtx
const say = (context: Context, path: string, message: string, values?: Record<string, string | number>) =>
  context.addIssue({ code: 'custom', message, path: [path], ...(values && { params: { values } }) } as never)

function partOf(sent: Record<string, unknown>, row: number, context: Context): PartFields | null {
  const names = Object.keys(rowShape.shape).filter(name => Object.hasOwn(sent, `${name}-${row}`))
  const raw: Record<string, unknown> = Object.fromEntries(names.map(name => [name, sent[`${name}-${row}`]]))
  const nothing = (name: string) => String(raw[name] ?? '').trim() === ''
  if (['id', 'amount', 'party', 'rest'].every(nothing)) return null
  const parsed = rowShape.safeParse({ amount: '', ...raw }, { reportInput: true })
  if (!parsed.success) {
    for (const issue of parsed.error.issues)
      context.issues.push({
        ...issue,
        input: issue.input,
        path: [`${String(issue.path[0])}-${row}`],
      } as never)
    return null
  }
  const { drop, amount, currency, ...part } = parsed.data
  if (drop) return null
  if (part.kind !== 'registered' && part.form !== 'cash')
    say(context, `form-${row}`, 'capital.invalid.loan_is_cash')
  if (part.kind === 'partner_loan' && !isForeign(part.origin))
    say(context, `origin-${row}`, 'capital.invalid.partner_loan_is_foreign')
  return { ...part, row, money: amountOf(amount, part.rest, currency, row, context) }
}

/** The rest has no amount of its own; every other part has one. */
function amountOf(amount: string | null, rest: boolean, currency: Currency, row: number, context: Context) {
  if (rest && !amount) return null
  if (rest) say(context, `amount-${row}`, 'capital.invalid.rest_with_amount')
  const read = readMoney(amount ?? '', currency)
  if (read.ok) return read.money
  say(context, `amount-${row}`, read.reason, read.values)
  return null
}
