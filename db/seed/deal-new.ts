import { addDays, type IsoDate } from '@/domain/calendar/date'
import type { Money } from '@/domain/money/money'
import { wan } from './amount'
import { currencyOf } from './company'
import { officeDay } from './days'
import { draftDeal } from './deal-draft'
import { liveOn } from './deal-fate'
import type { DealPlan } from './deal-plan'
import type { Kit } from './kit'
import type { DeskKey } from './zone'

const origins: readonly (readonly [DeskKey, string])[] = [
  ...Array.from({ length: 9 }, () => ['domestic', 'CN'] as const),
  ...['JP', 'JP', 'JP', 'KR', 'KR', 'SG', 'MY'].map(country => ['japan_korea', country] as const),
  ...['DE', 'DE', 'US', 'US', 'IT', 'FR', 'GB', 'SE'].map(country => ['europe_us', country] as const),
  ...['HK', 'TW', 'TW', 'AU'].map(country => ['general', country] as const),
]

/** Deals that came after the closing date, one every two or three days, each with its fate so far. */
export function newDeals(kit: Kit): DealPlan[] {
  const { random, days } = kit
  const plans: DealPlan[] = []
  for (let on = addDays(days.closing, 1); on <= days.latest; on = addDays(on, random.int(1, 4)))
    plans.push(newDeal(kit, officeDay(on) > days.closing ? officeDay(on) : on))
  for (const back of [1, 4]) plans.push(newDeal(kit, addDays(days.latest, -back)))
  for (const plan of plans) liveOn(kit, plan)
  return plans
}

function newDeal(kit: Kit, on: IsoDate): DealPlan {
  const [desk, country] = kit.random.pick(origins)
  const amount = kit.random.chance(0.84) ? amountFor(kit, country) : null
  return draftDeal(kit, { desk, country, amount }, [{ kind: 'create', on, total: amount }])
}

/** A round sum between about 400万 and 9000万 yuan, in the investor's currency; small ones are more frequent. */
export function amountFor({ random }: Pick<Kit, 'random'>, country: string): Money {
  const yuan = random.pick([400, 600, 800, 1000, 1200, 1500, 1800, 2200, 2600, 3200, 4500, 6000, 9000])
  const currency = currencyOf(country)
  const worth = { CNY: 1, USD: 7, HKD: 0.9, JPY: 0.05, EUR: 8, KRW: 0.005, TWD: 0.22 }[currency as 'CNY']
  const raw = yuan / worth
  const step = 10 ** Math.max(Math.floor(Math.log10(raw)) - 1, 0)
  return wan(currency, Math.round(raw / step) * step)
}
