import { eq } from 'drizzle-orm'
import type { Tx } from '@/db/as'
import { leads } from '@/db/schema/lead'
import { gone, type Outcome, refused } from '@/domain/outcome'

export type LockedLead = typeof leads.$inferSelect

/** Found or not is gone; seen but not writable is refused; else it is held until the transaction ends. */
export async function lockLead(
  tx: Tx,
  number: string,
): Promise<{ lead: LockedLead } | { no: Outcome<never> }> {
  const [seen] = await tx
    .select({ id: leads.id, deletedAt: leads.deletedAt })
    .from(leads)
    .where(eq(leads.number, number))
  if (!seen) return { no: gone() }
  const [lead] = await tx.select().from(leads).where(eq(leads.id, seen.id)).for('update')
  return lead ? { lead } : { no: refused('common.not_permitted') }
}

/** The same for work on a lead that is there: a deleted one is gone. */
export async function lockLiveLead(tx: Tx, number: string) {
  const locked = await lockLead(tx, number)
  return 'lead' in locked && locked.lead.deletedAt ? { no: gone() } : locked
}
