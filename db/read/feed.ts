import { eq } from 'drizzle-orm'
import { as } from '@/db/as'
import { calendarFeeds } from '@/db/schema/feed'
import type { Permit } from '@/domain/policy/permit'

/** Since when one's own calendar has an address; null without one. What it is nobody can read again. */
export async function feedSince(permit: Permit<'calendar.share'>): Promise<Date | null> {
  return as(permit, 'read', async tx => {
    const [row] = await tx
      .select({ createdAt: calendarFeeds.createdAt })
      .from(calendarFeeds)
      .where(eq(calendarFeeds.userId, permit.actor.id))
    return row?.createdAt ?? null
  })
}
