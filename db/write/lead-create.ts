import { nextNumber, type Tx } from '@/db/as'
import { type ZoneRules, zoneRules } from '@/db/zone'
import { yearOf } from '@/domain/calendar/date'
import { catchAllDesk } from '@/domain/desk/desk'
import type { Ruled } from '@/domain/duplicate/look-alike'
import type { CreateLeadInput } from '@/domain/lead/input'
import { done, invalid, invalidField, type Outcome } from '@/domain/outcome'
import type { Permit } from '@/domain/policy/permit'
import { routeLead } from '@/domain/route/route'
import { keepRulings, writeUnlike } from './duplicate'
import { insertCard } from './lead-card'
import { insertLeads, type NewLead } from './lead-insert'
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
  { intended, nextStep, nextStepOn, ...input }: Fields,
  { company, event, contact: known }: LeadLinks & { contact: Contact | null },
  placed: Placed,
  rules: ZoneRules,
) {
  const { actor } = permit
  const contact = known ?? (await insertCard(tx, permit, { ...input, companyId: company?.id ?? null }))
  const { name, country, province, industryId, source, introducedBy, need, landAsked, note } = input
  const works = actor.role === 'officer' && actor.deskIds.includes(placed.deskId)
  const lead: NewLead = {
    fields: { name, country, province, industryId, source, introducedBy, need, landAsked, note },
    intended,
    nextStep,
    nextStepOn,
    company,
    contactId: contact?.id ?? null,
    event,
    ...placed,
    officerId: works ? actor.id : null,
    memberIds: [actor.id],
    stages: [{ stage: 'new', effectiveOn: rules.today }],
  }
  const number = await nextNumber(tx, 'L', yearOf(rules.today))
  const [made] = await insertLeads(tx, permit, [{ ...lead, number }], rules)
  if (!made) throw new Error('a lead was inserted without an id')
  return { ...made, event: event?.number ?? null }
}
