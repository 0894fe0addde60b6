import { eq, sql } from 'drizzle-orm'
import { record, type Tx, write } from '@/db/as'
import { leads } from '@/db/schema/lead'
import type { DeleteLeadInput } from '@/domain/lead/move-input'
import { done, type Outcome, refused } from '@/domain/outcome'
import type { Permit } from '@/domain/policy/permit'
import { type Deletion, mayDelete, mayRestore } from '@/domain/record/deletion'
import { type LockedLead, lockLead } from './lead-lock'

type Answer = Promise<Outcome<{ number: string }>>

/** Out of every list, and back again: nothing is lost. Heads and the director on theirs; others their own of the last day. */
export async function deleteLead(permit: Permit<'lead.delete'>, { number }: DeleteLeadInput): Answer {
  return write(permit, async tx => {
    const locked = await lockLead(tx, number)
    if ('no' in locked) return locked.no
    const { lead } = locked
    if (lead.deletedAt) return done({ number })
    if (lead.stage === 'converted') return refused('lead.refused.converted')
    if (!mayDelete(permit.actor.role, await deletionOf(tx, permit, lead)))
      return refused('common.not_permitted')
    await set(tx, permit, lead, { deletedAt: sql`now()` as never, deletedBy: permit.actor.id })
    return done({ number })
  })
}

export async function restoreLead(permit: Permit<'lead.restore'>, { number }: DeleteLeadInput): Answer {
  return write(permit, async tx => {
    const locked = await lockLead(tx, number)
    if ('no' in locked) return locked.no
    const { lead } = locked
    if (!lead.deletedAt) return done({ number })
    if (lead.mergedInto !== null) return refused('merge.refused.not_restored')
    if (!mayRestore(permit.actor.role, await deletionOf(tx, permit, lead)))
      return refused('common.not_permitted')
    await set(tx, permit, lead, { deletedAt: null, deletedBy: null })
    return done({ number })
  })
}

async function set(tx: Tx, permit: Permit, lead: LockedLead, deletion: Partial<typeof leads.$inferInsert>) {
  await tx
    .update(leads)
    .set({ ...deletion, version: lead.version + 1, updatedAt: sql`now()`, updatedBy: permit.actor.id })
    .where(eq(leads.id, lead.id))
  await record(tx, 'lead', lead.id)
}

/** By the clock of the database, as the lines of the log are. */
async function deletionOf(tx: Tx, permit: Permit, lead: LockedLead): Promise<Deletion> {
  const [row] = await tx
    .select({
      createdWithinDay: sql<boolean>`${leads.createdAt} > now() - interval '1 day'`,
      deletedWithinDay: sql<boolean>`coalesce(${leads.deletedAt} > now() - interval '1 day', false)`,
    })
    .from(leads)
    .where(eq(leads.id, lead.id))
  return {
    mine: lead.createdBy === permit.actor.id,
    createdWithinDay: false,
    deletedWithinDay: false,
    ...row,
  }
}
