import { eq, sql } from 'drizzle-orm'
import type { Tx } from '@/db/as'
import { contacts } from '@/db/schema/company'
import type { Deletion } from '@/domain/record/deletion'

export const HELD = 'held' as const

export const lockedContactColumns = {
  id: contacts.id,
  companyId: contacts.companyId,
  name: contacts.name,
  names: contacts.names,
  title: contacts.title,
  language: contacts.language,
  consent: contacts.consent,
  note: contacts.note,
  version: contacts.version,
  createdBy: contacts.createdBy,
  updatedAt: contacts.updatedAt,
  updatedBy: contacts.updatedBy,
  deletedAt: contacts.deletedAt,
  mergedInto: contacts.mergedInto,
  createdWithinDay: sql<boolean>`created_at > now() - interval '1 day'`,
  deletedWithinDay: sql<boolean>`coalesce(deleted_at > now() - interval '1 day', false)`,
}

/** Undefined: not there. HELD: seen, and beyond the reach of this permit. */
export async function lockContact(tx: Tx, number: string) {
  const [seen] = await tx.select({ id: contacts.id }).from(contacts).where(eq(contacts.number, number))
  if (!seen) return undefined
  const [found] = await tx
    .select(lockedContactColumns)
    .from(contacts)
    .where(eq(contacts.id, seen.id))
    .for('update')
  return found ?? HELD
}
export type LockedContact = Exclude<Awaited<ReturnType<typeof lockContact>>, undefined | typeof HELD>

export const deletionOf = (found: LockedContact, me: number): Deletion => ({
  mine: found.createdBy === me,
  createdWithinDay: found.createdWithinDay,
  deletedWithinDay: found.deletedWithinDay,
})

export const factsOf = ({ companyId, name, names, title, language, consent, note }: LockedContact) => ({
  companyId,
  name,
  names,
  title,
  language,
  consent,
  note,
})
