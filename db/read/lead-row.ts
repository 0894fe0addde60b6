import { eq, inArray } from 'drizzle-orm'
import type { Tx } from '@/db/as'
import { companies, contacts } from '@/db/schema/company'
import { events } from '@/db/schema/event'
import { leads } from '@/db/schema/lead'
import type { Tag } from '@/domain/tag/tag'

/** A line of the list of leads, with its tags where they are shown; money in minor units, `intendedCny` in fen. */
export type LeadRow = Awaited<ReturnType<typeof leadRows>>[number] & { tags?: Tag[] }

export const leadColumnsOfRow = {
  id: leads.id,
  number: leads.number,
  name: leads.name,
  nameLocale: leads.nameLocale,
  country: leads.country,
  province: leads.province,
  industryId: leads.industryId,
  source: leads.source,
  introducedBy: leads.introducedBy,
  tellDue: leads.tellDue,
  toldOn: leads.toldOn,
  need: leads.need,
  landAsked: leads.landAsked,
  intendedMinor: leads.intendedMinor,
  intendedCurrency: leads.intendedCurrency,
  intendedCny: leads.intendedCny,
  stage: leads.stage,
  stageSince: leads.stageSince,
  clock: leads.clock,
  clockDue: leads.clockDue,
  nextStep: leads.nextStep,
  nextStepOn: leads.nextStepOn,
  deskId: leads.deskId,
  caseOfficerId: leads.caseOfficerId,
  teamIds: leads.teamIds,
  unrouted: leads.unrouted,
  openIssues: leads.openIssues,
  createdAt: leads.createdAt,
  updatedAt: leads.updatedAt,
  company: {
    id: companies.id,
    number: companies.number,
    name: companies.name,
    names: companies.names,
    nameLocale: companies.nameLocale,
  },
  contact: { id: contacts.id, number: contacts.number, name: contacts.name, title: contacts.title },
  event: { id: events.id, number: events.number, name: events.name, names: events.names },
}

/** The rows of these ids, in their order. */
export async function leadRows(tx: Tx, ids: readonly number[]) {
  if (ids.length === 0) return []
  const rows = await tx
    .select(leadColumnsOfRow)
    .from(leads)
    .leftJoin(companies, eq(companies.id, leads.companyId))
    .leftJoin(contacts, eq(contacts.id, leads.contactId))
    .leftJoin(events, eq(events.id, leads.eventId))
    .where(inArray(leads.id, [...ids]))
  const byId = new Map(rows.map(row => [row.id, row]))
  return ids.flatMap(id => byId.get(id) ?? [])
}
