import { nextNumber, record, type Tx } from '@/db/as'
import { stateFact } from '@/db/fact'
import { valued } from '@/db/rate'
import { leads } from '@/db/schema/lead'
import { type ZoneRules, zoneRules } from '@/db/zone'
import { yearOf } from '@/domain/calendar/date'
import { catchAllDesk } from '@/domain/desk/desk'
import type { Ruled } from '@/domain/duplicate/look-alike'
import type { CreateLeadInput } from '@/domain/lead/input'
import { matchKeys } from '@/domain/name/likeness'
import { searchText } from '@/domain/name/search-text'
import { done, invalid, invalidField, type Outcome } from '@/domain/outcome'
import type { Permit } from '@/domain/policy/permit'
import { routeLead } from '@/domain/route/route'
import { keepRulings, writeUnlike } from './duplicate'
import { insertCard } from './lead-card'
import { clockColumns, tellColumn } from './lead-clock'
import { type Contact, joinLead, leadLikes } from './lead-like'
import { type LeadLinks, leadLinks, openDesk, routesOf } from './lead-link'

/**
 * Captures a lead. Its desk is the chosen one, else the one that the routes name, else general and on the unrouted list;
 * the creator becomes a member, and the case officer where he is an officer of that desk. The answer clock starts.
 */
export async function createLead(
  permit: Permit<'lead.create'>,
  { submission, next: _next, ...input }: CreateLeadInput,
): Promise<Outcome<CapturedLead>> {
  return writeUnlike(
    permit,
    async tx => {
      const rules = await zoneRules(tx)
      const source = input.source ?? (input.eventId ? 'event' : 'own_research')
      if (input.nextStepOn < rules.today) return invalidField('nextStepOn', 'activity.next_step_past')
      const linked = await leadLinks(tx, input)
      if ('fields' in linked) return invalid(linked.fields)
      const placed = await place(tx, input)
      if (!placed) return invalidField('deskId', 'input.not_offered')
      const likes = await leadLikes(tx, input, linked.links.company, rules.today)
      if (likes.fault) return likes.fault
      if (likes.lead) return joinLead(tx, permit, likes.lead, input, likes.contact)
      const name = input.name ?? likes.company?.name ?? ''
      const links = { ...linked.links, company: likes.company, contact: likes.contact }
      const lead = await insertLead(tx, permit, { ...input, name, source }, links, placed, rules)
      await keepRulings(tx, permit, { noun: 'lead', id: lead.id, name }, likes.found, input)
      return done(lead)
    },
    submission,
  )
}

/** `event`: the number of the event that it was met at, to be kept for the next card. */
type CapturedLead = { id: number; number: string; event: string | null }

type Fields = Omit<CreateLeadInput, 'submission' | 'next' | 'deskId' | 'source' | 'name' | keyof Ruled> & {
  name: string
  source: NonNullable<CreateLeadInput['source']>
}
type Placed = { deskId: number; unrouted: boolean }

async function place(
  tx: Tx,
  input: Pick<CreateLeadInput, 'deskId' | 'country' | 'industryId'>,
): Promise<Placed | null> {
  if (input.deskId)
    return openDesk(tx, { id: input.deskId }).then(desk => desk && { deskId: desk.id, unrouted: false })
  const routed = routeLead(await routesOf(tx), input)
  const named = routed === null ? null : await openDesk(tx, { id: routed })
  if (named) return { deskId: named.id, unrouted: false }
  const general = await openDesk(tx, { key: catchAllDesk })
  return general && { deskId: general.id, unrouted: true }
}

async function insertLead(
  tx: Tx,
  permit: Permit<'lead.create'>,
  input: Fields,
  { company, event, contact: known }: LeadLinks & { contact: Contact | null },
  { deskId, unrouted }: Placed,
  rules: ZoneRules,
) {
  const { actor } = permit
  const { today } = rules
  const created = new Date()
  const contact = known ?? (await insertCard(tx, permit, { ...input, companyId: company?.id ?? null }))
  const intended = input.intended && (await valued(tx, input.intended, today))
  const officer = actor.role === 'officer' && actor.deskIds.includes(deskId) ? actor.id : null
  const number = await nextNumber(tx, 'L', yearOf(today))
  const [row] = await tx
    .insert(leads)
    .values({
      number,
      name: input.name,
      nameLocale: company?.nameLocale ?? null,
      companyId: company?.id ?? null,
      contactId: contact?.id ?? null,
      country: input.country,
      province: input.province,
      industryId: input.industryId,
      source: input.source,
      eventId: event?.id ?? null,
      introducedBy: input.introducedBy,
      need: input.need,
      landAsked: input.landAsked,
      intendedMinor: intended?.minor ?? null,
      intendedCurrency: intended?.currency ?? null,
      intendedRate: intended?.rate ?? null,
      intendedCny: intended?.cny ?? null,
      stageSince: today,
      nextStep: input.nextStep,
      nextStepOn: input.nextStepOn,
      ...tellColumn(input, null, rules),
      ...clockColumns(
        {
          stage: 'new',
          stageSince: today,
          createdAt: created,
          firstContactAt: null,
          lastProgressAt: created,
        },
        rules,
      ),
      unrouted,
      note: input.note,
      matchKeys: matchKeys([input.name]),
      searchText: leadSearchText({ name: input.name, number }),
      deskId,
      caseOfficerId: officer,
      teamIds: [actor.id],
      createdBy: actor.id,
      updatedBy: actor.id,
    })
    .returning({ id: leads.id })
  if (!row) throw new Error('a lead was inserted without an id')
  await stateFact(tx, 'lead', row.id, { fact: 'stage', value: 'new', effectiveOn: today })
  await stateFact(tx, 'lead', row.id, { fact: 'desk', deskId, effectiveOn: today })
  await record(tx, 'lead', row.id, { to: 'new', desk: deskId, unrouted, event: event?.name })
  return { id: row.id, number, event: event?.number ?? null }
}

/** What a lead is found by; the names of its company and its contact are added where they are kept (db/sql/45_search.sql). */
export function leadSearchText(lead: { name: string; number: string }): string {
  return searchText(lead.name, lead.number)
}
