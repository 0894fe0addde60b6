import { z } from 'zod'
import { readReachAt } from '@/domain/lead/reach-at'
import { isCurrency } from '@/domain/money/currency'
import { readMoney } from '@/domain/money/read'
import { chosenOrNot, ticked } from '@/domain/record/field'
import { optionalLine } from '@/domain/text/clean'
import { lookAlikeNouns, type Ruled, rulings } from './look-alike'

const keys = z.preprocess(
  value => (typeof value === 'string' ? value.split(' ').filter(Boolean) : (value ?? [])),
  z.array(z.string().max(60)).max(60),
)

/** The fields of a form in which a person rules on what looks the same; all may be left out. */
export const ruledFields = { ruled: keys, attach: keys, different: optionalLine(500), asks: ticked() }

/** Those fields out of a form's values. */
export const ruledOf = ({ ruled, attach, different, asks }: Ruled): Ruled => ({
  ruled,
  attach,
  different,
  asks,
})

const text = z.string().max(400).optional().default('')

/** What stands in a form that is not finished. What cannot be read yet is left out. */
export const checkLookAlikesInput = z
  .object({
    noun: z.enum(lookAlikeNouns),
    self: chosenOrNot(),
    names: z.array(z.string().max(200)).max(8),
    creditCode: text,
    reach: z.array(z.string().max(200)).max(10),
    companyId: chosenOrNot(),
    industryId: chosenOrNot(),
    amount: text,
    currency: text,
  })
  .transform(({ noun, self, names, creditCode, reach, companyId, industryId, amount, currency }) => {
    const read = reach.map(readReachAt)
    const money = amount ? readMoney(amount, isCurrency(currency) ? currency : 'CNY') : null
    return {
      money: money?.ok ? money.money : null,
      typed: {
        noun,
        self,
        names: companyId && noun !== 'company' ? [] : names.map(name => name.trim()).filter(Boolean),
        creditCode: creditCode.normalize('NFKC').trim().toUpperCase() || null,
        phones: read.flatMap(one => ('phone' in one ? [one.phone] : [])),
        email: read.flatMap(one => ('email' in one ? [one.email] : []))[0] ?? null,
        companyId,
        industryId,
      },
    }
  })
export type CheckLookAlikesInput = z.output<typeof checkLookAlikesInput>

/** The token of a match beyond one's sight, as a form has it. */
export const askDuplicateInput = z.object({ ask: z.uuid(), name: optionalLine(200) })
export type AskDuplicateInput = z.infer<typeof askDuplicateInput>

/** What the other's officer or head says of an open question. */
export const ruleDuplicateInput = z.object({
  id: z.coerce.number().int().positive(),
  verdict: z.enum(rulings, { error: 'input.required' }),
  reason: optionalLine(500),
})
export type RuleDuplicateInput = z.infer<typeof ruleDuplicateInput>
