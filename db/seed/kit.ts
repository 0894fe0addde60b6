import { addDays, type IsoDate } from '@/domain/calendar/date'
import { companyMaker, type MakeCompany } from './company'
import type { Days } from './days'
import type { EventSpec } from './event'
import { eventSpecs } from './event-calendar'
import { type Product, products } from './product'
import type { IndustryKey } from './product-line'
import { dealer, type Random, randomFrom } from './random'
import { type StaffLine, staff } from './staff'
import type { DeskKey } from './zone'

/** What every part of the seed draws from: the same dice, companies, products and people. */
export type Kit = {
  days: Days
  random: Random
  events: readonly EventSpec[]
  makeCompany: MakeCompany
  makeProduct(country: string, industry?: IndustryKey): Product
  /** Somebody of the desk who worked there on that day. */
  officerOf(desk: DeskKey, on: IsoDate): string
  headOf(desk: DeskKey): string
  /** An event of that desk, that country or region, in the weeks before. */
  eventBefore(desk: DeskKey, country: string, on: IsoDate, within?: number): EventSpec | null
}

export const hiredOn = ({ hired }: StaffLine, year: number): IsoDate =>
  typeof hired === 'string' ? `${year}-${hired}` : `${year - hired.yearsBefore}-${hired.on}`

export function openKit(days: Days): Kit {
  const random = randomFrom('东港')
  const events = eventSpecs(days)
  const officers = staff.filter(({ role }) => role === 'officer')
  const turns = new Map<string, () => StaffLine>()
  const named = (person: StaffLine | undefined) => person?.name ?? '顾怀章'
  return {
    days,
    random,
    events,
    makeCompany: companyMaker(random),
    makeProduct: productMaker(random),
    officerOf(desk, on) {
      const there = officers.filter(one => one.desk === desk && hiredOn(one, days.year) < on)
      const key = `${desk}${there.length}`
      if (!turns.has(key)) turns.set(key, dealer(random, there))
      return named(turns.get(key)?.())
    },
    headOf: desk => named(staff.find(one => one.role === 'manager' && one.desk === desk)),
    eventBefore(desk, country, on, within = 45) {
      const fit = events.filter(
        event =>
          event.kind !== 'training' &&
          event.desks.includes(desk) &&
          event.startsOn <= on &&
          event.startsOn >= addDays(on, -within) &&
          (event.kind !== 'inbound_visit' || country !== 'CN'),
      )
      return fit.at(-1) ?? null
    },
  }
}

/** Deals one product after another, those with a Japanese or Korean name to whom they fit; a second round is a second phase. */
function productMaker(random: Random) {
  const piles = new Map<string, () => Product>()
  const used = new Map<string, number>()
  return (country: string, industry?: IndustryKey): Product => {
    const language = ({ JP: 'ja', KR: 'ko' } as const)[country as 'JP']
    const key = `${language ?? ''}${industry ?? ''}`
    if (!piles.has(key)) {
      const fit = products.filter(
        one => (!industry || one.industry === industry) && (!language || one[language]),
      )
      piles.set(key, dealer(random, fit))
    }
    let product = piles.get(key)?.() as Product
    for (let tries = 0; tries < 30 && used.has(product.zh); tries += 1)
      product = piles.get(key)?.() as Product
    const times = used.get(product.zh) ?? 0
    used.set(product.zh, times + 1)
    return product
  }
}
