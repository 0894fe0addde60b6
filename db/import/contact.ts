import { isDeepStrictEqual } from 'node:util'
import { and, eq, getTableColumns, inArray, isNull } from 'drizzle-orm'
import { recordAll } from '@/db/as'
import { companies, contactDetails, contacts } from '@/db/schema/company'
import { changesBetween } from '@/db/write/change'
import { saveDetails } from '@/db/write/contact-details'
import { contactSearchText, insertContacts, type NewContact } from '@/db/write/contact-insert'
import { factsOf, type LockedContact, lockedContactColumns } from '@/db/write/contact-lock'
import { keepAllRulings } from '@/db/write/duplicate'
import { inChunksOf, saveMany } from '@/db/write/many'
import { dateIn } from '@/domain/calendar/date'
import type { ContactDetails, ContactFields } from '@/domain/contact/contact'
import { createContactInput, editContactInput } from '@/domain/contact/input'
import { isMasked, type Said } from '@/domain/import/said'
import { type FieldErrors, parseInput } from '@/domain/outcome'
import { namesShown } from '@/domain/record/names-field'
import { createdOf } from './created'
import { nameFault } from './finder'
import { differing, formOf } from './form'
import type { KnownCompany } from './known'
import { madeOf, savedOf } from './made'
import type { Batch, Change, Draft, ImportNoun } from './row'
import { rulingsOf } from './ruling'

type Found = LockedContact & {
  number: string
  createdAt: Date
  company: { number: string; name: string } | null
  details: ContactDetails
}
type Work = { found: Found; fields: ContactFields; details: ContactDetails }

export const contactImport: ImportNoun<Found, NewContact, Work> = {
  noun: 'contact',
  find,
  mayChange: () => true,
  create,
  change,
  insert: async (batch, creates) => {
    const rows = creates.map(({ work }) => ({ ...work, number: batch.number('K') }))
    const made = await insertContacts(batch.tx, batch.permit, rows)
    await keepAllRulings(batch.tx, batch.permit, rulingsOf('contact', creates, made))
    return madeOf('contact', creates, made)
  },
  save: async ({ tx, permit }, updates) => {
    await saveMany(tx, permit, contacts, updates, ({ work: { found, fields } }) => ({
      ...found,
      columns: { ...fields, searchText: contactSearchText(fields, found.number) },
    }))
    const logs = await inChunksOf(updates, chunk =>
      Promise.all(
        chunk.map(async ({ work: { found, fields, details }, changes }) => {
          const log = changesBetween(factsOf(found), fields)
          if (log.companyId && changes?.company) log.companyId = changes.company
          const same = isDeepStrictEqual(details, found.details)
          return { id: found.id, log, details: same ? {} : await saveDetails(tx, permit, found.id, details) }
        }),
      ),
    )
    const lines = (of: 'log' | 'details') =>
      logs.flatMap(one =>
        Object.keys(one[of]).length ? [{ id: one.id, details: { changes: one[of] } }] : [],
      )
    await recordAll(tx, 'contact', lines('log'))
    await recordAll(tx, 'contact_detail', lines('details'))
    return updates.map(({ at, work: { found } }) =>
      savedOf('contact', at, found, { ...factsOf(found), details: found.details }),
    )
  },
}

async function find({ tx }: Batch, numbers: readonly string[], hold: boolean): Promise<Found[]> {
  if (numbers.length === 0) return []
  const query = tx
    .select({ ...lockedContactColumns, number: contacts.number, createdAt: contacts.createdAt })
    .from(contacts)
    .where(and(inArray(contacts.number, [...numbers]), isNull(contacts.deletedAt)))
  const found = hold ? await query.orderBy(contacts.id).for('update') : await query
  const ids = found.map(({ id }) => id)
  if (ids.length === 0) return []
  const { phones, email, wechat } = getTableColumns(contactDetails)
  const details = await tx
    .select({ id: contactDetails.contactId, phones, email, wechat })
    .from(contactDetails)
    .where(inArray(contactDetails.contactId, ids))
  const firms = await tx
    .select({ id: contacts.id, number: companies.number, name: companies.name })
    .from(contacts)
    .innerJoin(companies, eq(companies.id, contacts.companyId))
    .where(inArray(contacts.id, ids))
  const detailOf = new Map(details.map(({ id, ...rest }) => [id, rest]))
  const firmOf = new Map(firms.map(({ id, ...rest }) => [id, rest]))
  return found.map(one => ({
    ...one,
    company: firmOf.get(one.id) ?? null,
    details: detailOf.get(one.id) ?? { phones: [], email: null, wechat: null },
  }))
}

