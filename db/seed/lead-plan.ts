import { addDays, type IsoDate, yearOf } from '@/domain/calendar/date'
import type { DisqualifyReason, LeadStage, Source, Verdict } from '@/domain/lead/lead'
import type { Money } from '@/domain/money/money'
import { type CompanySpec, currencyOf } from './company'
import type { Days } from './days'
import type { ActivitySpec } from './deal-activity'
import type { DealStory } from './deal-life'
import { amountFor } from './deal-new'
import type { Kit } from './kit'
import { agencies, introducers, needs } from './lead-words'
import type { Product } from './product'
import type { IndustryKey } from './product-line'
import type { DeskKey } from './zone'

/** A lead as it stands today, with the days on which it got there. */
export type LeadPlan = {
  desk: DeskKey
  country: string
  company: CompanySpec
  /** Only the name on a card: the company is not entered yet. */
  bare: boolean
  product: Pick<Product, 'zh' | 'industry'>
  source: Source
  event: string | null
  introducedBy: string | null
  need: string
  landAsked: boolean
  intended: Money | null
  industry: IndustryKey | null
  creator: string
  officer: string | null
  unrouted: boolean
  stage: LeadStage
  createdOn: IsoDate
  contactedOn: IsoDate | null
  qualifiedOn: IsoDate | null
  verdict: Verdict
  closedOn: IsoDate | null
  disqualified: readonly [DisqualifyReason, string] | null
  deal: DealStory | null
  activities: ActivitySpec[]
  /** Days from today on which the next step of an open lead is due. */
  dueIn: number
}

export type LeadBase = Pick<LeadPlan, 'desk' | 'country' | 'createdOn'> & {
  company?: CompanySpec
  product?: LeadPlan['product']
  source?: Source
  event?: string | null
}

/** Everything about a lead but its stage and its days. */
export function draftLead(
  kit: Kit,
  { desk, country, createdOn, ...given }: LeadBase,
): Omit<LeadPlan, 'stage' | 'contactedOn' | 'qualifiedOn' | 'closedOn' | 'activities' | 'dueIn'> {
  const { random } = kit
  const product = given.product ?? kit.makeProduct(country)
  const company = given.company ?? kit.makeCompany(country, product as Product)
  const met = given.event === undefined ? kit.eventBefore(desk, country, createdOn, 12) : null
  const event = given.event ?? (met && random.chance(0.75) ? met.key : null)
  const source = event ? 'event' : (given.source ?? random.pick(sources))
  const officer = kit.officerOf(desk, createdOn)
  return {
    desk,
    country,
    company,
    product,
    createdOn,
    event,
    source,
    bare: !given.company && random.chance(0.12),
    introducedBy: introducerOf(kit, source, desk),
    need: needOf(kit, product.zh),
    landAsked: random.chance(0.22),
    intended: random.chance(0.62) ? intendedOf(kit, country, createdOn) : null,
    industry: random.chance(0.85) ? product.industry : null,
    creator: officer,
    officer,
    unrouted: false,
    verdict: random.chance(0.78) ? 'pursue' : 'watch',
    disqualified: null,
    deal: null,
  }
}

const sources: readonly Source[] = [
  'referral',
  'web_form',
  'agency',
  'government',
  'visit',
  'own_research',
  'web_form',
  'referral',
  'own_research',
]

function introducerOf({ random }: Kit, source: Source, desk: DeskKey): string | null {
  const known = source === 'agency' ? agencies[desk] : introducers[source]
  return known ? random.pick(known) : null
}

function needOf({ random }: Kit, product: string): string {
  return random
    .pick(needs)
    .replaceAll('@', product)
    .replace(/%亩/g, () => `${random.int(2, 18) * 10}亩`)
    .replace(/%人/g, () => `${random.int(4, 40) * 10}人`)
    .replace(/%台/g, () => `${random.int(3, 12) * 5}台`)
    .replace(/%/g, () => String(random.int(8, 60)))
}

/** In the investor's currency from the year of the rates on; before it in yuan. */
function intendedOf(kit: Kit, country: string, on: IsoDate): Money {
  return amountFor(kit, currencyOf(country) !== 'CNY' && yearOf(on) < kit.days.year ? 'CN' : country)
}

export const back = (days: Days, count: number): IsoDate => addDays(days.latest, -count)
