import { and, desc, eq, isNull } from 'drizzle-orm'
import { as } from '@/db/as'
import { contains } from '@/db/contains'
import { companies, contacts } from '@/db/schema/company'
import type { Permit } from '@/domain/policy/permit'

export type ContactPick = Awaited<ReturnType<typeof pickContacts>>[number]

/** For a select or search box: at most 20 contacts, of one company where it is named, last changed first. No details. */
export async function pickContacts(permit: Permit<'contact.read'>, text: string, companyId?: number | null) {
  return as(permit, 'read', tx =>
    tx
      .select({
        id: contacts.id,
        number: contacts.number,
        name: contacts.name,
        title: contacts.title,
        language: contacts.language,
        companyName: companies.name,
      })
      .from(contacts)
      .leftJoin(companies, eq(companies.id, contacts.companyId))
      .where(
        and(
          isNull(contacts.deletedAt),
          companyId ? eq(contacts.companyId, companyId) : undefined,
          contains('contact', contacts.id, text),
        ),
      )
      .orderBy(desc(contacts.updatedAt))
      .limit(20),
  )
}
