import { and, eq, isNull, sql } from 'drizzle-orm'
import { record, type Tx, write } from '@/db/as'
import { companies, contacts } from '@/db/schema/company'
import { changesBetween } from '@/db/write/change'
import { contactSearchText, insertContact } from '@/db/write/contact-insert'
import { lastChange } from '@/db/write/last-change'
import type { CreateContactInput, EditContactInput } from '@/domain/contact/input'
import { conflict, done, gone, invalidField, type Outcome, refused } from '@/domain/outcome'
import type { Permit } from '@/domain/policy/permit'
import { namesShown } from '@/domain/record/names-field'
import { detailsOf, detailsShownTo, saveDetails } from './contact-details'
import { factsOf, HELD, type LockedContact, lockContact } from './contact-lock'

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
    const found = await lockContact(tx, number)
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

/** What the other saved; details only for whom they are shown without asking. */
async function theirs(tx: Tx, permit: Permit, found: LockedContact) {
  const { names, companyId: _, ...facts } = factsOf(found)
  const shown = (await detailsShownTo(tx, permit, found.id)) ? await detailsOf(tx, found.id) : null
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
