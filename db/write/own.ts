import { eq, sql } from 'drizzle-orm'
import { record, write } from '@/db/as'
import { hashPassword } from '@/db/door/password'
import { INSIDE, trySignIn } from '@/db/door/sign-in'
import { users } from '@/db/schema/user'
import { done, invalidField, type Outcome } from '@/domain/outcome'
import type { ChangePasswordInput } from '@/domain/password/input'
import { passwordFault } from '@/domain/password/password'
import type { Permit } from '@/domain/policy/permit'
import type { OwnSettingsInput } from '@/domain/user/input'

/** One's own language, theme and whether single keys act; what is told to nobody else is not logged. */
export async function editOwnSettings(
  permit: Permit<'own.edit'>,
  { locale, theme, keys }: OwnSettingsInput,
): Promise<Outcome> {
  return write(permit, async tx => {
    await tx
      .update(users)
      .set({
        locale,
        theme,
        ...(keys && { preferences: sql`${users.preferences} || jsonb_build_object('keys', ${keys}::text)` }),
        updatedAt: sql`now()`,
      })
      .where(eq(users.id, permit.actor.id))
    return done()
  })
}

/**
 * One's own password. The present one is asked for, at the same lock as at the door, so that an open screen is not
 * enough. Ends all sessions of the account, this one too: access/ gives this browser a new one.
 */
export async function changeOwnPassword(
  permit: Permit<'own.edit'>,
  { current, password }: ChangePasswordInput,
): Promise<Outcome> {
  const { id, login } = permit.actor
  const fault = passwordFault(password, login)
  if (fault) return invalidField('password', fault)
  if (password === current) return invalidField('password', 'account.password.same_as_before')
  const answer = await trySignIn(login, current, INSIDE)
  if (answer.kind === 'locked')
    return invalidField('current', 'account.password.locked', { minutes: Math.ceil(answer.seconds / 60) })
  if (answer.kind !== 'done' || answer.account.id !== id)
    return invalidField('current', 'account.password.current_wrong')
  const passwordHash = await hashPassword(password)
  return write(permit, async tx => {
    await tx
      .update(users)
      .set({ passwordHash, mustChangePassword: false, updatedAt: sql`now()` })
      .where(eq(users.id, id))
    await record(tx, 'user', id, { password: true })
    return done()
  })
}
