import { and, eq, isNull, sql } from 'drizzle-orm'
import { record, type Tx, write } from '@/db/as'
import { amountOf, type PartRow, partsOf } from '@/db/capital'
import { lockDeal } from '@/db/deal-lock'
import { plannedArrivals } from '@/db/schema/capital'
import type { DropPlanInput, PlanArrivalInput } from '@/domain/capital/input'
import { readWhen, type When } from '@/domain/capital/when'
import type { Money } from '@/domain/money/money'
import { exact } from '@/domain/money/words'
import { done, gone, type Invalid, invalidField, type Outcome, type Refused, refused } from '@/domain/outcome'
import type { Permit } from '@/domain/policy/permit'
import { type Plan, plansOf, reallot } from './capital-allot'

type Answer = Promise<Outcome<{ number: string }>>

/** What is expected of a part, in its currency and within what it commits to; with `id`, changed by its version. */
export async function planArrival(permit: Permit<'capital.plan'>, input: PlanArrivalInput): Answer {
  const { number, id, version, partId, money, note, submission } = input
  return write(
    permit,
    async tx => {
      const held = await lockDeal(tx, { number })
      if ('no' in held) return held.no
      const { deal, zone } = held
      if (deal.status === 'lost' || deal.status === 'withdrawn') return refused('deal.refused.not_active')
      const part = (await partsOf(tx, deal.id)).find(one => one.id === partId)
      if (!part) return invalidField('partId', 'input.not_offered')
      const when = whenOf(input, zone.today)
      if ('kind' in when) return when
      const plans = await plansOf(tx, part.id)
      const stood = id === null ? undefined : (plans.find(plan => plan.id === id) ?? null)
      if (stood === null) return gone()
      if (stood && stood.version !== version) return refused('capital.refused.changed_meanwhile')
      const wrong = refusePlan(
        part,
        money,
        plans.filter(plan => plan.id !== id),
      )
      if (wrong) return wrong
      const days = { fromOn: when.from, byOn: when.by, effectiveOn: zone.today }
      const values = { partId: part.id, ...days, note: note ?? input.when, ...money }
      await save(tx, permit, deal.id, stood, values)
      await reallot(tx, part.id)
      const to = { ...money, minor: String(money.minor) }
      const from = stood ? { minor: String(stood.minor), currency: stood.currency } : null
      const changes = { plannedArrival: [from, to], plannedBy: [stood?.byOn ?? null, when.by] }
      await record(tx, 'deal', deal.id, { changes })
      return done({ number })
    },
    submission,
  )
}

/** Taken back: it is not expected any more. */
export async function dropPlan(
  permit: Permit<'capital.plan'>,
  { number, id, version }: DropPlanInput,
): Answer {
  return write(permit, async tx => {
    const held = await lockDeal(tx, { number })
    if ('no' in held) return held.no
    const { deal, zone } = held
    const [plan] = await tx
      .select()
      .from(plannedArrivals)
      .where(
        and(
          eq(plannedArrivals.id, id),
          eq(plannedArrivals.dealId, deal.id),
          isNull(plannedArrivals.deletedAt),
        ),
      )
    if (!plan) return gone()
    if (plan.version !== version) return refused('capital.refused.changed_meanwhile')
    await tx
      .update(plannedArrivals)
      .set({
        ...{ deletedAt: sql`now()`, deletedBy: permit.actor.id, version: version + 1 },
        effectiveOn: zone.today,
      })
      .where(eq(plannedArrivals.id, id))
    await reallot(tx, plan.partId)
    const from = { minor: String(plan.minor), currency: plan.currency }
    await record(tx, 'deal', deal.id, {
      changes: { plannedArrival: [from, null], plannedBy: [plan.byOn, null] },
    })
    return done({ number })
  })
}

function whenOf({ when, fromOn, byOn }: PlanArrivalInput, today: string): When | Invalid {
  if (!when) return { from: fromOn, by: byOn as string }
  return readWhen(when, today) ?? invalidField('when', 'capital.invalid.when')
}

/** In the part's own currency, and all plans together within its amount. */
function refusePlan(part: PartRow, money: Money, others: readonly Plan[]): Invalid | Refused | null {
  const { currency } = part
  if (money.currency !== currency)
    return invalidField('amount', 'capital.invalid.currency_of_part', { currency })
  const committed = amountOf(part)
  if (!committed) return refused('capital.refused.part_without_amount')
  const planned = { minor: others.reduce((sum, plan) => sum + plan.minor, 0n), currency: money.currency }
  if (planned.minor + money.minor <= committed.minor) return null
  const values = { committed: exact(committed), planned: exact(planned), amount: exact(money) }
  return invalidField('amount', 'capital.invalid.beyond_part', values)
}

async function save(
  tx: Tx,
  permit: Permit,
  dealId: number,
  stood: Plan | undefined,
  values: Pick<Plan, 'partId' | 'fromOn' | 'byOn' | 'effectiveOn' | 'note' | 'minor' | 'currency'>,
) {
  const by = permit.actor.id
  const amounts = { ...values, openMinor: values.minor, cny: null, openCny: null }
  if (!stood)
    return tx.insert(plannedArrivals).values({
      ...amounts,
      dealId,
      createdBy: by,
      updatedBy: by,
      kind: 'registered',
      origin: 'abroad',
      form: 'cash',
    })
  // another last day is told of anew when it passes
  const toldAt = stood.byOn === values.byOn ? stood.toldAt : null
  return tx
    .update(plannedArrivals)
    .set({ ...amounts, toldAt, version: stood.version + 1, updatedAt: sql`now()`, updatedBy: by })
    .where(eq(plannedArrivals.id, stood.id))
}
