import { addDays, type IsoDate } from '@/domain/calendar/date'
import { officeDay } from './days'
import type { Kit } from './kit'
import { daysOfWork, leadTeller } from './lead-activity'
import { back, draftLead, type LeadPlan } from './lead-plan'
import { dealer } from './random'
import { type DeskKey } from './zone'

const origins: Record<DeskKey, readonly string[]> = {
  domestic: ['CN'],
  japan_korea: ['JP', 'JP', 'JP', 'KR', 'KR', 'SG', 'MY', 'TH', 'VN'],
  europe_us: ['DE', 'US', 'IT', 'FR', 'GB', 'SE', 'CH', 'CA', 'ES', 'BR'],
  general: ['HK', 'TW', 'TW', 'HK', 'MO', 'AU'],
}
const shares: readonly DeskKey[] = [
  'domestic',
  'domestic',
  'domestic',
  'domestic',
  'japan_korea',
  'japan_korea',
  'japan_korea',
  'europe_us',
  'europe_us',
  'general',
]

/** How many days ago the newest came in; how many days ago the contacted were reached; when the qualified were last heard of. */
const newSince = [0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 2, 2, 2, 3, 3, 4, 4, 5, 6, 7, 8, 10]
const reachedSince = [
  0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4, 5, 5, 5, 6, 6, 7, 8, 9, 12, 1, 2, 3, 4, 0, 2, 3, 1, 5,
]
const heardSince = [
  0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13, 14, 14, 15, 17,
  19, 22, 26, 2, 3, 4, 6, 8, 1, 5, 7, 9, 10, 3,
]
const dueOffsets = [-6, -3, -1, 0, 0, 1, 1, 2, 3, 4, 5, 7, 8, 10]

/** Leads that are being worked on today: new, contacted, qualified, with clocks that are over, due, soon and far. */
export function openLeads(kit: Kit): LeadPlan[] {
  const { random, days } = kit
  const desk = dealer(random, shares)
  const due = dealer(random, dueOffsets)
  const tell = leadTeller(kit)
  const next = (createdOn: IsoDate) => {
    const at = desk()
    return draftLead(kit, { desk: at, country: random.pick(origins[at]), createdOn })
  }
  const base = { closedOn: null }
  return [
    ...newSince.map(
      (since, index): LeadPlan => ({
        ...base,
        ...placed(kit, next(back(days, since)), index),
        stage: 'new',
        contactedOn: null,
        qualifiedOn: null,
        activities: [],
        dueIn: Math.max(due(), 0),
      }),
    ),
    ...reachedSince.map((since): LeadPlan => {
      const contactedOn = back(days, since)
      const plan = next(back(days, since + random.int(0, 3)))
      return {
        ...base,
        ...plan,
        stage: 'contacted',
        contactedOn,
        qualifiedOn: null,
        activities: tell(plan, [contactedOn]),
        dueIn: due(),
      }
    }),
    ...heardSince.map((since): LeadPlan => {
      const heardOn = back(days, since)
      const createdOn = officeDay(back(days, since + random.int(6, 110)))
      const plan = next(createdOn)
      const contactedOn = earlier(addDays(createdOn, plan.event ? 0 : random.int(0, 2)), heardOn)
      const qualifiedOn = earlier(addDays(contactedOn, random.int(1, 4)), heardOn)
      return {
        ...base,
        ...plan,
        stage: 'qualified',
        contactedOn,
        qualifiedOn,
        activities: tell(plan, daysOfWork(kit, contactedOn, heardOn)),
        dueIn: due(),
      }
    }),
  ]
}

/** Some of the newest wait for an officer; those from where no route leads wait for a desk. */
function placed(kit: Kit, plan: ReturnType<typeof draftLead>, index: number): ReturnType<typeof draftLead> {
  if (index % 4 === 1) {
    const country = kit.random.pick(['HK', 'TW', 'AU', 'AE', 'IN', 'TW'])
    const finder = kit.officerOf(kit.random.pick(['domestic', 'japan_korea', 'europe_us']), plan.createdOn)
    const stray = draftLead(kit, { desk: 'general', country, createdOn: plan.createdOn })
    return { ...stray, creator: finder, officer: null, unrouted: true }
  }
  if (index % 3 !== 0) return plan
  const other = kit.random.pick(
    (['domestic', 'japan_korea', 'europe_us', 'general'] as const).filter(key => key !== plan.desk),
  )
  return { ...plan, creator: kit.officerOf(other, plan.createdOn), officer: null }
}

const earlier = (one: IsoDate, other: IsoDate) => (one < other ? one : other)
