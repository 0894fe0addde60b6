import { addDays, type IsoDate } from '@/domain/calendar/date'
import { officeDay } from './days'
import { createdOn, type DealPlan, lastStep, standing, stepOf } from './deal-plan'
import { holdReasons, loseReasons } from './end-reason'
import type { Kit } from './kit'

/**
 * What became of a deal between the closing date and today: most move on, some are lost or held, a few get stuck.
 * Nothing here is effective on or before the closing date, so that its figures stand.
 */
export function liveOn(kit: Kit, plan: DealPlan): void {
  const { random, days } = kit
  const { stage, active } = standing(plan)
  if (!active || stage === 'approved') return
  if (plan.after) return follow(kit, plan, plan.after)
  if (stage === 'negotiation') {
    const roll = random.next()
    if (roll < 0.1) return end(kit, plan, 'lose', after(kit, addDays(createdOn(plan), random.int(50, 150))))
    if (roll < 0.14) return end(kit, plan, 'hold', after(kit, addDays(createdOn(plan), random.int(40, 120))))
    if (roll < 0.26) return
    const enter = after(kit, addDays(createdOn(plan), random.int(56, 106)))
    if (enter > days.latest) return
    plan.steps.push({ kind: 'enter', on: enter })
  }
  approveInTime(kit, plan)
}

/** The named deals go the way that is written for them, as far as it has come. */
function follow({ days }: Kit, plan: DealPlan, after: NonNullable<DealPlan['after']>): void {
  for (const [count, kind] of after) {
    const on = officeDay(addDays(days.closing, count))
    if (on > days.latest) return
    if (kind === 'approve') plan.steps.push({ kind: 'propose', on }, { kind, on })
    else plan.steps.push({ kind, on })
  }
}

function approveInTime(kit: Kit, plan: DealPlan): void {
  const { random, days } = kit
  const since = lastStep(plan).on
  const roll = random.next()
  if (roll < 0.08) return
  if (roll < 0.11) return end(kit, plan, 'hold', after(kit, addDays(since, random.int(20, 55))))
  const on = after(kit, addDays(since, random.int(38, 66)))
  if (on > days.latest) return
  const proposed = officeDay(addDays(on, -random.int(0, 2)))
  const before = proposed < since ? on : proposed
  if (random.chance(0.08) && addDays(before, -6) > since)
    plan.steps.push(
      { kind: 'propose', on: officeDay(addDays(before, -6)) },
      {
        kind: 'return',
        on: officeDay(addDays(before, -5)),
        reason: '投资协议的补充条款未附，请补齐后再提交。',
      },
    )
  plan.steps.push({ kind: 'propose', on, recordedOn: before }, { kind: 'approve', on })
}

/** An ending, unless it lies ahead. */
function end(kit: Kit, plan: DealPlan, kind: 'hold' | 'lose', on: IsoDate): void {
  if (on > kit.days.latest) return
  if (kind === 'hold') {
    const [code, text] = kit.random.pick(holdReasons)
    plan.steps.push({ kind, on, code, text, reviewOn: addDays(on, 60) })
  } else {
    const [code, text, lostTo] = kit.random.pick(loseReasons)
    plan.steps.push({ kind, on, code, text, lostTo })
  }
}

/** A working day not before the day after the closing date. */
function after({ days, random }: Kit, date: IsoDate): IsoDate {
  const first = addDays(days.closing, random.int(2, 40))
  const day = officeDay(date)
  return day > days.closing
    ? day
    : officeDay(first) > days.closing
      ? officeDay(first)
      : addDays(days.closing, 1)
}

/** Whether it can still be moved in the last days: active, and nothing happened to it lately. */
export const quietSince = (plan: DealPlan, date: IsoDate): boolean =>
  standing(plan).active && lastStep(plan).on < date && !stepOf(plan, 'approve')
