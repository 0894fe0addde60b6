import { eq, sql } from 'drizzle-orm'
import { write } from '@/db/as'
import { users } from '@/db/schema/user'
import { done, type Outcome } from '@/domain/outcome'
import type { Permit } from '@/domain/policy/permit'
import type { SavePreferenceInput } from '@/domain/preference/input'

/** One's own columns and page size of a list. Not logged: it is told to nobody else. */
export async function savePreference(
  permit: Permit<'own.edit'>,
  { list, columns, size }: SavePreferenceInput,
): Promise<Outcome> {
  const kept = JSON.stringify({ ...(columns && { columns }), ...(size && { size }) })
  return write(permit, async tx => {
    await tx
      .update(users)
      .set({
        preferences: sql`${users.preferences} || jsonb_build_object(${list}::text, coalesce(${users.preferences} -> ${list}, '{}') || ${kept}::jsonb)`,
        updatedAt: sql`now()`,
      })
      .where(eq(users.id, permit.actor.id))
    return done()
  })
}
