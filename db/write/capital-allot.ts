import { and, eq, isNull } from 'drizzle-orm'
import type { Tx } from '@/db/as'
import { receivedOf } from '@/db/capital'
import { capitalParts, plannedArrivals } from '@/db/schema/capital'
import { allot } from '@/domain/capital/allot'
import type { Currency } from '@/domain/money/currency'
import { toCny } from '@/domain/money/money'

export type Plan = typeof plannedArrivals.$inferSelect

/** The plans of a part that stand. */
export const plansOf = (tx: Tx, partId: number): Promise<Plan[]> =>
  tx
    .select()
    .from(plannedArrivals)
    .where(and(eq(plannedArrivals.partId, partId), isNull(plannedArrivals.deletedAt)))

/** What of the plans of a part is still to come, after a plan or an arrival of it has changed. */
export async function reallot(tx: Tx, partId: number): Promise<void> {
  const [part] = await tx.select().from(capitalParts).where(eq(capitalParts.id, partId))
  if (!part) return
  const plans = await plansOf(tx, partId)
  const { confirmed } = await receivedOf(tx, part)
  const open = allot(plans, confirmed.minor)
  for (const plan of plans) {
    const openMinor = open.get(plan.id) ?? plan.minor
    const cnyOf = (minor: bigint) => (part.rate ? toCny(minor, part.currency as Currency, part.rate) : null)
    if (openMinor !== plan.openMinor || plan.cny === null)
      await tx
        .update(plannedArrivals)
        .set({ openMinor, openCny: cnyOf(openMinor), rate: part.rate, cny: cnyOf(plan.minor) })
        .where(eq(plannedArrivals.id, plan.id))
  }
}
