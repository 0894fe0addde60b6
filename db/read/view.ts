import { eq, sql } from 'drizzle-orm'
import { as } from '@/db/as'
import { users } from '@/db/schema/user'
import { views } from '@/db/schema/view'
import type { Permit } from '@/domain/policy/permit'
import { viewHref } from '@/domain/view/view'

/** Where this person begins: the address of a view that he still sees, or null for My day. */
export async function getHome(permit: Permit<'own.edit'>): Promise<string | null> {
  return as(permit, 'read', async tx => {
    const [home] = await tx
      .select({ id: views.id, list: views.list, search: views.search })
      .from(views)
      .innerJoin(users, sql`${views.id} = (${users.preferences} -> 'home')::bigint`)
      .where(eq(users.id, permit.actor.id))
    return home ? viewHref(home) : null
  })
}
