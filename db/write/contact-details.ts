import { and, eq, isNull, sql } from 'drizzle-orm'
import { record, type Tx, write } from '@/db/as'
import { contactDetails, contacts } from '@/db/schema/company'
import { changesBetween } from '@/db/write/change'
import type { ContactDetails } from '@/domain/contact/contact'
import type { ContactInput } from '@/domain/contact/input'
import { done, gone, type Outcome } from '@/domain/outcome'
import type { Permit } from '@/domain/policy/permit'
import { contactDetails as detailsPolicy } from '@/domain/policy/table'
import { reachKeys } from './look-alike'

/** Phones, e-mail and WeChat of a contact for whom they are masked, against a line in the log. */
export async function revealContact(
  permit: Permit<'contact.reveal'>,
  { number }: ContactInput,
): Promise<Outcome<ContactDetails>> {
  return write(permit, async tx => {
    const [found] = await tx
      .select({ id: contacts.id, name: contacts.name })
      .from(contacts)
      .where(and(eq(contacts.number, number), isNull(contacts.deletedAt)))
    if (!found) return gone()
    const details = await detailsOf(tx, found.id)
    await record(tx, 'contact', found.id, { name: found.name })
    return done(details)
  })
}

export async function detailsOf(tx: Tx, contactId: number): Promise<ContactDetails> {
  const [found] = await tx
    .select({ phones: contactDetails.phones, email: contactDetails.email, wechat: contactDetails.wechat })
    .from(contactDetails)
    .where(eq(contactDetails.contactId, contactId))
  return found ?? { phones: [], email: null, wechat: null }
}

/** Old and new, for the log alone: it is seen by whom the details are seen. */
export async function saveDetails(tx: Tx, permit: Permit, contactId: number, details: ContactDetails) {
  const before = await detailsOf(tx, contactId)
  const said = ({ phones, email, wechat }: ContactDetails) => ({ phones: phones.join(', '), email, wechat })
  const changes = changesBetween(said(before), said(details))
  if (Object.keys(changes).length === 0) return changes
  const values = {
    ...details,
    matchKeys: reachKeys(details),
    updatedAt: sql`now()`,
    updatedBy: permit.actor.id,
  }
  const changed = await tx
    .update(contactDetails)
    .set(values)
    .where(eq(contactDetails.contactId, contactId))
    .returning({ id: contactDetails.contactId })
  if (changed.length === 0) await tx.insert(contactDetails).values({ contactId, ...values })
  return changes
}

/** For whom they are shown without asking. */
export async function detailsShownTo(tx: Tx, { actor }: Permit, contactId: number): Promise<boolean> {
  if (detailsPolicy[actor.role] !== 'linked') return detailsPolicy[actor.role] === 'shown'
  const [linked] = await tx.execute(sql`
    select 1 where exists (select 1 from leads l where l.contact_id = ${contactId})
      or exists (select 1 from deals d where d.contact_id = ${contactId})`)
  return Boolean(linked)
}
