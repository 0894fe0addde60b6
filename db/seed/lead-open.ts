import { addDays, daysBetween, type IsoDate } from '@/domain/calendar/date'
import { officeDay } from './days'
import type { ActivitySpec } from './deal-activity'
import type { Kit } from './kit'
import { back, draftLead, type LeadPlan } from './lead-plan'
import { julyVisits, leadActivities } from './lead-words'
import { calledBy } from './person'
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
      const contactedOn = earlier(addDays(createdOn, random.int(0, 2)), heardOn)
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

/** Six Japanese companies that the seminar met in June, and that came to see the zone in July. */
export function julyLeads(kit: Kit): LeadPlan[] {
  const { days, random } = kit
  const tell = leadTeller(kit)
  return julyVisits.map((visit, index): LeadPlan => {
    const createdOn = days.inYear(`06-${index < 4 ? '09' : '10'}`)
    const plan = draftLead(kit, { desk: 'japan_korea', country: 'JP', createdOn, event: 'seminar' })
    const visitOn = days.inYear(`07-0${7 + Math.floor(index / 2)}`)
    const contactedOn = createdOn
    const qualifiedOn = addDays(visitOn, random.int(0, 2))
    const heardOn = officeDay(back(days, [1, 3, 5, 9, 14, 20][index] ?? 3))
    const later =
      heardOn > addDays(qualifiedOn, 4) ? tell(plan, daysOfWork(kit, addDays(qualifiedOn, 4), heardOn)) : []
    const seen: ActivitySpec = {
      kind: 'visit',
      on: visitOn,
      text: said(visit, plan),
      nextStep: '发送考察纪要和厂房报价',
      nextStepOn: addDays(visitOn, 7),
    }
    return {
      ...plan,
      bare: false,
      closedOn: null,
      stage: 'qualified',
      contactedOn,
      qualifiedOn,
      activities: [...tell(plan, [contactedOn]), seen, ...later],
      dueIn: [2, 0, 4, -1, 6, 1][index] ?? 2,
    }
  })
}

const earlier = (one: IsoDate, other: IsoDate) => (one < other ? one : other)

export function daysOfWork({ random }: Kit, from: IsoDate, until: IsoDate): IsoDate[] {
  const length = daysBetween(from, until)
  const count = Math.min(5, Math.max(1, Math.round(length / 12)))
  const between = Array.from({ length: count - 1 }, (_, index) =>
    officeDay(addDays(from, Math.round(((index + 0.7) * length) / count) - random.int(0, 2))),
  )
  return [...new Set([from, ...between.filter(date => date > from && date < until), until])].sort()
}

type Told = Pick<LeadPlan, 'company' | 'product'>

const said = (text: string, { company, product }: Told) =>
  text.replaceAll('@', product.zh).replaceAll('#', calledBy(company.people[0])).trimStart()

/** One activity a day of work; the first one is with a person of the other side. */
export function leadTeller({ random }: Kit) {
  const both = dealer(random, leadActivities)
  const reached = dealer(
    random,
    leadActivities.filter(([kind]) => kind !== 'note'),
  )
  return (plan: Told, dates: readonly IsoDate[]): ActivitySpec[] =>
    dates.map((on, index) => {
      const [kind, text] = index === 0 ? reached() : both()
      return { kind, on, text: said(text, plan), nextStep: null, nextStepOn: null }
    })
}
