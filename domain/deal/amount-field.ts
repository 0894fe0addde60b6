import { z } from 'zod'
import { type Currency, currencies } from '@/domain/money/currency'
import type { Money } from '@/domain/money/money'
import { type ReadMoney, readMoney } from '@/domain/money/read'
import { optionalLine } from '@/domain/text/clean'

/** zod: the currency that stands beside an amount. */
export const currencyField = () => z.enum(currencies).catch('CNY')

/**
 * zod: an amount as typed, still text, because its currency stands in another field. What is wrong in any currency is
 * said here, together with the errors of the other fields; the rest by `amountIn`.
 */
export const amountField = () =>
  optionalLine(100).superRefine((text, context) => {
    const read = text === null ? null : readMoney(text, 'CNY')
    if (read && !read.ok && !ofTheCurrency.has(read.reason)) context.addIssue(issueOf(read, []) as never)
  })

const ofTheCurrency = new Set(['money.read.too_large', 'money.read.too_many_decimals'])

/** The amount in its currency; null when nothing was typed or it cannot be read, which is then said at `field`. */
export function amountIn(
  text: string | null | undefined,
  currency: Currency | undefined,
  field: string,
  context: z.core.$RefinementCtx,
): Money | null {
  if (!text) return null
  const read = readMoney(text, currency ?? 'CNY')
  if (read.ok) return read.money
  context.addIssue(issueOf(read, [field]) as never)
  return null
}

const issueOf = (read: Extract<ReadMoney, { ok: false }>, path: string[]) =>
  ({ code: 'custom', message: read.reason, params: { values: read.values }, path }) as const
