import { and, eq, isNull, lte, sql } from 'drizzle-orm'
import { type Tx, write } from '@/db/as'
import { notifications } from '@/db/schema/notification'
import { zoneRules } from '@/db/zone'
import type {
  MarkAllNotificationsInput,
  MarkNotificationInput,
  SnoozeNotificationInput,
} from '@/domain/notification/input'
import { snoozeDay } from '@/domain/notification/input'
import { done, gone, invalidField, type Outcome } from '@/domain/outcome'
import type { Permit } from '@/domain/policy/permit'

type Mark = Permit<'notification.mark'>

/** Read, or unread again; what was put off comes back with it. Answers what it was about. */
export async function markNotification(
  permit: Mark,
  { id, read }: MarkNotificationInput,
): Promise<Outcome<Pick<typeof notifications.$inferSelect, 'noun' | 'details'>>> {
  return write(permit, async tx => {
    const [marked] = await tx
      .update(notifications)
      .set({ readAt: read ? sql`coalesce(${notifications.readAt}, now())` : null, snoozedUntil: null })
      .where(own(permit, id))
      .returning({ noun: notifications.noun, details: notifications.details })
    if (!marked) return gone()
    await tellScreens(tx, permit)
    return done(marked)
  })
}

/** All that wait, in one statement, however many. */
export async function markAllNotifications(
  permit: Mark,
  { through }: MarkAllNotificationsInput,
): Promise<Outcome<{ count: number }>> {
  return write(permit, async tx => {
    const { readAt, snoozedUntil, place, userId } = notifications
    const marked = await tx
      .update(notifications)
      .set({ readAt: sql`now()` })
      .where(
        and(
          eq(userId, permit.actor.id),
          sql`in_app`,
          isNull(readAt),
          isNull(snoozedUntil),
          lte(place, through),
        ),
      )
    await tellScreens(tx, permit)
    return done({ count: marked.count })
  })
}

/** Put off until eight in the morning of a day: housekeeping brings it back, unread and on top. */
export async function snoozeNotification(
  permit: Mark,
  { id, ...when }: SnoozeNotificationInput,
): Promise<Outcome<{ on: string }>> {
  return write(permit, async tx => {
    const { today, timezone } = await zoneRules(tx)
    const on = snoozeDay(when, today)
    if (!on) return invalidField('on', 'notification.snooze.not_ahead')
    const until = sql`(${on}::date + time '08:00') at time zone ${timezone}::text`
    const put = await tx.update(notifications).set({ snoozedUntil: until }).where(own(permit, id))
    if (put.count === 0) return gone()
    await tellScreens(tx, permit)
    return done({ on })
  })
}

const own = (permit: Mark, id: number) =>
  and(eq(notifications.id, id), eq(notifications.userId, permit.actor.id), sql`in_app`)

/** The person's other screens show the new count as well. */
async function tellScreens(tx: Tx, permit: Mark) {
  await tx.execute(sql`select tell_listeners(array[${permit.actor.id}::bigint])`)
}
