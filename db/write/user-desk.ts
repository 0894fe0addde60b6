import { and, eq, inArray } from 'drizzle-orm'
import type { Tx } from '@/db/as'
import { deskMembers } from '@/db/schema/user'
import type { Membership } from '@/domain/user/account'

/** Only what differs is written: each touched row ends the person's sessions. */
export async function setMembership(tx: Tx, userId: number, before: Membership, after: Membership) {
  const left = before.deskIds.filter(id => !after.deskIds.includes(id))
  if (left.length > 0)
    await tx.delete(deskMembers).where(and(eq(deskMembers.userId, userId), inArray(deskMembers.deskId, left)))
  for (const deskId of after.deskIds) {
    const head = after.headOf.includes(deskId)
    if (!before.deskIds.includes(deskId)) await tx.insert(deskMembers).values({ userId, deskId, head })
    else if (before.headOf.includes(deskId) !== head)
      await tx
        .update(deskMembers)
        .set({ head })
        .where(and(eq(deskMembers.userId, userId), eq(deskMembers.deskId, deskId)))
  }
}
