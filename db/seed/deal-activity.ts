import type { ActivityKind } from '@/domain/activity/activity'
import { addDays, daysBetween, type IsoDate } from '@/domain/calendar/date'
import { nextOfficeDay, officeDay } from './days'
import { createdOn, type DealPlan, lastStep, standing, stepOf } from './deal-plan'
import type { ActivityLine } from './deal-spec'
import type { Kit } from './kit'
import { calledBy } from './person'
import { dealer } from './random'
import { inEntry, inNegotiation, nextSteps, type Sentence, tails, whenApproved } from './sentence-deal'

export type ActivitySpec = {
  kind: ActivityKind
  on: IsoDate
  text: string
  nextStep: string | null
  nextStepOn: IsoDate | null
}

/** At most so many on one deal: enough for a timeline, not a novel. */
const MOST = 9

export type TellDeal = (plan: DealPlan) => ActivitySpec[]

/** Tells what was done on a deal, from its first day until it ended or until lately. */
export function dealTeller(kit: Kit): TellDeal {
  const { random, days } = kit
  const deal = {
    negotiation: dealer(random, inNegotiation),
    entry_procedures: dealer(random, inEntry),
    approved: dealer(random, whenApproved),
  }
  const step = {
    negotiation: dealer(random, nextSteps.negotiation),
    entry_procedures: dealer(random, nextSteps.entry_procedures),
    approved: dealer(random, nextSteps.approved),
  }
  const due = dealer(random, dueOffsets)

  return plan => {
    const { stage, active } = standing(plan)
    const running = active && stage !== 'approved'
    const until = running ? untilOf(kit, plan) : lastStep(plan).on
    const dates = spread(kit, createdOn(plan), until)
    if (stage === 'approved' && active && daysBetween(until, days.today) > 8)
      dates.push(nextOfficeDay(addDays(until, random.int(2, 7))))
    const made = dates.map((on, index) => {
      const there = stageOn(plan, on)
      const [kind, text] = deal[there]() as Sentence
      const last = index === dates.length - 1
      const next = last
        ? running
          ? lastNext()
          : recentlyApproved(on)
            ? soon()
            : null
        : random.chance(0.6)
          ? between()
          : null
      return {
        kind,
        on,
        text: filled(kit, plan, [kind, text]),
        nextStep: next && step[there](),
        nextStepOn: next,
      }
      function between() {
        return nextOfficeDay(addDays(on, random.int(2, 9)))
      }
      function soon() {
        return nextOfficeDay(addDays(days.today, random.int(2, 12)))
      }
      function lastNext() {
        const quiet = daysBetween(on, days.today) > 14
        return quiet ? officeDay(addDays(on, random.int(3, 7))) : addDays(days.today, due())
      }
    })
    if (plan.told.length === 0) return made
    return [...plan.told.map(line => toldOn(kit, line)), ...made.filter(({ on }) => on > days.closing)]
  }

  function recentlyApproved(on: IsoDate) {
    return daysBetween(on, days.today) < 40
  }
}

/** Days from today on which the next step of a lively deal is due: some late, some today, most ahead. */
const dueOffsets = [-5, -2, -1, 0, 0, 1, 1, 2, 3, 4, 5, 6, 8, 9, 11, 13]

/** One in seven has been quiet for longer than the limit. */
function untilOf({ random, days }: Kit, plan: DealPlan): IsoDate {
  const started = lastStep(plan).on
  const quiet = addDays(days.latest, -random.int(17, 34))
  if (random.chance(0.15) && quiet > started) return officeDay(quiet)
  const lively = officeDay(addDays(days.latest, -random.int(0, 9)))
  return lively > started ? lively : started
}

function spread({ random }: Kit, from: IsoDate, until: IsoDate): IsoDate[] {
  const length = daysBetween(from, until)
  const count = Math.min(MOST, Math.max(1, Math.round(length / random.int(9, 15))))
  const dates = Array.from({ length: count }, (_, index) =>
    index === count - 1
      ? until
      : officeDay(addDays(from, Math.round((length * (index + 0.6)) / count) - random.int(0, 2))),
  )
  return [...new Set(dates.map(date => (date < from ? from : date)))].sort()
}

function toldOn({ days }: Kit, [monthDay, kind, text, nextStep]: ActivityLine): ActivitySpec {
  const on = days.inYear(monthDay)
  return {
    kind,
    on,
    text,
    nextStep: nextStep ?? null,
    nextStepOn: nextStep ? nextOfficeDay(addDays(on, 6)) : null,
  }
}

function stageOn(plan: DealPlan, on: IsoDate) {
  const approve = stepOf(plan, 'approve')
  const enter = stepOf(plan, 'enter')
  return approve && approve.on < on
    ? 'approved'
    : enter && enter.on <= on
      ? 'entry_procedures'
      : 'negotiation'
}

/** The sentence with its blanks filled in; now and then it says what came of it. */
function filled(kit: Kit, plan: DealPlan, [kind, text]: Sentence): string {
  const { random } = kit
  const tail = random.chance(0.38) ? random.pick(tails[kind] ?? ['']) : ''
  return `${text}${tail}`
    .replaceAll('@', plan.what)
    .replaceAll('#', calledBy(plan.company.people[0]))
    .replace(/第%轮/g, () => `第${random.pick(['一', '二', '三', '四'])}轮`)
    .replace(/B-%/g, () => `B-0${random.int(2, 9)}`)
    .replace(/%千伏安/g, () => `${random.pick([400, 630, 800, 1250, 1600])}千伏安`)
    .replace(/%/g, () => String(random.int(2, 5) * 5))
    .replace(/^ |(?<=[，。：；]) /g, '')
}
