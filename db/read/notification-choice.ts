import { eq } from 'drizzle-orm'
import { as } from '@/db/as'
import { notificationChoices } from '@/db/schema/notification'
import { users } from '@/db/schema/user'
import {
  type MailTime,
  type NotificationKind,
  notificationKinds,
  usualChoice,
} from '@/domain/notification/notification'
import type { Permit } from '@/domain/policy/permit'

export type NotificationChoices = {
  email: string | null
  kinds: { kind: NotificationKind; app: boolean; mail: MailTime }[]
}

/** One's own address, and the choice of each kind: what was never chosen is as usual. */
export async function getNotificationChoices(permit: Permit<'own.edit'>): Promise<NotificationChoices> {
  const { id } = permit.actor
  return as(permit, 'read', async tx => {
    const [user] = await tx.select({ email: users.email }).from(users).where(eq(users.id, id))
    const { kind, app, mail } = notificationChoices
    const chosen = await tx
      .select({ kind, app, mail })
      .from(notificationChoices)
      .where(eq(notificationChoices.userId, id))
    return {
      email: user?.email ?? null,
      kinds: notificationKinds.map(kind => chosen.find(one => one.kind === kind) ?? { kind, ...usualChoice }),
    }
  })
}
