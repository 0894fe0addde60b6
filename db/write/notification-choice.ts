import { eq, sql } from 'drizzle-orm'
import { write } from '@/db/as'
import { notificationChoices } from '@/db/schema/notification'
import { users } from '@/db/schema/user'
import type { NotificationChoicesInput } from '@/domain/notification/input'
import { notificationKinds } from '@/domain/notification/notification'
import { done, type Outcome } from '@/domain/outcome'
import type { Permit } from '@/domain/policy/permit'

/** Of what one is told, where, and at which address; what is told to nobody else is not logged. */
export async function chooseNotifications(
  permit: Permit<'own.edit'>,
  input: NotificationChoicesInput,
): Promise<Outcome> {
  const userId = permit.actor.id
  const choices = notificationKinds.map(kind => ({
    userId,
    kind,
    app: input.app.includes(kind),
    mail: input[`mail_${kind}`],
  }))
  return write(permit, async tx => {
    await tx
      .insert(notificationChoices)
      .values(choices)
      .onConflictDoUpdate({
        target: [notificationChoices.userId, notificationChoices.kind],
        set: { app: sql`excluded.app`, mail: sql`excluded.mail` },
      })
    await tx.update(users).set({ email: input.email, updatedAt: sql`now()` }).where(eq(users.id, userId))
    return done()
  })
}
