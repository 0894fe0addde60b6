import { addDays, latestOf } from '@/domain/calendar/date'
import { officeDay } from './days'
import type { DealStory } from './deal-life'
import type { Kit } from './kit'
import { daysOfWork, leadTeller } from './lead-activity'
import { back, draftLead, type LeadPlan } from './lead-plan'
import { disqualified } from './lead-words'
import { dealer } from './random'
import type { DeskKey } from './zone'

/** The leads that deals came of: met, judged, and converted on the day on which the deal begins. */
export function convertedLeads(kit: Kit, deals: readonly DealStory[]): LeadPlan[] {
  const { random, events } = kit
  const tell = leadTeller(kit)
  return deals
    .filter(({ plan }) => plan.fromLead)
    .map((deal): LeadPlan => {
      const { plan } = deal
      const closedOn = plan.steps[0]?.on ?? kit.days.today
      const event = events.find(({ key }) => key === plan.event)
      const wished = officeDay(addDays(closedOn, -random.int(10, 48)))
      const createdOn = event ? (latestOf(event.startsOn, addDays(closedOn, -60)) as string) : wished
      const base = draftLead(kit, {
        desk: plan.desk,
        country: plan.country,
        createdOn: createdOn < closedOn ? createdOn : closedOn,
        company: plan.company,
        product: { zh: plan.what, industry: plan.industry },
        source: plan.source === 'event' ? 'visit' : plan.source,
        event: plan.event,
      })
      const contactedOn = soonest(addDays(base.createdOn, base.event ? 0 : random.int(0, 2)), closedOn)
      const qualifiedOn = soonest(addDays(contactedOn, random.int(1, 6)), closedOn)
      return {
        ...base,
        verdict: 'pursue',
        officer: plan.officer,
        creator: plan.officer,
        industry: plan.industry,
        stage: 'converted',
        contactedOn,
        qualifiedOn,
        closedOn,
        deal,
        activities: tell(base, daysOfWork(kit, contactedOn, closedOn)),
        dueIn: 0,
      }
    })
}

/** Those that came to nothing, each with its reason, over the last fifteen months. */
export function disqualifiedLeads(kit: Kit, howMany: number): LeadPlan[] {
  const { random, days } = kit
  const reason = dealer(random, disqualified)
  const tell = leadTeller(kit)
  return Array.from({ length: howMany }, (_, index): LeadPlan => {
    const closedOn = officeDay(back(days, 3 + Math.round((index * 450) / howMany)))
    const createdOn = officeDay(addDays(closedOn, -random.int(2, 40)))
    const [desk, country] = random.pick(from)
    const plan = draftLead(kit, { desk, country, createdOn })
    const why = reason()
    const reached = why[0] !== 'no_reply' && random.chance(0.75)
    const contactedOn = reached
      ? soonest(addDays(createdOn, plan.event ? 0 : random.int(0, 3)), closedOn)
      : null
    return {
      ...plan,
      stage: 'disqualified',
      contactedOn,
      qualifiedOn: null,
      closedOn,
      disqualified: why,
      activities: contactedOn ? tell(plan, [contactedOn]) : [],
      dueIn: 0,
    }
  })
}

const from: readonly (readonly [DeskKey, string])[] = [
  ['domestic', 'CN'],
  ['domestic', 'CN'],
  ['domestic', 'CN'],
  ['japan_korea', 'JP'],
  ['japan_korea', 'KR'],
  ['japan_korea', 'MY'],
  ['europe_us', 'US'],
  ['europe_us', 'DE'],
  ['europe_us', 'BR'],
  ['general', 'TW'],
  ['general', 'HK'],
]

const soonest = (one: string, other: string) => (one < other ? one : other)
