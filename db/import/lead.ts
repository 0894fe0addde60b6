import { and, eq, getTableColumns, inArray, isNull } from 'drizzle-orm'
import { recordAll } from '@/db/as'
import { companies } from '@/db/schema/company'
import { events } from '@/db/schema/event'
import { leads } from '@/db/schema/lead'
import { changesBetween } from '@/db/write/change'
import { insertContacts } from '@/db/write/contact-insert'
import { keepAllRulings } from '@/db/write/duplicate'
import { tellColumn } from '@/db/write/lead-clock'
import { amountOf, fieldsOf, logged, saveLead } from '@/db/write/lead-edit'
import { insertLeads } from '@/db/write/lead-insert'
import type { LockedLead } from '@/db/write/lead-lock'
import { inChunksOf } from '@/db/write/many'
import type { Said } from '@/domain/import/said'
import { leadFormValues } from '@/domain/lead/form-values'
import { type EditLeadInput, editLeadInput } from '@/domain/lead/input'
import { nameKey } from '@/domain/name/name-key'
import { parseInput } from '@/domain/outcome'
import { within } from '@/domain/policy/within'
import { differing, formOf } from './form'
import { leadToBe, type NewLeadRow } from './lead-new'
import { madeOf, savedOf } from './made'
import type { Batch, Change, ImportNoun, Match } from './row'
import { rulingsOf } from './ruling'

type Found = LockedLead & {
  company: { id: number; name: string } | null
  event: { id: number; name: string } | null
}
type Work = { found: Found; input: EditLeadInput }

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
    const lines = await inChunksOf(updates, chunk =>
      Promise.all(
        chunk.map(async ({ work: { found, input }, changes }) => {
          const after = { ...fieldsOf(input), ...(await amountOf(tx, found, input.intended, today)) }
          const log = changesBetween(logged(found), logged({ ...found, ...after }))
          if (changes?.eventId) log.event = changes.eventId
          await saveLead(tx, permit, found, {
            ...after,
            ...tellColumn(after, found, known.rules),
            eventId: input.eventId,
          })
          return { id: found.id, details: { changes: log } }
        }),
      ),
    )
    await recordAll(tx, 'lead', lines)
    return updates.map(({ at, work: { found } }) => savedOf('lead', at, found, beforeOf(found)))
  },
}

/** What an import of leads may change, in the columns of the table. */
function beforeOf({ company: _, event: _e, ...found }: Found): Record<string, unknown> {
  const { intendedMinor, intendedCurrency, intendedRate, intendedCny, eventId, tellDue } = found
  const amount = {
    intendedMinor: intendedMinor?.toString() ?? null,
    intendedCny: intendedCny?.toString() ?? null,
  }
  return { ...fieldsOf(found), ...amount, intendedCurrency, intendedRate, eventId, tellDue }
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
    })
    .from(leads)
    .leftJoin(companies, eq(companies.id, leads.companyId))
    .leftJoin(events, eq(events.id, leads.eventId))
    .where(
      inArray(
        leads.id,
        found.map(({ id }) => id),
      ),
    )
  const namesOf = new Map(named.map(({ id, ...names }) => [id, names]))
  return found.map(lead => ({ ...lead, company: null, event: null, ...namesOf.get(lead.id) }))
}

/** The company or the contact that it looks like is its company, its contact. */
function linked({ lead, card }: NewLeadRow, { noun, id }: Match): NewLeadRow {
  if (noun === 'company') return { card, lead: { ...lead, company: { id, nameLocale: null } } }
  return noun === 'contact' ? { card: null, lead: { ...lead, contactId: id } } : { lead, card }
}

function change({ known }: Batch, found: Found, said: Said): Change<Work> {
  const { form, errors } = formOf(said, { industryId: known.industry, eventId: known.event })
  // a list shows the company's name for the lead's own, and an event for the source
  if (form.name === found.company?.name) delete form.name
  if (form.source === 'event' && form.eventId && form.eventId === String(found.eventId ?? ''))
    delete form.source
  const now = { ...leadFormValues(found), ...standing(found) }
  const industry = found.industryId === null ? 'none' : known.industry(String(found.industryId))
  const names = {
    eventId: found.event?.name ?? '',
    industryId: typeof industry === 'string' ? '' : industry.name,
  }
  const { sent, changes, untouched } = differing('lead', { form, said }, { now, names })
  const none = { changes, untouched, typed: { noun: 'lead' as const, self: found.id } }
  const parsed = parseInput(editLeadInput, { ...now, ...sent, number: found.number, version: found.version })
  if (parsed.kind !== 'done') return { ...none, errors: { ...parsed.fields, ...errors }, work: null }
  const renamed = nameKey(parsed.value.name) !== nameKey(found.name)
  const typed = { ...none.typed, names: renamed ? [parsed.value.name] : [] }
  return { errors, changes, untouched, work: { found, input: parsed.value }, typed }
}

/** What has verbs of its own: it is said when a sheet says something else. */
const standing = (lead: Found) => ({
  stage: lead.stage,
  stageSince: lead.stageSince,
  nextStep: lead.nextStep ?? '',
  nextStepOn: lead.nextStepOn ?? '',
})
