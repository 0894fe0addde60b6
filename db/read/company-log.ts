import { and, eq, inArray, or, type SQL, sql } from 'drizzle-orm'
import { as, type Tx } from '@/db/as'
import { type HistoryOf, type HistoryPart, historyKeys, idsOf, inOrder, touches } from '@/db/history'
import { activities } from '@/db/schema/activity'
import { contacts } from '@/db/schema/company'
import { deals } from '@/db/schema/deal'
import { leads } from '@/db/schema/lead'
import { logEntries } from '@/db/schema/zone'
import type { Permit } from '@/domain/policy/permit'

export type LogLine = Awaited<ReturnType<typeof linesOf>>[number]
export type CaseActivity = Awaited<ReturnType<typeof activitiesOf>>[number]
export type RecordLog = { lines: (LogLine | CaseActivity)[]; older: string | null }

const ofContacts = inArray(logEntries.noun, ['contact', 'contact_detail'])

/**
 * What was done with a company and its contacts, newest first, a page at a time: activities within the reader's reach,
 * and changes. Lines about masked details are not among them.
 */
export async function companyLog(
  permit: Permit<'company.read'>,
  companyId: number,
  part?: HistoryPart,
): Promise<RecordLog> {
  const itsContacts = sql`${logEntries.recordId} in (select c.id from contacts c where c.company_id = ${companyId})`
  return page(permit, part, {
    activities: or(eq(activities.companyId, companyId), touches('company', companyId)) as SQL,
    log: or(
      and(eq(logEntries.noun, 'company'), eq(logEntries.recordId, companyId)),
      and(ofContacts, itsContacts),
    ) as SQL,
  })
}

export async function contactLog(
  permit: Permit<'contact.read'>,
  contactId: number,
  part?: HistoryPart,
): Promise<RecordLog> {
  return page(permit, part, {
    activities: or(
      eq(activities.contactId, contactId),
      touches('contact', contactId),
      sql`${activities.leadId} in (select l.id from leads l where l.contact_id = ${contactId})`,
      sql`${activities.dealId} in (select d.id from deals d where d.contact_id = ${contactId})`,
    ) as SQL,
    log: and(ofContacts, eq(logEntries.recordId, contactId)) as SQL,
  })
}

export async function eventLog(
  permit: Permit<'event.read'>,
  eventId: number,
  part?: HistoryPart,
): Promise<RecordLog> {
  return page(permit, part, {
    activities: touches('event', eventId),
    log: and(eq(logEntries.noun, 'event'), eq(logEntries.recordId, eventId)) as SQL,
  })
}

async function page(permit: Permit, part: HistoryPart | undefined, of: HistoryOf): Promise<RecordLog> {
  return as(permit, 'read', async tx => {
    const { keys, older } = await historyKeys(tx, of, part)
    const done = await activitiesOf(tx, idsOf(keys, 'activity'))
    return { lines: inOrder(keys, done, await linesOf(tx, idsOf(keys, 'log'))), older }
  })
}

async function activitiesOf(tx: Tx, ids: number[]) {
  return tx
    .select({
      line: sql<'activity'>`'activity'`,
      id: activities.id,
      kind: activities.kind,
      happenedOn: activities.happenedOn,
      text: activities.text,
      createdAt: activities.createdAt,
      createdBy: activities.createdBy,
      leadNumber: leads.number,
      leadName: leads.name,
      dealNumber: deals.number,
      dealName: deals.name,
    })
    .from(activities)
    .leftJoin(leads, eq(leads.id, activities.leadId))
    .leftJoin(deals, eq(deals.id, activities.dealId))
    .where(inArray(activities.id, ids))
}

async function linesOf(tx: Tx, ids: number[]) {
  return tx
    .select({
      line: sql<'log'>`'log'`,
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
    .where(inArray(logEntries.id, ids))
}
