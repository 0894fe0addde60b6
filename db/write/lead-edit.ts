import { eq, sql } from 'drizzle-orm'
import { record, type Tx } from '@/db/as'
import { moneyOfRow, type RateOf, ratesOn, valuedBy } from '@/db/rate'
import { companies, contacts } from '@/db/schema/company'
import { events } from '@/db/schema/event'
import { leads } from '@/db/schema/lead'
import { zoneRules } from '@/db/zone'
import { leadFormValues } from '@/domain/lead/form-values'
import type { EditLeadInput } from '@/domain/lead/input'
import { compare, type Money } from '@/domain/money/money'
import { matchKeys } from '@/domain/name/likeness'
import { nameKey } from '@/domain/name/name-key'
import { conflict, done, invalid, type Outcome } from '@/domain/outcome'
import type { Permit } from '@/domain/policy/permit'
import { changesBetween } from './change'
import { keepRulings, writeUnlike } from './duplicate'
import { lastChange } from './last-change'
import { insertCard } from './lead-card'
import { tellColumn } from './lead-clock'
import { leadSearchText } from './lead-insert'
import { leadLikes } from './lead-like'
import { type LeadLinks, leadLinks } from './lead-link'
import { type LockedLead, lockLiveLead } from './lead-lock'

/**
 * Changes what is known of a lead; never its stage, desk or people. The amount keeps its rate until it changes itself. A
 * contact is made of `contactName` and `reachAt` only where the lead has none yet: another's card is edited as a contact.
 */
export async function editLead(
  permit: Permit<'lead.edit'>,
  input: EditLeadInput,
): Promise<Outcome<{ number: string }>> {
  return writeUnlike(permit, async tx => {
    const locked = await lockLiveLead(tx, input.number)
    if ('no' in locked) return locked.no
    const { lead } = locked
    if (lead.version !== input.version) return conflict(await theirLead(tx, lead))
    const linked = await leadLinks(tx, input)
    if ('fields' in linked) return invalid(linked.fields)
    const { event } = linked.links
    const { found, fault, ...likes } = await editLikes(tx, lead, input, linked.links.company)
    if (fault) return fault
    const { company } = likes
    const card = lead.contactId
      ? null
      : (likes.contact ?? (await insertCard(tx, permit, { ...input, companyId: company?.id ?? null })))
    const rules = await zoneRules(tx)
    const after = { ...fieldsOf(input), ...(await amountOf(tx, lead, input.intended, rules.today)) }
    const { company: oldCompany, event: oldEvent, contact: oldContact } = await linkedNames(tx, lead)
    const changes = changesBetween(
      { ...logged(lead), company: oldCompany?.name, event: oldEvent?.name, contact: oldContact?.name },
      {
        ...logged({ ...lead, ...after }),
        company: company?.name,
        event: event?.name,
        contact: card?.name ?? oldContact?.name,
      },
    )
    if (Object.keys(changes).length === 0) return done({ number: lead.number })
    await saveLead(tx, permit, lead, {
      ...after,
      ...tellColumn(after, lead, rules),
      companyId: company?.id ?? null,
      eventId: event?.id ?? null,
      contactId: card?.id ?? lead.contactId,
    })
    await record(tx, 'lead', lead.id, { changes })
    await keepRulings(tx, permit, { noun: 'lead', id: lead.id, name: input.name }, found, input)
    return done({ number: lead.number })
  })
}

/** Writes some columns of a lead as its next version; the caller has checked them and writes the line of the log. */
export function saveLead(
  tx: Tx,
  permit: Permit,
  { id, number, version }: Pick<LockedLead, 'id' | 'number' | 'version'>,
  columns: Partial<typeof leads.$inferInsert> & { name: string },
) {
  return tx
    .update(leads)
    .set({
      ...leadColumns(columns, number),
      version: version + 1,
      updatedAt: sql`now()`,
      updatedBy: permit.actor.id,
    })
    .where(eq(leads.id, id))
}

/** Its columns with what it is compared and found by. */
export const leadColumns = <C extends { name: string }>(columns: C, number: string) => ({
  ...columns,
  matchKeys: matchKeys([columns.name]),
  searchText: leadSearchText({ name: columns.name, number }),
})

/** Asked again only for what this edit changes: another name, or a card for a lead that had none. */
function editLikes(tx: Tx, lead: LockedLead, input: EditLeadInput, company: LeadLinks['company']) {
  const name = nameKey(input.name) === nameKey(lead.name) ? null : input.name
  const reachAt = lead.contactId ? null : input.reachAt
  return leadLikes(tx, { ...input, name, reachAt, intended: null, self: lead.id }, company, '')
}

type Plain =
  | 'name'
  | 'country'
  | 'province'
  | 'industryId'
  | 'source'
  | 'introducedBy'
  | 'need'
  | 'landAsked'
  | 'note'

export const fieldsOf = (input: Pick<LockedLead, Plain>) => ({
  name: input.name,
  country: input.country,
  province: input.province,
  industryId: input.industryId,
  source: input.source,
  introducedBy: input.introducedBy,
  need: input.need,
  landAsked: input.landAsked,
  note: input.note,
})

/** Stated anew, an amount takes the rate of today; left as it was, it keeps its own. */
async function amountOf(tx: Tx, lead: LockedLead, intended: Money | null, today: string) {
  return amountBy(await ratesOn(tx, [{ money: intended, on: today }]), lead, intended, today)
}

export function amountBy(rateOf: RateOf, lead: LockedLead, intended: Money | null, today: string) {
  const before = moneyOfRow(lead.intendedMinor, lead.intendedCurrency)
  const same = before && intended && before.currency === intended.currency && compare(before, intended) === 0
  if (same) return {}
  const stated = intended && valuedBy(rateOf, intended, today)
  return {
    intendedMinor: stated?.minor ?? null,
    intendedCurrency: stated?.currency ?? null,
    intendedRate: stated?.rate ?? null,
    intendedCny: stated?.cny ?? null,
  }
}

type Logged = ReturnType<typeof fieldsOf> & Pick<LockedLead, 'intendedMinor' | 'intendedCurrency'>

/** The fields by the names that the log tells them with. */
export function logged(lead: Logged) {
  const { intendedMinor: minor, intendedCurrency: currency } = lead
  const { industryId: industry, ...fields } = fieldsOf(lead)
  return { ...fields, industry, intended: minor === null ? null : { minor: String(minor), currency } }
}

async function linkedNames(tx: Tx, lead: LockedLead) {
  const [row] = await tx
    .select({
      company: { id: companies.id, name: companies.name },
      event: { id: events.id, name: events.name },
      contact: { id: contacts.id, name: contacts.name },
    })
    .from(leads)
    .leftJoin(companies, eq(companies.id, leads.companyId))
    .leftJoin(events, eq(events.id, leads.eventId))
    .leftJoin(contacts, eq(contacts.id, leads.contactId))
    .where(eq(leads.id, lead.id))
  return row ?? { company: null, event: null, contact: null }
}

/** What the other has saved, in the notation of the form. */
export async function theirLead(tx: Tx, lead: LockedLead) {
  const linked = await linkedNames(tx, lead)
  return {
    values: leadFormValues({ ...lead, ...linked }),
    shown: { companyId: linked.company?.name ?? '', eventId: linked.event?.name ?? '' },
    version: lead.version,
    ...(await lastChange(tx, lead)),
  }
}
