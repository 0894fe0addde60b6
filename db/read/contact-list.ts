import { and, count, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm'
import { as, type Tx } from '@/db/as'
import { contains } from '@/db/contains'
import { each, inChunks } from '@/db/each'
import { orderedIds, type Slice } from '@/db/ordered-ids'
import { companies, contactDetails, contacts } from '@/db/schema/company'
import type { ContactFilter } from '@/domain/contact/filter'
import { defaultPageSize } from '@/domain/filter/list'
import type { Permit } from '@/domain/policy/permit'
import type { Role } from '@/domain/user/user'
import { contactColumns, withDetails } from './contact'

/** A line of the list: `details` null where they are masked for its reader. */
export type ContactLine = Awaited<ReturnType<typeof rowsOf>>[number]

/**
 * One page of the list and its true total, from one snapshot; a page beyond the last gives the last. Phones, e-mail and
 * WeChat are shown and masked as on the page of each contact. A list reveals none: that is done for one contact at a
 * time, on its page, where it is logged.
 */
export async function listContacts(
  permit: Permit<'contact.read'>,
  filter: ContactFilter,
): Promise<{ rows: ContactLine[]; total: number; page: number }> {
  const size = filter.size ?? defaultPageSize
  return as(permit, 'read', async tx => {
    const [counted] = await tx.select({ total: count() }).from(contacts).where(matching(filter))
    const total = counted?.total ?? 0
    const page = Math.min(filter.page, Math.max(1, Math.ceil(total / size)))
    const ids = await contactIds(tx, filter, { limit: size, offset: (page - 1) * size })
    return { rows: await rowsOf(tx, permit.actor.role, ids), total, page }
  })
}

/**
 * All rows of the filter in its order, in chunks, for the export, with what the screen shows of the details and no more.
 * Whoever takes it out is logged with the filter, the columns and the number of rows, as by every export.
 */
export const eachContact = (permit: Permit<'contact.export'>, filter: ContactFilter) =>
  each(permit, async function* (tx) {
    yield* inChunks(await contactIds(tx, filter, { limit: null, offset: 0 }), ids =>
      rowsOf(tx, permit.actor.role, ids),
    )
  })

/** Rows in the order of `ids`. */
async function rowsOf(tx: Tx, role: Role, ids: readonly number[]) {
  const rows = await tx
    .select(contactColumns)
    .from(contacts)
    .leftJoin(companies, eq(companies.id, contacts.companyId))
    .leftJoin(contactDetails, eq(contactDetails.contactId, contacts.id))
    .where(inArray(contacts.id, [...ids]))
  const place = new Map(ids.map((id, index) => [id, index]))
  return rows
    .map(row => withDetails(role, row))
    .sort((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0))
}

/** The ids of a slice of the list, in its order; by number is by id. */
export function contactIds(tx: Tx, filter: ContactFilter, slice: Slice): Promise<number[]> {
  const { key, descending } = filter.sort
  const from = { from: sql`${contacts}`, where: matching(filter) ?? sql`true`, id: sql`${contacts.id}` }
  return orderedIds(tx, { ...from, key: keys[key], descending }, slice)
}

const keys: Record<ContactFilter['sort']['key'], SQL | undefined> = {
  name: sql`${contacts.name} collate "zh-x-icu"`,
  number: undefined,
  updated: sql`${contacts.updatedAt}`,
}

function matching({ text, countries, industries, languages, consents }: ContactFilter): SQL | undefined {
  return and(
    isNull(contacts.deletedAt),
    text ? contains('contact', contacts.id, text) : undefined,
    countries.length ? ofCompany(sql`c.country in ${countries}`) : undefined,
    industries.length ? ofCompany(sql`c.industry_id in ${industries}`) : undefined,
    languages.length ? inArray(contacts.language, [...languages]) : undefined,
    consents.length ? inArray(contacts.consent, [...consents]) : undefined,
  )
}

const ofCompany = (which: SQL) =>
  sql`exists (select from companies c where c.id = contacts.company_id and ${which})`
