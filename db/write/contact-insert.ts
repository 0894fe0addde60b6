import { nextNumber, record, type Tx, zoneToday } from '@/db/as'
import { contactDetails, contacts } from '@/db/schema/company'
import { yearOf } from '@/domain/calendar/date'
import type { ContactDetails, ContactFields } from '@/domain/contact/contact'
import { searchText } from '@/domain/name/search-text'
import type { Permit } from '@/domain/policy/permit'
import { reachKeys } from './look-alike'

export type NewContact = Pick<ContactFields, 'companyId' | 'name'> &
  Partial<ContactFields> &
  Partial<ContactDetails>

/**
 * A contact within the transaction of whatever creates it. Phones, e-mail and WeChat go into a table of their own, which
 * the row policies withhold; their log line goes with them.
 */
export async function insertContact(
  tx: Tx,
  permit: Permit,
  { phones = [], email = null, wechat = null, ...fields }: NewContact,
): Promise<{ id: number; number: string }> {
  const { actor } = permit
  const number = await nextNumber(tx, 'K', yearOf(await zoneToday(tx)))
  const [row] = await tx
    .insert(contacts)
    .values({
      ...fields,
      searchText: contactSearchText(fields, number),
      number,
      createdBy: actor.id,
      updatedBy: actor.id,
    })
    .returning({ id: contacts.id })
  if (!row) throw new Error('a contact was inserted without an id')
  await tx.insert(contactDetails).values({
    contactId: row.id,
    phones: [...phones],
    email,
    wechat,
    matchKeys: reachKeys({ phones, email }),
    updatedBy: actor.id,
  })
  await record(tx, 'contact', row.id, { name: fields.name })
  if (phones.length || email || wechat)
    await record(tx, 'contact_detail', row.id, {
      changes: {
        ...(phones.length ? { phones: [null, phones.join(', ')] } : {}),
        ...(email ? { email: [null, email] } : {}),
        ...(wechat ? { wechat: [null, wechat] } : {}),
      },
    })
  return { id: row.id, number }
}

/** Never a phone or an address: who may not see them must not find by them either. */
export function contactSearchText(fields: Pick<NewContact, 'name' | 'names'>, number: string): string {
  return searchText(fields.name, ...Object.values(fields.names ?? {}), number)
}
