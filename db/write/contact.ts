import { and, eq, isNull, sql } from 'drizzle-orm'
import { record, type Tx, write } from '@/db/as'
import { companies, contactDetails, contacts } from '@/db/schema/company'
import { changesBetween } from '@/db/write/change'
import { contactSearchText, insertContact } from '@/db/write/contact-insert'
import { lastChange } from '@/db/write/last-change'
import type { ContactDetails } from '@/domain/contact/contact'
import type { ContactInput, CreateContactInput, EditContactInput } from '@/domain/contact/input'
import { conflict, done, gone, invalidField, type Outcome, refused } from '@/domain/outcome'
import type { Permit } from '@/domain/policy/permit'
import { contactDetails as detailsPolicy } from '@/domain/policy/table'
import { type Deletion, mayDelete, mayRestore } from '@/domain/record/deletion'
import { namesShown } from '@/domain/record/names-field'

export type ContactDone = Outcome<{ number: string }>

export async function createContact(
  permit: Permit<'contact.create'>,
  { submission, company, ...fields }: CreateContactInput,
): Promise<ContactDone> {
  return write(
    permit,
    async tx => {
      const companyId = await companyIdOf(tx, company)
      if (companyId === undefined) return invalidField('company', 'input.not_offered')
      const { number } = await insertContact(tx, permit, { ...fields, companyId })
      return done({ number })
    },
    submission,
  )
}

/** Without `details` phones, e-mail and WeChat stay as they are: the form did not hold them, they were masked. */
export async function editContact(
  permit: Permit<'contact.edit'>,
  { number, version, details, company, phones, email, wechat, ...fields }: EditContactInput,
): Promise<ContactDone> {
  return write(permit, async tx => {
    const found = await locked(tx, number)
    if (!found || (found !== HELD && found.deletedAt)) return gone()
    if (found === HELD) return refused('common.not_permitted')
    if (found.version !== version) return conflict(await theirs(tx, permit, found))
    const companyId = company === null ? found.companyId : await companyIdOf(tx, company)
    if (companyId === undefined) return invalidField('company', 'input.not_offered')
    const changes = changesBetween(factsOf(found), { ...fields, companyId })
    // the log is read by people: a company by its name
    if (changes.companyId)
      changes.companyId = [await companyName(tx, found.companyId), await companyName(tx, companyId)]
    const detailChanges = details ? await saveDetails(tx, permit, found.id, { phones, email, wechat }) : {}
    if (Object.keys(changes).length + Object.keys(detailChanges).length === 0) return done({ number })
    await tx
      .update(contacts)
      .set({
        ...fields,
        companyId,
        searchText: contactSearchText(fields, number),
        version: version + 1,
        updatedAt: sql`now()`,
        updatedBy: permit.actor.id,
      })
      .where(eq(contacts.id, found.id))
    if (Object.keys(changes).length) await record(tx, 'contact', found.id, { changes })
    if (Object.keys(detailChanges).length)
      await record(tx, 'contact_detail', found.id, { changes: detailChanges })
    return done({ number })
  })
}

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

export async function deleteContact(
  permit: Permit<'contact.delete'>,
  { number }: ContactInput,
): Promise<ContactDone> {
  return write(permit, async tx => {
    const found = await locked(tx, number)
    if (!found || (found !== HELD && found.deletedAt)) return gone()
    if (found === HELD || !mayDelete(permit.actor.role, deletionOf(found, permit.actor.id)))
      return refused('common.not_permitted')
    const [used] = await tx.execute<{ used: boolean }>(
      sql`select record_in_use('contact', ${found.id}) as used`,
    )
    if (used?.used) return refused('contact.in_use')
    await tx
      .update(contacts)
      .set({ deletedAt: sql`now()`, deletedBy: permit.actor.id })
      .where(eq(contacts.id, found.id))
    await record(tx, 'contact', found.id, { name: found.name })
    return done({ number })
  })
}

export async function restoreContact(
  permit: Permit<'contact.restore'>,
  { number }: ContactInput,
): Promise<ContactDone> {
  return write(permit, async tx => {
    const found = await locked(tx, number)
    if (!found) return gone()
    if (found === HELD || !mayRestore(permit.actor.role, deletionOf(found, permit.actor.id)))
      return refused('common.not_permitted')
    if (!found.deletedAt) return done({ number })
    await tx.update(contacts).set({ deletedAt: null, deletedBy: null }).where(eq(contacts.id, found.id))
    await record(tx, 'contact', found.id, { name: found.name })
    return done({ number })
  })
}

