import { randomBytes } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { record, write } from '@/db/as'
import { hashOf } from '@/db/door/feed'
import { calendarFeeds } from '@/db/schema/feed'
import { done, type Outcome } from '@/domain/outcome'
import type { Permit } from '@/domain/policy/permit'

/** A new address for one's own calendar; one that stood before ends. The token is answered once and kept as a hash. */
export async function shareCalendar(permit: Permit<'calendar.share'>): Promise<Outcome<{ token: string }>> {
  const token = randomBytes(32).toString('base64url')
  return write(permit, async tx => {
    const me = permit.actor.id
    await tx.delete(calendarFeeds).where(eq(calendarFeeds.userId, me))
    await tx.insert(calendarFeeds).values({ userId: me, tokenHash: hashOf(token) })
    await record(tx, 'user', me, { calendarAddress: true })
    return done({ token })
  })
}

/** Taken back: from the next request on the address is unknown. */
export async function revokeCalendar(permit: Permit<'calendar.share'>): Promise<Outcome> {
  return write(permit, async tx => {
    const gone = await tx
      .delete(calendarFeeds)
      .where(eq(calendarFeeds.userId, permit.actor.id))
      .returning({ at: calendarFeeds.createdAt })
    if (gone.length > 0) await record(tx, 'user', permit.actor.id, { calendarAddress: false })
    return done()
  })
}