/** Its company, which must be on file: a contact's sheet makes none. */
function placed({ known }: Batch, { company, ...said }: Said, own: Found['company'] = null) {
  const { form, errors } = formOf(said, {})
  // the company that it has is meant, though others may bear that name
  if (own && company === own.name) return { form: { ...form, company: own.number }, errors, company: null }
  if (!company) return { form: company === undefined ? form : { ...form, company }, errors, company: null }
  const found = known.company(company)
  if (typeof found !== 'string') return { form: { ...form, company: found.number }, errors, company: found }
  const fault: FieldErrors = { company: nameFault(known.company, found, company) }
  return { form, errors: { ...errors, ...fault }, company: null }
}

/** Without the details that are masked in the sheet: they are neither written nor cleared, and a person is told. */
function unmasked(said: Said): { said: Said; kept: FieldErrors } {
  const masked = ['phones', 'email', 'wechat'].filter(key => isMasked(said[key]))
  return {
    said: Object.fromEntries(Object.entries(said).filter(([key]) => !masked.includes(key))),
    kept: Object.fromEntries(masked.map(key => [key, { reason: 'import.keeps.masked' }])),
  }
}

function create(batch: Batch, row: Said): Draft<NewContact> {
  const { said, kept } = unmasked(row)
  const { form, errors, company } = placed(batch, said)
  const parsed = parseInput(createContactInput, form)
  if (parsed.kind !== 'done')
    return { errors: { ...parsed.fields, ...errors }, work: null, kept, typed: { noun: 'contact' } }
  const {
    submission: _,
    company: _c,
    ruled: _r,
    attach: _a,
    different: _d,
    asks: _s,
    ...fields
  } = parsed.value
  const { phones, email } = fields
  const { created, errors: createdErrors } = createdOf(batch, said)
  return {
    errors: { ...createdErrors, ...errors },
    work: { ...fields, ...created, companyId: company?.id ?? null },
    kept,
    typed: { noun: 'contact', phones, email },
  }
}

function change(batch: Batch, found: Found, row: Said): Change<Work> {
  const { said, kept: masked } = unmasked(row)
  const { form, errors, company } = placed(batch, said, found.company)
  const now = { ...nowOf(found), createdOn: dateIn(batch.known.rules.timezone, found.createdAt) }
  const both = { form, said }
  const { sent, changes, kept } = differing('contact', both, {
    now,
    names: { company: found.company?.name ?? '' },
  })
  const none = {
    changes,
    kept: { ...kept, ...masked },
    typed: { noun: 'contact' as const, self: found.id },
  }
  const whole = { ...now, ...sent, number: found.number, version: found.version, details: 'on' }
  const parsed = parseInput(editContactInput, whole)
  if (parsed.kind !== 'done') return { ...none, errors: { ...parsed.fields, ...errors }, work: null }
  const { name, names, title, language, consent, note, phones, email, wechat } = parsed.value
  const companyId = 'company' in sent ? ((company as KnownCompany | null)?.id ?? null) : found.companyId
  return {
    ...none,
    errors,
    work: {
      found,
      fields: { companyId, name, names, title, language, consent, note },
      details: { phones, email, wechat },
    },
    typed: {
      ...none.typed,
      phones: phones.filter(phone => !found.details.phones.includes(phone)),
      email: email === found.details.email ? null : email,
    },
  }
}

function nowOf({ details, company, ...found }: Found): Record<string, string> {
  const values = {
    ...namesShown(found.names),
    name: found.name,
    title: found.title,
    language: found.language,
    consent: found.consent,
    note: found.note,
    company: company?.number,
    phones: details.phones.join('\n'),
    email: details.email,
    wechat: details.wechat,
  }
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, value ?? '']))
}