const HELD = 'held' as const

/** Undefined: not there. HELD: seen, and beyond the reach of this permit. */
async function locked(tx: Tx, number: string) {
  const [seen] = await tx.select({ id: contacts.id }).from(contacts).where(eq(contacts.number, number))
  if (!seen) return undefined
  const [found] = await tx
    .select({
      id: contacts.id,
      companyId: contacts.companyId,
      name: contacts.name,
      names: contacts.names,
      title: contacts.title,
      language: contacts.language,
      consent: contacts.consent,
      note: contacts.note,
      version: contacts.version,
      createdBy: contacts.createdBy,
      updatedAt: contacts.updatedAt,
      updatedBy: contacts.updatedBy,
      deletedAt: contacts.deletedAt,
      createdWithinDay: sql<boolean>`created_at > now() - interval '1 day'`,
      deletedWithinDay: sql<boolean>`coalesce(deleted_at > now() - interval '1 day', false)`,
    })
    .from(contacts)
    .where(eq(contacts.id, seen.id))
    .for('update')
  return found ?? HELD
}
type Found = Exclude<Awaited<ReturnType<typeof locked>>, undefined | typeof HELD>

const deletionOf = (found: Found, me: number): Deletion => ({
  mine: found.createdBy === me,
  createdWithinDay: found.createdWithinDay,
  deletedWithinDay: found.deletedWithinDay,
})

const factsOf = ({ companyId, name, names, title, language, consent, note }: Found) => ({
  companyId,
  name,
  names,
  title,
  language,
  consent,
  note,
})

/** Null for a contact without a company; undefined when there is none of that number. */
async function companyIdOf(tx: Tx, number: string | null): Promise<number | null | undefined> {
  if (number === null) return null
  const [found] = await tx
    .select({ id: companies.id })
    .from(companies)
    .where(and(eq(companies.number, number), isNull(companies.deletedAt)))
  return found?.id
}

async function companyName(tx: Tx, id: number | null): Promise<string | null> {
  if (id === null) return null
  const [found] = await tx.select({ name: companies.name }).from(companies).where(eq(companies.id, id))
  return found?.name ?? null
}

async function detailsOf(tx: Tx, contactId: number): Promise<ContactDetails> {
  const [found] = await tx
    .select({ phones: contactDetails.phones, email: contactDetails.email, wechat: contactDetails.wechat })
    .from(contactDetails)
    .where(eq(contactDetails.contactId, contactId))
  return found ?? { phones: [], email: null, wechat: null }
}

/** Old and new, for the log alone: it is seen by whom the details are seen. */
async function saveDetails(tx: Tx, permit: Permit, contactId: number, details: ContactDetails) {
  const before = await detailsOf(tx, contactId)
  const said = ({ phones, email, wechat }: ContactDetails) => ({ phones: phones.join(', '), email, wechat })
  const changes = changesBetween(said(before), said(details))
  if (Object.keys(changes).length === 0) return changes
  const values = { ...details, updatedAt: sql`now()`, updatedBy: permit.actor.id }
  const changed = await tx
    .update(contactDetails)
    .set(values)
    .where(eq(contactDetails.contactId, contactId))
    .returning({ id: contactDetails.contactId })
  if (changed.length === 0) await tx.insert(contactDetails).values({ contactId, ...values })
  return changes
}

/** What the other saved; details only for whom they are shown without asking. */
async function theirs(tx: Tx, permit: Permit, found: Found) {
  const { names, companyId: _, ...facts } = factsOf(found)
  const shown = (await shownTo(tx, permit, found.id)) ? await detailsOf(tx, found.id) : null
  return {
    values: {
      ...facts,
      ...namesShown(names),
      ...(shown && { phones: shown.phones.join('\n'), email: shown.email, wechat: shown.wechat }),
    },
    version: found.version,
    ...(await lastChange(tx, found)),
  }
}

async function shownTo(tx: Tx, { actor }: Permit, contactId: number): Promise<boolean> {
  if (detailsPolicy[actor.role] !== 'linked') return detailsPolicy[actor.role] === 'shown'
  const [linked] = await tx.execute(sql`
    select 1 where exists (select 1 from leads l where l.contact_id = ${contactId})
      or exists (select 1 from deals d where d.contact_id = ${contactId})`)
  return Boolean(linked)
}
