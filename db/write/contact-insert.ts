import { nextNumber, recordAll, type Tx, zoneToday } from '@/db/as'
import { contactDetails, contacts } from '@/db/schema/company'
import { yearOf } from '@/domain/calendar/date'
import type { ContactDetails, ContactFields } from '@/domain/contact/contact'
import { searchText } from '@/domain/name/search-text'
import type { Permit } from '@/domain/policy/permit'
import type { NewRecord } from './company-insert'
import { reachKeys } from './look-alike'
import { insertMany, insertNumbered } from './many'

export type NewContact = Pick<ContactFields, 'companyId' | 'name'> &
  Partial<ContactFields> &
  Partial<ContactDetails> & { createdAt?: Date }

/**
 * A contact within the transaction of whatever creates it. Phones, e-mail and WeChat go into a table of their own, which
 * the row policies withhold; their log line goes with them.
 */
export async function insertContact(tx: Tx, permit: Permit, contact: NewContact): Promise<NewRecord> {
  const number = await nextNumber(tx, 'K', yearOf(await zoneToday(tx)))
  const [made] = await insertContacts(tx, permit, [{ ...contact, number }])
  return made as NewRecord
}

/** The same for many, with numbers that were reserved for them; in their order. */
export async function insertContacts(
  tx: Tx,
  { actor }: Permit,
  rows: readonly (NewContact & { number: string })[],
): Promise<NewRecord[]> {
  const by = { createdBy: actor.id, updatedBy: actor.id }
  const made = await insertNumbered(
    tx,
    contacts,
    rows,
    ({ phones: _, email: _e, wechat: _w, ...fields }) => ({
      ...fields,
      searchText: contactSearchText(fields, fields.number),
      ...by,
    }),
  )
  const details = made.map(({ id }, at) => ({ id, ...detailsOf(rows[at]) }))
  // without asking for the rows back: who may enter a phone may not read it yet
  await insertMany(tx, contactDetails, details, ({ id, ...said }) => ({
    contactId: id,
    ...said,
    matchKeys: reachKeys(said),
    updatedBy: actor.id,
  }))
  await recordAll(
    tx,
    'contact',
    made.map(({ id }, at) => ({ id, details: { name: rows[at]?.name } })),
  )
  await recordAll(tx, 'contact_detail', details.flatMap(detailLine))
  return made
}

const detailsOf = (row?: NewContact): ContactDetails => ({
  phones: [...(row?.phones ?? [])],
  email: row?.email ?? null,
  wechat: row?.wechat ?? null,
})

function detailLine({ id, phones, email, wechat }: ContactDetails & { id: number }) {
  if (!phones.length && !email && !wechat) return []
  const changes = {
    ...(phones.length ? { phones: [null, phones.join(', ')] } : {}),
    ...(email ? { email: [null, email] } : {}),
    ...(wechat ? { wechat: [null, wechat] } : {}),
  }
  return [{ id, details: { changes } }]
}

/** Never a phone or an address: who may not see them must not find by them either. */
export function contactSearchText(fields: Pick<NewContact, 'name' | 'names'>, number: string): string {
  return searchText(fields.name, ...Object.values(fields.names ?? {}), number)
}
