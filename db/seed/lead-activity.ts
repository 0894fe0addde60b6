import { addDays, daysBetween, type IsoDate } from '@/domain/calendar/date'
import { officeDay } from './days'
import type { ActivitySpec } from './deal-activity'
import type { Kit } from './kit'
import type { LeadPlan } from './lead-plan'
import { firstContacts, leadActivities, metAtEvent } from './lead-words'
import { calledBy } from './person'
import { dealer } from './random'

/** The days on which a lead was worked on: the first, the last, and some between. */
export function daysOfWork({ random }: Kit, from: IsoDate, until: IsoDate): IsoDate[] {
  const length = daysBetween(from, until)
  const count = Math.min(5, Math.max(1, Math.round(length / 12)))
  const between = Array.from({ length: count - 1 }, (_, index) =>
    officeDay(addDays(from, Math.round(((index + 0.7) * length) / count) - random.int(0, 2))),
  )
  return [...new Set([from, ...between.filter(date => date > from && date < until), until])].sort()
}

type Told = Pick<LeadPlan, 'company' | 'product' | 'event'>

/** The sentence about this lead. */
export const said = (text: string, { company, product }: Told) =>
  text
    .replaceAll('@', product.zh)
    .replaceAll('#', calledBy(company.people[0]))
    .replace(/^ |(?<=[，。：；]) /g, '')

/** One activity a day of work; the first one is the first contact, unless there was one before. */
export function leadTeller({ random }: Kit) {
  const both = dealer(random, leadActivities)
  const first = { met: dealer(random, metAtEvent), found: dealer(random, firstContacts) }
  return (plan: Told, dates: readonly IsoDate[], known = false): ActivitySpec[] =>
    dates.map((on, index) => {
      const [kind, text] = index === 0 && !known ? first[plan.event ? 'met' : 'found']() : both()
      return { kind, on, text: said(text, plan), nextStep: null, nextStepOn: null }
    })
}
