import { eq, sql } from 'drizzle-orm'
import { record, write } from '@/db/as'
import { contacts } from '@/db/schema/company'
import type { ContactInput } from '@/domain/contact/input'
import { done, gone, refused } from '@/domain/outcome'
import type { Permit } from '@/domain/policy/permit'
import { mayDelete, mayRestore } from '@/domain/record/deletion'
import type { ContactDone } from './contact'
import { deletionOf, HELD, lockContact } from './contact-lock'

export async function deleteContact(
  permit: Permit<'contact.delete'>,
  { number }: ContactInput,
): Promise<ContactDone> {
  return write(permit, async tx => {
    const found = await lockContact(tx, number)
    if (!found || (found !== HELD && found.deletedAt)) return gone()
    if (found === HELD || !mayDelete(permit.actor.role, deletionOf(found, permit.actor.id)))
      return refused('common.not_permitted')
    const [used] = await tx.execute<{ used: boolean }>(
      sql`select record_in_use('contact', ${found.id}) as used`,
    )
    if (used?.used) return refused('contact.in_use')
    await tx
      .update(contacts)
      .set({ deletedAt: sql`now()`, deletedBy: permit.actor.id })
      .where(eq(contacts.id, found.id))
    await record(tx, 'contact', found.id, { name: found.name })
    return done({ number })
  })
}

export async function restoreContact(
  permit: Permit<'contact.restore'>,
  { number }: ContactInput,
): Promise<ContactDone> {
  return write(permit, async tx => {
    const found = await lockContact(tx, number)
    if (!found) return gone()
    if (found === HELD || !mayRestore(permit.actor.role, deletionOf(found, permit.actor.id)))
      return refused('common.not_permitted')
    if (!found.deletedAt) return done({ number })
    if (found.mergedInto !== null) return refused('merge.refused.not_restored')
    await tx.update(contacts).set({ deletedAt: null, deletedBy: null }).where(eq(contacts.id, found.id))
    await record(tx, 'contact', found.id, { name: found.name })
    return done({ number })
  })
}
