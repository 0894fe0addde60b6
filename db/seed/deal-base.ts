import { addDays, daysBetween } from '@/domain/calendar/date'
import { officeDay } from './days'
import { approvedSteps, entrySteps, negotiatingSteps } from './deal-days'
import { draftDeal } from './deal-draft'
import type { DealPlan, Step } from './deal-plan'
import type { DealSpec } from './deal-spec'
import { approved, enteredLate } from './deals-approved'
import { inEntry, movedDesk } from './deals-entry'
import { negotiating } from './deals-negotiation'
import { approvedEarlier, lost, onHold } from './deals-other'
import { holdReasons, loseReasons } from './end-reason'
import type { Kit } from './kit'

/** Working days from the closing date to the day on which the late one is entered. */
const LATE_DAYS = 8

/** All deals that the report of the closing date speaks of, as they stood then. */
export function baseDeals(kit: Kit): DealPlan[] {
  const { days } = kit
  return [
    ...approved.map(spec => {
      const on = days.inYear(spec.since ?? '06-30')
      const late = spec.name === enteredLate ? officeDay(addDays(days.closing, LATE_DAYS)) : undefined
      return draftDeal(kit, spec, approvedSteps(kit, spec, on === days.closing ? on : officeDay(on), late))
    }),
    ...inEntry.map(spec => handedOver(kit, draftDeal(kit, spec, entrySteps(kit, spec)))),
    ...negotiating.map(spec => draftDeal(kit, spec, negotiatingSteps(kit, spec))),
    ...earlierDeals(kit),
    ...onHold.map(spec => heldDeal(kit, spec)),
    ...lost.map(spec => lostDeal(kit, spec)),
  ]
}

/** The logistics park began at the domestic desk. */
function handedOver(kit: Kit, plan: DealPlan): DealPlan {
  if (plan.name !== movedDesk) return plan
  const on = addDays((plan.steps[0] as Step).on, 9)
  plan.steps.splice(1, 0, { kind: 'hand_over', on, from: 'domestic', officer: kit.officerOf('domestic', on) })
  return plan
}

/** Spread over the two years before, the last one on 31 December. */
function earlierDeals(kit: Kit): DealPlan[] {
  const { year } = kit.days
  const first = `${year - 2}-01-08`
  const span = daysBetween(first, `${year - 1}-12-31`)
  const specs = kit.random.shuffle(approvedEarlier)
  return specs.map((spec, index) => {
    const last = index === specs.length - 1
    const on = addDays(first, Math.floor((span * index) / (specs.length - 1)))
    return draftDeal(kit, spec, approvedSteps(kit, spec, last ? on : officeDay(on)))
  })
}

function heldDeal(kit: Kit, spec: DealSpec): DealPlan {
  const { days, random } = kit
  const on = officeDay(addDays(days.closing, -random.int(6, 60)))
  const base: Step[] = random.chance(0.4)
    ? entrySteps(kit, { ...spec, since: addDays(on, -random.int(15, 40)).slice(5) })
    : negotiatingSteps(kit, { ...spec, since: addDays(on, -random.int(20, 60)).slice(5) })
  const [code, text] = random.pick(holdReasons)
  return draftDeal(kit, spec, [...base, { kind: 'hold', on, code, text, reviewOn: addDays(on, 90) }])
}

function lostDeal(kit: Kit, spec: DealSpec): DealPlan {
  const { days, random } = kit
  const on = officeDay(addDays(days.closing, -random.int(5, 110)))
  const created = officeDay(addDays(on, -random.int(20, 60)))
  const floor = `${days.year}-01-05`
  const [code, text, lostTo] = random.pick(loseReasons)
  return draftDeal(kit, spec, [
    { kind: 'create', on: created < floor ? floor : created, total: spec.amount },
    { kind: 'lose', on, code, text, lostTo },
  ])
}
