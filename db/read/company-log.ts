import { and, desc, eq, inArray, or, sql } from 'drizzle-orm'
import { as } from '@/db/as'
import { contacts } from '@/db/schema/company'
import { logEntries } from '@/db/schema/zone'
import type { Permit } from '@/domain/policy/permit'

const MOST = 100

export type LogLine = Awaited<ReturnType<typeof companyLog>>[number]

/** What was done to a company and to its contacts, newest first. Lines about masked details are not among them. */
export async function companyLog(permit: Permit<'company.read'>, companyId: number) {
  const itsContacts = sql`${logEntries.recordId} in (select c.id from contacts c where c.company_id = ${companyId})`
  return lines(
    permit,
    or(
      and(eq(logEntries.noun, 'company'), eq(logEntries.recordId, companyId)),
      and(inArray(logEntries.noun, ['contact', 'contact_detail']), itsContacts),
    ),
  )
}

export async function contactLog(permit: Permit<'contact.read'>, contactId: number) {
  return lines(
    permit,
    and(inArray(logEntries.noun, ['contact', 'contact_detail']), eq(logEntries.recordId, contactId)),
  )
}

export async function eventLog(permit: Permit<'event.read'>, eventId: number) {
  return lines(permit, and(eq(logEntries.noun, 'event'), eq(logEntries.recordId, eventId)))
}

async function lines(permit: Permit, where: ReturnType<typeof and>) {
  return as(permit, 'read', tx =>
    tx
      .select({
        id: logEntries.id,
        at: logEntries.at,
        actorId: logEntries.actorId,
        verb: logEntries.verb,
        noun: logEntries.noun,
        details: logEntries.details,
        contactNumber: contacts.number,
        contactName: contacts.name,
      })
      .from(logEntries)
      .leftJoin(
        contacts,
        and(inArray(logEntries.noun, ['contact', 'contact_detail']), eq(contacts.id, logEntries.recordId)),
      )
      .where(where)
      .orderBy(desc(logEntries.id))
      .limit(MOST),
  )
}
