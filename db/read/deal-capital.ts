import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import { as, type Tx } from '@/db/as'
import { amountOf, closingOf, partsOf } from '@/db/capital'
import { moneyOfRow } from '@/db/rate'
import { arrivals, capitalStructures, plannedArrivals } from '@/db/schema/capital'
import { deals } from '@/db/schema/deal'
import type { CapitalArrival, CapitalPlan, DealCapital } from '@/domain/capital/deal'
import type { Money } from '@/domain/money/money'
import type { Permit } from '@/domain/policy/permit'

/** The capital of a deal that one sees: its structure, what is expected of it and what came; null where it is not there. */
export async function getDealCapital(
  permit: Permit<'capital.read'>,
  dealId: number,
): Promise<DealCapital | null> {
  return as(permit, 'read', async tx => {
    const [deal] = await tx.select().from(deals).where(eq(deals.id, dealId))
    if (!deal) return null
    const [structure] = await tx.select().from(capitalStructures).where(eq(capitalStructures.dealId, dealId))
    const parts = await partsOf(tx, dealId)
    const came = await receivedPerPart(tx, dealId)
    return {
      version: structure?.version ?? 0,
      updatedBy: structure?.updatedBy ?? null,
      updatedAt: structure?.updatedAt ?? null,
      parts: parts.map(part => ({ ...part, money: amountOf(part), received: came.get(part.id) ?? 0n })),
      plans: await plansOf(tx, dealId),
      arrivals: await arrivalsOf(tx, dealId),
      closing: closingOf(parts, deal),
    }
  })
}

async function receivedPerPart(tx: Tx, dealId: number): Promise<Map<number, bigint>> {
  const rows = await tx.execute<{ part: string; minor: string }>(sql`
    select part_id as part, sum(credited_minor) as minor from arrivals
    where deal_id = ${dealId} and state = 'confirmed' and not strikes group by 1`)
  return new Map(rows.map(({ part, minor }) => [Number(part), BigInt(minor)]))
}

/** A deal has no more of them than a person enters. */
const MOST = 500

async function plansOf(tx: Tx, dealId: number): Promise<CapitalPlan[]> {
  const rows = await tx
    .select()
    .from(plannedArrivals)
    .where(and(eq(plannedArrivals.dealId, dealId), isNull(plannedArrivals.deletedAt)))
    .orderBy(asc(plannedArrivals.byOn), asc(plannedArrivals.id))
    .limit(MOST)
  return rows.map(
    ({ id, partId, version, fromOn, byOn, openMinor, cny, openCny, note, minor, currency }) => ({
      ...{ id, partId, version, cny, openCny, note },
      from: fromOn,
      by: byOn,
      open: openMinor,
      money: moneyOfRow(minor, currency) as Money,
    }),
  )
}

async function arrivalsOf(tx: Tx, dealId: number): Promise<CapitalArrival[]> {
  const rows = await tx
    .select()
    .from(arrivals)
    .where(eq(arrivals.dealId, dealId))
    .orderBy(asc(arrivals.arrivedOn), asc(arrivals.id))
    .limit(MOST)
  return rows.map(({ arrivedOn, minor, currency, ...arrival }) => ({
    ...arrival,
    on: arrivedOn,
    money: moneyOfRow(minor, currency) as Money,
  }))
}
