import { eq, sql } from 'drizzle-orm'
import { record, type Tx } from '@/db/as'
import { valued } from '@/db/rate'
import { companies, contacts } from '@/db/schema/company'
import { leads } from '@/db/schema/lead'
import type { Ruled } from '@/domain/duplicate/look-alike'
import { readReachAt } from '@/domain/lead/reach-at'
import type { Money } from '@/domain/money/money'
import { done, gone, type Invalid, type Outcome, refused } from '@/domain/outcome'
import type { Permit } from '@/domain/policy/permit'
import { within } from '@/domain/policy/within'
import { insertCard } from './lead-card'
import type { LeadLinks } from './lead-link'
import { checkLookAlikes, type Met } from './look-alike'

type Card = {
  self?: number
  name: string | null
  contactName: string | null
  reachAt: string | null
  industryId: number | null
  intended: Money | null
}
export type Contact = { id: number; name: string; companyId: number | null }

/** What looks like a lead that is typed, and what the person took for the same: its company, its contact, or the lead. */
export async function leadLikes(
  tx: Tx,
  input: Card & Ruled,
  company: LeadLinks['company'],
  today: string,
): Promise<{
  found: Met[]
  fault: Invalid | null
  company: LeadLinks['company']
  contact: Contact | null
  lead: string | null
}> {
  const { found, fault } = await checkLookAlikes(tx, await typedLead(tx, input, company, today), input)
  const same = (noun: Met['noun']) =>
    found.find(met => met.noun === noun && met.number !== null && input.attach.includes(met.key)) ?? null
  const [person, firm] = [same('contact'), same('company')]
  const contact = person && (await contactOf(tx, person.id))
  const companyId = firm?.id ?? contact?.companyId
  return {
    found,
    fault,
    contact,
    company: company ?? (companyId ? await companyOf(tx, companyId) : null),
    lead: same('lead')?.number ?? null,
  }
}

async function typedLead(tx: Tx, input: Card, company: LeadLinks['company'], today: string) {
  const read = readReachAt(input.reachAt ?? '')
  const amount = company && input.intended ? await valued(tx, input.intended, today) : null
  return {
    noun: 'lead' as const,
    self: input.self,
    names: company || !input.name ? [] : [input.name],
    phones: 'phone' in read ? [read.phone] : [],
    email: 'email' in read ? read.email : null,
    companyId: company?.id ?? null,
    industryId: input.industryId,
    cny: amount?.cny ?? null,
  }
}

async function contactOf(tx: Tx, id: number): Promise<Contact | null> {
  const { name, companyId } = contacts
  const [found] = await tx
    .select({ id: contacts.id, name, companyId })
    .from(contacts)
    .where(eq(contacts.id, id))
  return found ?? null
}

async function companyOf(tx: Tx, id: number): Promise<LeadLinks['company']> {
  const { name, names, nameLocale } = companies
  const [found] = await tx
    .select({ id: companies.id, name, names, nameLocale })
    .from(companies)
    .where(eq(companies.id, id))
  return found ?? null
}

/** It is that lead: the person on the card joins it, as its contact where it has none, and no second lead is made. */
export async function joinLead(
  tx: Tx,
  permit: Permit,
  number: string,
  input: Card,
  contact: Contact | null,
): Promise<Outcome<{ id: number; number: string; event: null }>> {
  const [lead] = await tx.select().from(leads).where(eq(leads.number, number)).for('update')
  if (!lead) return gone()
  if (!within(permit.actor, 'activity.create', lead)) return refused('common.not_permitted')
  const card =
    contact ?? (await insertCard(tx, permit, { ...input, name: lead.name, companyId: lead.companyId }))
  if (card && lead.contactId === null) {
    await tx
      .update(leads)
      .set({
        contactId: card.id,
        version: lead.version + 1,
        updatedAt: sql`now()`,
        updatedBy: permit.actor.id,
      })
      .where(eq(leads.id, lead.id))
    await record(tx, 'lead', lead.id, { changes: { contact: [null, card.name] } })
  }
  return done({ id: lead.id, number, event: null })
}
