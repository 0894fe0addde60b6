import { and, asc, eq, isNull, type SQL, sql } from 'drizzle-orm'
import { as, type Tx } from '@/db/as'
import { companies, contactDetails, contacts } from '@/db/schema/company'
import type { ContactDetails } from '@/domain/contact/contact'
import type { Permit } from '@/domain/policy/permit'
import { contactDetails as detailsPolicy } from '@/domain/policy/table'
import type { Role } from '@/domain/user/user'

export type ContactRow = Awaited<ReturnType<typeof rowsWhere>>[number]

/** The contacts of a company by name; `details` null where they are masked for this reader. */
export async function listCompanyContacts(
  permit: Permit<'contact.read'>,
  companyId: number,
): Promise<ContactRow[]> {
  return as(permit, 'read', tx =>
    rowsWhere(tx, permit.actor.role, and(eq(contacts.companyId, companyId), isNull(contacts.deletedAt))),
  )
}

/** A contact and its company; null when there is none of this number. A deleted one is given, and says so. */
export async function getContact(permit: Permit<'contact.read'>, number: string): Promise<ContactRow | null> {
  const [row] = await as(permit, 'read', tx => rowsWhere(tx, permit.actor.role, eq(contacts.number, number)))
  return row ?? null
}

/** What a line of the list shows too: a contact, its company, its details as `withDetails` masks them. */
export const contactColumns = {
  id: contacts.id,
  number: contacts.number,
  name: contacts.name,
  names: contacts.names,
  title: contacts.title,
  language: contacts.language,
  consent: contacts.consent,
  note: contacts.note,
  companyNumber: companies.number,
  companyName: companies.name,
  companyLocale: companies.nameLocale,
  detailsOf: contactDetails.contactId,
  phones: contactDetails.phones,
  email: contactDetails.email,
  wechat: contactDetails.wechat,
  createdAt: contacts.createdAt,
  updatedAt: contacts.updatedAt,
}

type Joined = {
  detailsOf: number | null
  phones: string[] | null
  email: string | null
  wechat: string | null
}

/** The row policy on contact_details masks: for whom they are masked the join found nothing, and `details` is null. */
export function withDetails<R extends Joined>(role: Role, { detailsOf, phones, email, wechat, ...row }: R) {
  const seen = detailsOf !== null || detailsPolicy[role] === 'shown'
  const details: ContactDetails | null = seen ? { phones: phones ?? [], email, wechat } : null
  return { ...row, details }
}

async function rowsWhere(tx: Tx, role: Role, where: SQL | undefined) {
  const rows = await tx
    .select({
      ...contactColumns,
      version: contacts.version,
      createdBy: contacts.createdBy,
      updatedBy: contacts.updatedBy,
      deletedAt: contacts.deletedAt,
      deletedBy: contacts.deletedBy,
      mergedInto: contacts.mergedInto,
      hasMerged: sql<boolean>`exists (select 1 from merges m where m.noun = 'contact' and m.kept_id = contacts.id and m.undone_at is null)`,
      createdWithinDay: sql<boolean>`${contacts.createdAt} > now() - interval '1 day'`,
      deletedWithinDay: sql<boolean>`coalesce(${contacts.deletedAt} > now() - interval '1 day', false)`,
    })
    .from(contacts)
    .leftJoin(companies, eq(companies.id, contacts.companyId))
    .leftJoin(contactDetails, eq(contactDetails.contactId, contacts.id))
    .where(where)
    .orderBy(asc(sql`${contacts.name} collate "zh-x-icu"`), asc(contacts.id))
  return rows.map(row => withDetails(role, row))
}
