import { decimalOf, type Money } from '@/domain/money/money'
import type { DealFields } from './fields'

/**
 * The texts of the edit form by input name: what it opens with, and what a conflict shows of the other person's
 * version, in one notation. Ids stay ids; '' is nothing.
 */
export function dealFormValues(fields: DealFields): Record<string, string> {
  const { total, foreign, highTech, outputCny, taxCny, ...same } = fields
  const plain = Object.entries(same).map(([name, value]) => [name, value === null ? '' : String(value)])
  return {
    ...Object.fromEntries(plain),
    highTech: highTech === null ? '' : highTech ? 'yes' : 'no',
    total: amountText(total.money),
    totalCurrency: total.money?.currency ?? 'CNY',
    totalNotStated: total.notStated ? 'on' : '',
    foreign: amountText(foreign),
    foreignCurrency: foreign?.currency ?? 'USD',
    output: amountText(outputCny === null ? null : { minor: outputCny, currency: 'CNY' }),
    tax: amountText(taxCny === null ? null : { minor: taxCny, currency: 'CNY' }),
  }
}

/** All digits, without decimals that say nothing: 116000000. */
const amountText = (money: Money | null) => (money ? decimalOf(money).replace(/\.0+$/, '') : '')
