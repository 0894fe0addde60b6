import { and, eq, isNull } from 'drizzle-orm'
import type { Tx } from '@/db/as'
import { contacts } from '@/db/schema/company'
import type { DealFields } from '@/domain/deal/fields'
import { happenedAhead } from '@/domain/deal/opening'
import type { FieldErrors } from '@/domain/outcome'
import type { Actor } from '@/domain/policy/actor'
import { leadLinks } from './lead-link'
import { worker } from './lead-people'

/** What a form names must be there, and what it says has happened must not lie ahead: errors by field, if any. */
export async function checkDealFields(
  tx: Tx,
  fields: Partial<DealFields>,
  today: string,
): Promise<FieldErrors> {
  const { companyId = null, eventId = null, industryId = null, contactId } = fields
  const linked = await leadLinks(tx, { companyId, eventId, industryId })
  const errors: FieldErrors = 'fields' in linked ? linked.fields : {}
  if (contactId) {
    const [contact] = await tx
      .select({ id: contacts.id })
      .from(contacts)
      .where(and(eq(contacts.id, contactId), isNull(contacts.deletedAt)))
    if (!contact) errors.contactId = { reason: 'input.not_offered' }
  }
  return { ...errors, ...happenedAhead(fields, today) }
}

/** An officer or head of that desk with an open account; else what is wrong. */
export async function checkOfficer(tx: Tx, deskId: number, officerId: number): Promise<FieldErrors> {
  return officerFault(await worker(tx, officerId), deskId)
}

export function officerFault(
  person: { deskIds: readonly number[] } | null | undefined,
  deskId: number,
): FieldErrors {
  if (person?.deskIds.includes(deskId)) return {}
  return { officerId: { reason: person ? 'deal.invalid.officer_not_on_desk' : 'input.not_offered' } }
}

/** Who enters a deal and names no officer is the officer, where he works on that desk. */
export function officerByDefault(actor: Actor, deskId: number): number | null {
  const works = actor.role === 'officer' || actor.role === 'manager'
  return works && actor.deskIds.includes(deskId) ? actor.id : null
}
