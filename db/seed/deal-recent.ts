import { addDays } from '@/domain/calendar/date'
import type { Money } from '@/domain/money/money'
import { officeDay } from './days'
import { quietSince } from './deal-fate'
import { createdOn, type DealPlan, lastStep, standing, stepOf } from './deal-plan'
import { loseReasons } from './end-reason'
import type { Kit } from './kit'

const amountReasons = [
  '投资方调整了设备清单，重新报数。',
  '一期增加一条线。',
  '分期建设，先按一期计。',
  '核对可研报告后更正。',
  '追加配套厂房。',
]

/**
 * So that the last days are never empty, whenever it is loaded: amounts changed, one moved, one confirmed, one lost,
 * and three proposals that wait for a second person.
 */
export function recentTurns(kit: Kit, plans: readonly DealPlan[]): void {
  const { days, random } = kit
  const back = (count: number) => officeDay(addDays(days.latest, -count))
  const free = random.shuffle(plans.filter(plan => quietSince(plan, back(16)) && plan.told.length === 0))
  const take = (fits: (plan: DealPlan) => boolean) => {
    const index = free.findIndex(fits)
    return index < 0 ? undefined : free.splice(index, 1)[0]
  }
  const at = (stage: string) => (plan: DealPlan) => standing(plan).stage === stage
  const stated = (plan: DealPlan) => Boolean(totalOf(plan)) && !plan.target

  for (const desk of ['domestic', 'japan_korea', 'general'] as const) {
    const plan = take(one => at('entry_procedures')(one) && one.desk === desk)
    plan?.steps.push({ kind: 'propose', on: back(desk === 'domestic' ? 3 : 1) })
  }
  for (const count of [6, 3, 1, 20, 34]) {
    const plan = take(
      one =>
        stated(one) &&
        createdOn(one) < back(count) &&
        lastStep(one).on < back(count) &&
        back(count) > days.closing,
    )
    plan?.steps.push({
      kind: 'amount',
      on: back(count),
      total: changed(kit, totalOf(plan) as Money),
      reason: random.pick(amountReasons),
    })
  }
  take(at('negotiation'))?.steps.push({ kind: 'enter', on: back(2) })
  take(at('entry_procedures'))?.steps.push({ kind: 'propose', on: back(4) }, { kind: 'approve', on: back(4) })
  const [code, text, lostTo] = loseReasons[0] as (typeof loseReasons)[number]
  take(at('negotiation'))?.steps.push({ kind: 'lose', on: back(5), code, text, lostTo })
}

/** Amounts that were stated otherwise at first, before the closing date. */
export function earlierAmounts(kit: Kit, plans: readonly DealPlan[]): void {
  const { random, days } = kit
  for (const plan of plans) {
    const [create] = plan.steps
    const on = addDays(createdOn(plan), 17)
    const next = plan.steps[1]?.on ?? days.closing
    const named = plan.name.startsWith('马氏')
    if (create?.kind !== 'create' || !create.total || (!named && !random.chance(0.18)) || on >= next) continue
    const final = create.total
    create.total = named
      ? { ...final, minor: 9_800_000_000n }
      : random.chance(0.3)
        ? null
        : changed(kit, final)
    const reason = named ? '增加表面处理线。' : random.pick(amountReasons)
    plan.steps.splice(1, 0, { kind: 'amount', on: named ? days.inYear('06-12') : on, total: final, reason })
  }
}

/** The total investment that stands last. */
export const totalOf = (plan: DealPlan): Money | null =>
  (stepOf(plan, 'amount') ?? stepOf(plan, 'create'))?.total ?? null

/** Ten or twenty per cent up or down, still a round sum. */
function changed({ random }: Kit, money: Money): Money {
  const unit = ['JPY', 'KRW'].includes(money.currency) ? 100_000n : 10_000_000n
  const minor = ((money.minor * BigInt(random.pick([80, 85, 90, 112, 118, 125]))) / 100n / unit) * unit
  return { ...money, minor: minor > 0n ? minor : money.minor }
}
