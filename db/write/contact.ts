import { and, eq, isNull, sql } from 'drizzle-orm'
import { record, type Tx } from '@/db/as'
import { companies, contacts } from '@/db/schema/company'
import { changesBetween } from '@/db/write/change'
import { contactSearchText, insertContact } from '@/db/write/contact-insert'
import { lastChange } from '@/db/write/last-change'
import type { ContactFields } from '@/domain/contact/contact'
import type { CreateContactInput, EditContactInput } from '@/domain/contact/input'
import { ruledOf } from '@/domain/duplicate/input'
import { conflict, done, gone, invalidField, type Outcome, refused } from '@/domain/outcome'
import type { Permit } from '@/domain/policy/permit'
import { namesShown } from '@/domain/record/names-field'
import { detailsOf, detailsShownTo, saveDetails } from './contact-details'
import { joinCompany } from './contact-join'
import { factsOf, HELD, type LockedContact, lockContact } from './contact-lock'
import { keepRulings, writeUnlike } from './duplicate'
import { checkLookAlikes } from './look-alike'

export type ContactDone = Outcome<{ number: string }>

export async function createContact(
  permit: Permit<'contact.create'>,
  { submission, company, ruled, attach, different, asks, ...fields }: CreateContactInput,
): Promise<ContactDone> {
  const said = ruledOf({ ruled, attach, different, asks })
  return writeUnlike(
    permit,
    async tx => {
      const companyId = await companyIdOf(tx, company)
      if (companyId === undefined) return invalidField('company', 'input.not_offered')
      const { phones, email } = fields
      const { fault, found } = await checkLookAlikes(tx, { noun: 'contact', phones, email }, said)
      if (fault) return fault
      const same = found.find(met => attach.includes(met.key))
      if (same) return joinCompany(tx, permit, same, companyId)
      const { id, number } = await insertContact(tx, permit, { ...fields, companyId })
      await keepRulings(tx, permit, { noun: 'contact', id, name: fields.name }, found, said)
      return done({ number })
    },
    submission,
  )
}

/** Without `details` phones, e-mail and WeChat stay as they are: the form did not hold them, they were masked. */
export async function editContact(
  permit: Permit<'contact.edit'>,
  { number, version, details, company, phones, email, wechat, ...input }: EditContactInput,
): Promise<ContactDone> {
  const { ruled, attach, different, asks, ...fields } = input
  const said = ruledOf({ ruled, attach, different, asks })
  return writeUnlike(permit, async tx => {
    const found = await lockContact(tx, number)
    if (!found || (found !== HELD && found.deletedAt)) return gone()
    if (found === HELD) return refused('common.not_permitted')
    if (found.version !== version) return conflict(await theirs(tx, permit, found))
    const companyId = company === null ? found.companyId : await companyIdOf(tx, company)
    if (companyId === undefined) return invalidField('company', 'input.not_offered')
    const typed = {
      noun: 'contact' as const,
      self: found.id,
      ...(details ? await newReach(tx, found.id, phones, email) : {}),
    }
    const { fault, found: met } = await checkLookAlikes(tx, typed, said)
    if (fault) return fault
    const changes = changesBetween(factsOf(found), { ...fields, companyId })
    // the log is read by people: a company by its name
    if (changes.companyId)
      changes.companyId = [await companyName(tx, found.companyId), await companyName(tx, companyId)]
    const detailChanges = details ? await saveDetails(tx, permit, found.id, { phones, email, wechat }) : {}
    if (Object.keys(changes).length + Object.keys(detailChanges).length === 0) return done({ number })
    await saveContact(tx, permit, { id: found.id, number, version }, { ...fields, companyId })
    if (Object.keys(changes).length) await record(tx, 'contact', found.id, { changes })
    if (Object.keys(detailChanges).length)
      await record(tx, 'contact_detail', found.id, { changes: detailChanges })
    await keepRulings(tx, permit, { noun: 'contact', id: found.id, name: fields.name }, met, said)
    return done({ number })
  })
}

/** What a contact is now, as its next version; the caller has checked it and writes the line of the log. */
export function saveContact(
  tx: Tx,
  permit: Permit,
  { id, number, version }: { id: number; number: string; version: number },
  fields: ContactFields,
) {
  return tx
    .update(contacts)
    .set({
      ...fields,
      searchText: contactSearchText(fields, number),
      version: version + 1,
      updatedAt: sql`now()`,
      updatedBy: permit.actor.id,
    })
    .where(eq(contacts.id, id))
}

/** What this edit adds to the phones and the e-mail: what stood there before was ruled on before. */
async function newReach(tx: Tx, id: number, phones: readonly string[], email: string | null) {
  const before = await detailsOf(tx, id)
  return {
    phones: phones.filter(phone => !before.phones.includes(phone)),
    email: email === before.email ? null : email,
  }
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
