import { and, eq, getTableColumns, inArray, isNull, sql } from 'drizzle-orm'
import { recordAll } from '@/db/as'
import { ratesOn } from '@/db/rate'
import { companies, contactDetails, contacts } from '@/db/schema/company'
import { events } from '@/db/schema/event'
import { leads } from '@/db/schema/lead'
import { changesBetween } from '@/db/write/change'
import { insertContacts } from '@/db/write/contact-insert'
import { keepAllRulings } from '@/db/write/duplicate'
import { tellColumn } from '@/db/write/lead-clock'
import { amountBy, fieldsOf, leadColumns, logged } from '@/db/write/lead-edit'
import { insertLeads } from '@/db/write/lead-insert'
import type { LockedLead } from '@/db/write/lead-lock'
import { leadGivenTo } from '@/db/write/lead-people'
import { saveMany } from '@/db/write/many'
import { BETWEEN, type Said } from '@/domain/import/said'
import { leadFormValues } from '@/domain/lead/form-values'
import { type EditLeadInput, editLeadInput } from '@/domain/lead/input'
import { readReachAt } from '@/domain/lead/reach-at'
import { nameKey } from '@/domain/name/name-key'
import { parseInput } from '@/domain/outcome'
import { within } from '@/domain/policy/within'
import { differing, formOf } from './form'
import { leadToBe, type NewLeadRow } from './lead-new'
import { madeOf, savedOf } from './made'
import type { Batch, Change, ImportNoun, Match } from './row'
import { rulingsOf } from './ruling'
import { standingOf, stepOf } from './standing'
import { tellOfficers } from './tell'

type Found = LockedLead & {
  company: { id: number; name: string } | null
  event: { id: number; name: string } | null
  contact: string | null
  /** The phones, the address and the WeChat name of its contact. */
  reach: string[]
}
type Work = {
  found: Found
  input: EditLeadInput
  step: Partial<Pick<LockedLead, 'nextStep' | 'nextStepOn'>>
  officerId: number | null
}

export const leadImport: ImportNoun<Found, NewLeadRow, Work> = {
  noun: 'lead',
  find,
  mayChange: ({ permit }, found) => within(permit.actor, 'lead.import', found),
  create: leadToBe,
  change,
  attach: linked,
  insert: async (batch, creates) => {
    const { tx, permit, known } = batch
    const cards = creates.flatMap(({ at, work: { card, lead } }) =>
      card ? [{ at, ...card, companyId: lead.company?.id ?? null, number: batch.number('K') }] : [],
    )
    const people = await insertContacts(
      tx,
      permit,
      cards.map(({ at: _, ...card }) => card),
    )
    const contactOf = new Map(cards.map(({ at }, index) => [at, people[index]?.id ?? null]))
    const rows = creates.map(({ at, work: { lead } }) => ({
      ...lead,
      contactId: contactOf.get(at) ?? lead.contactId,
      number: batch.number('L'),
    }))
    const made = await insertLeads(tx, permit as never, rows, known.rules)
    await keepAllRulings(tx, permit, rulingsOf('lead', creates, made))
    return [...madeOf('lead', creates, made), ...madeOf('contact', cards, people)]
  },
  save: async ({ tx, permit, known }, updates) => {
    const { today } = known.rules
    const rateOf = await ratesOn(
      tx,
      updates.map(({ work }) => ({ money: work.input.intended, on: today })),
    )
    const lines: { id: number; details: Record<string, unknown> }[] = []
    await saveMany(tx, permit, leads, updates, ({ work: { found, input, step, officerId }, changes }) => {
      const after = { ...fieldsOf(input), ...amountBy(rateOf, found, input.intended, today) }
      const log = changesBetween(
        { ...logged(found), nextStep: found.nextStep, nextStepOn: found.nextStepOn },
        { ...logged({ ...found, ...after }), ...step },
      )
      if (changes?.eventId) log.event = changes.eventId
      if (officerId !== null) log.officer = [found.caseOfficerId, officerId]
      lines.push({ id: found.id, details: { changes: log } })
      const columns = {
        ...after,
        ...step,
        ...(officerId !== null && leadGivenTo(found, officerId)),
        ...tellColumn(after, found, known.rules),
        eventId: input.eventId,
      }
      return { ...found, columns: leadColumns(columns, found.number) }
    })
    await recordAll(tx, 'lead', lines)
    await tellOfficers(tx, 'lead', updates)
    return updates.map(({ at, work: { found } }) => savedOf('lead', at, found, beforeOf(found)))
  },
}

