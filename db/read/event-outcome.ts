import { and, eq, isNull, sql } from 'drizzle-orm'
import { as } from '@/db/as'
import { casesOf } from '@/db/read/company-case'
import { deals } from '@/db/schema/deal'
import { leads } from '@/db/schema/lead'
import type { DealStage } from '@/domain/deal/deal'
import type { LeadStage } from '@/domain/lead/lead'
import type { Sum } from '@/domain/money/sum'
import type { Permit } from '@/domain/policy/permit'

export type EventOutcome = Awaited<ReturnType<typeof eventOutcome>>

/**
 * What came of an event, as far as the reader's reach goes: leads per desk and stage, active deals per desk and stage
 * with their sum in CNY, and the latest of each by name.
 */
export async function eventOutcome(permit: Permit<'event.read'>, eventId: number) {
  return as(permit, 'read', async tx => {
    const leadsOf = await tx
      .select({ deskId: leads.deskId, stage: leads.stage, n: sql<string>`count(*)` })
      .from(leads)
      .where(and(eq(leads.eventId, eventId), isNull(leads.deletedAt)))
      .groupBy(leads.deskId, leads.stage)
    const dealsOf = await tx
      .select({
        deskId: deals.deskId,
        stage: deals.stage,
        n: sql<string>`count(*)`,
        cny: sql<string>`coalesce(sum(${deals.totalCny}), 0)`,
        notStated: sql<string>`count(*) filter (where ${deals.totalMinor} is null)`,
        withoutRate: sql<string>`count(*) filter (where ${deals.totalMinor} is not null and ${deals.totalCny} is null)`,
      })
      .from(deals)
      .where(and(eq(deals.eventId, eventId), isNull(deals.deletedAt), eq(deals.status, 'active')))
      .groupBy(deals.deskId, deals.stage)
    return {
      ...(await casesOf(tx, { leads: eq(leads.eventId, eventId), deals: eq(deals.eventId, eventId) })),
      leadsByStage: leadsOf.map(
        ({ deskId, stage, n }): { deskId: number; stage: LeadStage; count: number } => ({
          deskId,
          stage,
          count: Number(n),
        }),
      ),
      dealsByStage: dealsOf.map(
        ({ deskId, stage, n, cny, notStated, withoutRate }): { deskId: number; stage: DealStage } & Sum => ({
          deskId,
          stage,
          count: Number(n),
          cny: BigInt(cny),
          notStated: Number(notStated),
          withoutRate: Number(withoutRate),
        }),
      ),
    }
  })
}
