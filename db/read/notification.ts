import { and, desc, eq, isNotNull, isNull, lt, sql } from 'drizzle-orm'
import { as, type Tx } from '@/db/as'
import { notifications } from '@/db/schema/notification'
import type { NotificationFilter } from '@/domain/notification/filter'
import type {
  NotificationDetails,
  NotificationKind,
  NotificationNoun,
} from '@/domain/notification/notification'
import type { Permit } from '@/domain/policy/permit'

export type NotificationRow = {
  id: number
  place: number
  kind: NotificationKind
  actorId: number | null
  noun: NotificationNoun
  details: NotificationDetails
  at: Date
  readAt: Date | null
  snoozedUntil: Date | null
}
export type NotificationList = {
  rows: NotificationRow[]
  /** At most 1000, which stands for more. */
  unread: number
  /** The place of the newest of all, for what is marked at once; 0 without any. */
  newest: number
  /** Before which place the next page goes on; null on the last. */
  next: number | null
}

const PAGE = 50
/** Counted no further: 1000 stands for more. */
const MOST = 1000
const mine = (permit: Permit) => and(eq(notifications.userId, permit.actor.id), sql`in_app`)
const waits = and(isNull(notifications.readAt), isNull(notifications.snoozedUntil))

/** One's own, newest first, a page of 50; what is put off stands in its own view, and in all. */
export async function listNotifications(
  permit: Permit<'notification.read'>,
  { view, kind, before }: NotificationFilter,
): Promise<NotificationList> {
  const { id, place, actorId, noun, details, at, readAt, snoozedUntil } = notifications
  return as(permit, 'read', async tx => {
    const found = await tx
      .select({ id, place, kind: notifications.kind, actorId, noun, details, at, readAt, snoozedUntil })
      .from(notifications)
      .where(
        and(
          mine(permit),
          view === 'unread' ? waits : view === 'snoozed' ? isNotNull(snoozedUntil) : undefined,
          kind ? eq(notifications.kind, kind) : undefined,
          before ? lt(place, before) : undefined,
        ),
      )
      .orderBy(desc(place))
      .limit(PAGE + 1)
    const rows = found.slice(0, PAGE)
    const more = found.length > PAGE
    return { rows, ...(await counted(tx, permit)), next: more ? (rows.at(-1)?.place ?? null) : null }
  })
}

async function counted(tx: Tx, permit: Permit) {
  const [row] = await tx.execute<{ unread: string; newest: string | null }>(
    sql`select (${unreadOf(permit.actor.id)}) as unread,
      (select max(place) from notifications where user_id = ${permit.actor.id} and in_app) as newest`,
  )
  return { unread: Number(row?.unread), newest: Number(row?.newest ?? 0) }
}

/** A subselect: how many wait unread for this person. */
export const unreadOf = (userId: number) => sql`select count(*) from (
  select from notifications where user_id = ${userId} and in_app and read_at is null and snoozed_until is null
  limit ${MOST}) some_of`