/** What an import of leads may change, in the columns of the table. */
function beforeOf({
  company: _,
  event: _e,
  contact: _c,
  reach: _r,
  ...found
}: Found): Record<string, unknown> {
  const { nextStep, nextStepOn, caseOfficerId, teamIds, readerIds } = found
  const { intendedMinor, intendedCurrency, intendedRate, intendedCny, eventId, tellDue } = found
  const amount = {
    intendedMinor: intendedMinor?.toString() ?? null,
    intendedCny: intendedCny?.toString() ?? null,
  }
  const standing = { nextStep, nextStepOn, caseOfficerId, teamIds, readerIds }
  return { ...fieldsOf(found), ...amount, intendedCurrency, intendedRate, eventId, tellDue, ...standing }
}

async function find({ tx }: Batch, numbers: readonly string[], hold: boolean): Promise<Found[]> {
  if (numbers.length === 0) return []
  const query = tx
    .select(getTableColumns(leads))
    .from(leads)
    .where(and(inArray(leads.number, [...numbers]), isNull(leads.deletedAt)))
  const found = hold ? await query.orderBy(leads.id).for('update') : await query
  if (found.length === 0) return []
  const named = await tx
    .select({
      id: leads.id,
      company: { id: companies.id, name: companies.name },
      event: { id: events.id, name: events.name },
      contact: contacts.name,
      reach: sql<
        string[] | null
      >`${contactDetails.phones} || ${contactDetails.email} || ${contactDetails.wechat}`,
    })
    .from(leads)
    .leftJoin(contacts, eq(contacts.id, leads.contactId))
    .leftJoin(contactDetails, eq(contactDetails.contactId, leads.contactId))
    .leftJoin(companies, eq(companies.id, leads.companyId))
    .leftJoin(events, eq(events.id, leads.eventId))
    .where(
      inArray(
        leads.id,
        found.map(({ id }) => id),
      ),
    )
  const namesOf = new Map(named.map(({ id, ...names }) => [id, names]))
  return found.map(lead => {
    const { company = null, event = null, contact = null, reach } = namesOf.get(lead.id) ?? {}
    return { ...lead, company, event, contact, reach: (reach ?? []).filter(Boolean) }
  })
}

/** The company or the contact that it looks like is its company, its contact. */
function linked({ lead, card }: NewLeadRow, { noun, id }: Match): NewLeadRow {
  if (noun === 'company') return { card, lead: { ...lead, company: { id, nameLocale: null } } }
  return noun === 'contact' ? { card: null, lead: { ...lead, contactId: id } } : { lead, card }
}

function change(batch: Batch, found: Found, said: Said): Change<Work> {
  const { known, permit } = batch
  const { deskId: _d, officerId: _o, members: _m, createdOn: _c, ...rest } = said
  const { form, errors } = formOf(rest, { industryId: known.industry, eventId: known.event })
  // a list shows the company's name for the lead's own, and an event for the source
  if (form.name === found.company?.name) delete form.name
  if (form.reachAt && form.reachAt.split(BETWEEN).every(text => found.reach.includes(reached(text))))
    delete form.reachAt
  if (form.source === 'event' && form.eventId && form.eventId === String(found.eventId ?? ''))
    delete form.source
  const now = { ...leadFormValues(found), ...standingNow(found) }
  const industry = found.industryId === null ? 'none' : known.industry(String(found.industryId))
  const names = {
    eventId: found.event?.name ?? '',
    industryId: typeof industry === 'string' ? '' : industry.name,
  }
  const { sent, changes, kept } = differing('lead', { form, said }, { now, names })
  const standing = standingOf(batch, 'lead', found, said, within(permit.actor, 'lead.assign', found))
  const { step, errors: stepErrors } = stepOf(batch, found, sent)
  Object.assign(changes, standing.changes)
  const none = {
    changes,
    kept: { ...kept, ...standing.kept },
    typed: { noun: 'lead' as const, self: found.id },
  }
  const wrong = { ...stepErrors, ...standing.errors, ...errors }
  const parsed = parseInput(editLeadInput, { ...now, ...sent, number: found.number, version: found.version })
  if (parsed.kind !== 'done') return { ...none, errors: { ...parsed.fields, ...wrong }, work: null }
  const renamed = nameKey(parsed.value.name) !== nameKey(found.name)
  const typed = { ...none.typed, names: renamed ? [parsed.value.name] : [] }
  const { officerId } = standing
  return { ...none, errors: wrong, work: { found, input: parsed.value, step, officerId }, typed }
}

/** One of the things that a contact is reached at, as it is kept. */
function reached(text: string): string {
  const read = readReachAt(text)
  return 'phone' in read ? read.phone : 'email' in read ? read.email : 'wechat' in read ? read.wechat : text
}

/** What is no field of the form. A contact's phones are his own page's. */
const standingNow = (lead: Found) => ({
  contactName: lead.contact ?? '',
  stage: lead.stage,
  stageSince: lead.stageSince,
  nextStep: lead.nextStep ?? '',
  nextStepOn: lead.nextStepOn ?? '',
})
