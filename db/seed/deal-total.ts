import type { Money } from '@/domain/money/money'
import { cny, usd } from './amount'
import type { DealPlan } from './deal-plan'
import { totalOf } from './deal-recent'

/** An approval adds the capital up to the total: who had not stated it does when the procedures begin. */
export function statedInTime(plans: readonly DealPlan[]): void {
  for (const plan of plans) {
    const enter = plan.steps.findIndex(({ kind }) => kind === 'enter')
    const on = plan.steps[enter]?.on
    if (on && !totalOf(plan) && plan.steps.some(({ kind }) => kind === 'propose'))
      plan.steps.splice(enter, 0, {
        kind: 'amount',
        on,
        total: firstTotal(plan),
        reason: '协议稿已定投资总额。',
      })
  }
}

/** A merger is worth what comes from abroad. */
const firstTotal = (plan: DealPlan): Money =>
  plan.target && plan.foreign ? plan.foreign : plan.country === 'CN' ? cny(2600) : usd(240)
