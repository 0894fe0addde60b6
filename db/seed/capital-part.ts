import type { capitalParts } from '@/db/schema/capital'
import type { PartOrigin } from '@/domain/capital/capital'
import { closing } from '@/domain/capital/close'
import { type Currency, minorDigits } from '@/domain/money/currency'
import { pow10 } from '@/domain/money/decimal'
import { type Money, toCny } from '@/domain/money/money'
import { usd } from './amount'
import type { Days } from './days'
import type { DealStory } from './deal-life'
import type { Random } from './random'
import { valueOn } from './rate'

export type PartDraft = Pick<
  typeof capitalParts.$inferInsert,
  'kind' | 'origin' | 'form' | 'party' | 'rest' | 'minor' | 'currency' | 'rate' | 'cny'
>
type Wanted = Pick<PartDraft, 'kind' | 'origin' | 'form' | 'party'> & { money: Money | null }

/** The capital of a deal as its papers say it, in the deal's own currency; the last part is the rest, where a total is stated. */
export function partsOfDeal(days: Days, random: Random, story: DealStory): PartDraft[] {
  const { plan, row } = story
  const total = moneyOf(row.totalMinor, row.totalCurrency)
  const wanted = plan.name.includes('艾迪') ? merger(plan.company.name) : structure(random, story, total)
  const on = row.totalOn ?? days.today
  const parts = wanted.map(({ money, ...part }) => {
    const currency = money?.currency ?? 'CNY'
    const rate = !money
      ? '1'
      : money.currency === total?.currency
        ? row.totalRate
        : (valueOn(days, money, on)?.rate ?? null)
    const cny = money && rate ? toCny(money.minor, money.currency, rate) : null
    return { ...part, rest: !money, minor: money?.minor ?? null, currency, rate, cny }
  })
  const { rest, currency } = closing(
    parts.map(part => ({ rest: part.rest, money: moneyOf(part.minor, part.currency), cny: part.cny })),
    { money: total, cny: row.totalCny },
  )
  const left = {
    minor: rest?.minor ?? null,
    cny: rest?.cny ?? null,
    currency,
    rate: currency === 'CNY' ? '1' : row.totalRate,
  }
  return parts.map(part => (part.rest ? { ...part, ...left } : part))
}

/** As the report says it: 1.5 million dollars in cash, 2 million in shares. */
const merger = (party: string): Wanted[] =>
  [
    { form: 'cash' as const, money: usd(150) },
    { form: 'shares' as const, money: usd(200) },
  ].map(part => ({ ...part, kind: 'registered', origin: 'abroad', party }))

function structure(random: Random, { plan, row }: DealStory, total: Money | null): Wanted[] {
  if (!total) return []
  const party = plan.company.name
  const own = (
    ['TW', 'HK', 'MO'].includes(plan.country)
      ? 'hk_mo_tw'
      : plan.country === 'CN'
        ? plan.company.origin
        : 'abroad'
  ) as PartOrigin
  const share = (percent: number) => shareOf(total, percent)
  const registered = (money: Money | null, more: Partial<Wanted> = {}): Wanted => ({
    ...{ kind: 'registered', origin: own, form: 'cash', party, money },
    ...more,
  })
  const foreign = moneyOf(row.foreignMinor, row.foreignCurrency)
  if (foreign && !plan.ownsAll)
    return [
      registered(foreign, { origin: own === 'hk_mo_tw' ? own : 'abroad', party: plan.partner ?? party }),
      registered(null, {
        origin: plan.company.origin === 'abroad' ? 'this_province' : plan.company.origin,
        party: plan.partner ? party : null,
      }),
    ]
  if (foreign) {
    const machines = random.chance(0.4) ? [registered(share(15), { form: 'equipment' })] : []
    return [registered(share(50)), ...machines, registered(null, { kind: 'partner_loan' })]
  }
  const bank = registered(null, { kind: 'bank_loan', origin: 'this_city', party: null })
  return [registered(share(random.pick([45, 50, 60]))), bank]
}

/** So many per cent of it in whole ten thousands, at least one. */
function shareOf({ minor, currency }: Money, percent: number): Money {
  const unit = pow10(4 + minorDigits[currency])
  const share = (minor * BigInt(percent)) / 100n
  return { minor: share >= unit ? (share / unit) * unit : share, currency }
}

export const moneyOf = (
  minor: bigint | null | undefined,
  currency: string | null | undefined,
): Money | null =>
  minor !== null && minor !== undefined && currency ? { minor, currency: currency as Currency } : null
