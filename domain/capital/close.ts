import type { Currency } from '@/domain/money/currency'
import type { Money } from '@/domain/money/money'
import { type Sum, sumOf } from '@/domain/money/sum'

/** A part as far as adding up asks, with its CNY fen at the deal's rate; null without a rate. The rest's own are not looked at. */
export type PartAmount = { rest: boolean; money: Money | null; cny: bigint | null }

/**
 * Whether a structure adds up to the total, in the total's currency where every part is in it, else in CNY. `gap`: parts
 * less total; `rest`: what is left for the part that is the rest, in `currency`; both null where they are not known.
 * `sum`: the parts in CNY, the rest included once it is known.
 */
export type Closing = {
  state: 'none' | 'no_total' | 'no_rate' | 'gap' | 'closed'
  currency: Currency
  sum: Sum
  gap: Money | null
  rest: (Money & { cny: bigint | null }) | null
}

/** Parts may differ from the total by so many per mille of it: amounts agreed in several currencies are rounded. */
const TOLERANCE_PER_MILLE = 1n

/** By domain.md §4. `total.money` is null where it is not stated. */
export function closing(
  parts: readonly PartAmount[],
  total: { money: Money | null; cny: bigint | null },
): Closing {
  const said = parts.filter(part => !part.rest)
  const sum = sumOf(said.map(({ cny }) => ({ stated: true, cny })))
  const alike = total.money !== null && said.every(({ money }) => money?.currency === total.money?.currency)
  const currency = alike && total.money ? total.money.currency : 'CNY'
  const open = (state: Closing['state']): Closing => ({ state, currency, sum, gap: null, rest: null })
  if (parts.length === 0) return open('none')
  if (!total.money) return open('no_total')
  const whole = alike ? total.money.minor : total.cny
  if (whole === null || (!alike && sum.withoutRate > 0)) return open('no_rate')
  const added = said.reduce((all, { money, cny }) => all + ((alike ? money?.minor : cny) ?? 0n), 0n)
  const gap = added - whole
  if (said.length < parts.length && gap < 0n) return withRest(-gap, total.cny, open('closed'))
  return { ...open(within(gap, whole) ? 'closed' : 'gap'), gap: { minor: gap, currency } }
}

/** The rest takes up what is missing; its yuan are what the others leave of the total's, so that the sum is the total. */
function withRest(minor: bigint, total: bigint | null, { currency, sum, ...closed }: Closing): Closing {
  const left = total === null || sum.withoutRate > 0 ? null : total - sum.cny
  const cny = left !== null && left < 0n ? 0n : left
  const all = {
    ...sum,
    count: sum.count + 1,
    cny: sum.cny + (cny ?? 0n),
    withoutRate: sum.withoutRate + (cny === null ? 1 : 0),
  }
  return { ...closed, currency, sum: all, gap: { minor: 0n, currency }, rest: { minor, currency, cny } }
}

const within = (gap: bigint, whole: bigint) => (gap < 0n ? -gap : gap) * 1000n <= whole * TOLERANCE_PER_MILLE
