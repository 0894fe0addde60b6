import { eq } from 'drizzle-orm'
import { as } from '@/db/as'
import { users } from '@/db/schema/user'
import type { Permit } from '@/domain/policy/permit'

/** What a person has chosen for a list; the page takes from it what it knows. */
type ListPreference = { columns?: unknown[]; size?: number }

/** The reader's own choice for this list. */
export async function getPreference(permit: Permit, list: string): Promise<ListPreference> {
  return as(permit, 'read', async tx => {
    const [own] = await tx
      .select({ preferences: users.preferences })
      .from(users)
      .where(eq(users.id, permit.actor.id))
    const kept = own?.preferences[list]
    return kept && typeof kept === 'object' ? (kept as ListPreference) : {}
  })
}
