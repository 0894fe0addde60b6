import type { NewContact } from '@/db/write/contact-insert'
import type { NewLead } from '@/db/write/lead-insert'
import { catchAllDesk } from '@/domain/desk/desk'
import { BETWEEN, type Said } from '@/domain/import/said'
import { type OpenLeadInput, openLeadInput } from '@/domain/lead/input'
import { readReachAt } from '@/domain/lead/reach-at'
import { type FieldErrors, parseInput } from '@/domain/outcome'
import { routeLead } from '@/domain/route/route'
import { createdOf } from './created'
import { formOf } from './form'
import { deskFault, deskOf, membersOf, officerOf, ownDesk } from './people'
import type { Batch, Draft } from './row'

/** `card`: the person on it, who is not on file yet. */
export type NewLeadRow = { lead: NewLead; card: NewContact | null }

/**
 * A lead out of a ledger. A head or the director may bring one in at any stage that it has reached by itself; an officer
 * captures new ones, as at the form.
 */
export function leadToBe(batch: Batch, said: Said): Draft<NewLeadRow> {
  const { known } = batch
  const finders = {
    industryId: known.industry,
    eventId: known.event,
    deskId: known.desk,
    officerId: known.worker(deskOf(batch, said)),
  }
  const { form, errors } = formOf(said, finders)
  const [reachAt = '', ...more] = (form.reachAt ?? '').split(BETWEEN)
  const parsed = parseInput(openLeadInput, { ...form, reachAt })
  const typed = { noun: 'lead' as const }
  if (parsed.kind !== 'done') return { errors: { ...parsed.fields, ...errors }, work: null, typed }
  const input = parsed.value
  const members = membersOf(batch, said)
  const placed = placeOf(batch, input)
  const officerId = input.officerId ?? officerByDefault(batch, placed?.deskId ?? null)
  const { created, errors: createdErrors } = createdOf(batch, said)
  const faults: FieldErrors = {
    ...daysWrong(batch, input),
    ...createdErrors,
    ...(placed ? deskFault(batch, placed.deskId) : { deskId: { reason: 'input.not_offered' } }),
    ...officerOf(batch, officerId, placed?.deskId ?? null),
    ...members.errors,
    ...errors,
  }
  const details = reached([reachAt, ...more])
  const { name, contactName } = input
  const card =
    contactName || details.any ? { ...details.said, name: contactName ?? name, companyId: null } : null
  return {
    errors: faults,
    work: placed && { lead: { ...leadOf(batch, input, placed, officerId, members.ids), ...created }, card },
    typed: {
      ...typed,
      names: [name],
      phones: details.said.phones,
      email: details.said.email,
      industryId: input.industryId,
    },
    stated: { money: input.intended, on: known.rules.today },
    ...(placed && { deskId: placed.deskId }),
  }
}

function leadOf(
  { permit, known }: Batch,
  input: OpenLeadInput,
  placed: { deskId: number; unrouted: boolean },
  officerId: number | null,
  memberIds: readonly number[],
): NewLeadRow['lead'] {
  const { name, country, province, industryId, introducedBy, need, landAsked, note, eventId } = input
  const event = eventId === null ? null : known.event(String(eventId))
  const source = input.source ?? (eventId ? ('event' as const) : ('own_research' as const))
  const { today } = known.rules
  const since = input.stageSince ?? (input.stage === 'new' ? (input.createdOn ?? today) : today)
  const begun = { stage: 'new' as const, effectiveOn: input.createdOn ?? since }
  return {
    fields: { name, country, province, industryId, source, introducedBy, need, landAsked, note },
    intended: input.intended,
    nextStep: input.nextStep,
    nextStepOn: input.nextStepOn,
    company: null,
    contactId: null,
    event:
      eventId === null ? null : { id: eventId, name: typeof event === 'string' || !event ? '' : event.name },
    ...placed,
    officerId,
    memberIds,
    stages: input.stage === 'new' ? [begun] : [begun, { stage: input.stage, effectiveOn: since }],
    opening: permit.reach !== 'own',
  }
}

/** The desk that the sheet names, a head's only one, the one of the routes, or general and on the unrouted list. */
function placeOf(batch: Batch, input: OpenLeadInput) {
  const chosen = input.deskId ?? ownDesk(batch)
  if (chosen) return { deskId: chosen, unrouted: false }
  const open = (deskId: number | null) => batch.known.desks.find(({ id, active }) => id === deskId && active)
  const routed = open(routeLead(batch.known.routes, input))
  if (routed) return { deskId: routed.id, unrouted: false }
  const general = batch.known.desks.find(({ key, active }) => key === catchAllDesk && active)
  return general ? { deskId: general.id, unrouted: true } : null
}

function officerByDefault({ permit: { actor } }: Batch, deskId: number | null): number | null {
  return actor.role === 'officer' && deskId !== null && actor.deskIds.includes(deskId) ? actor.id : null
}

function daysWrong({ permit, known }: Batch, input: OpenLeadInput): FieldErrors {
  const { today } = known.rules
  const { stage, stageSince, createdOn, nextStep, nextStepOn } = input
  const errors: FieldErrors = {}
  if (stage === 'converted') errors.stage = { reason: 'import.row.converted' }
  else if (stage !== 'new' && permit.reach === 'own') errors.stage = { reason: 'import.row.stage_by_head' }
  if (stageSince && stageSince > today) errors.stageSince = { reason: 'date.in_future' }
  else if (stageSince && createdOn && stageSince < createdOn)
    errors.stageSince = { reason: 'date.before_last', values: { on: createdOn } }
  if (nextStep && !nextStepOn) errors.nextStepOn = { reason: 'activity.next_step_without_date' }
  if (nextStepOn && nextStepOn < today && permit.reach === 'own')
    errors.nextStepOn = { reason: 'activity.next_step_past' }
  return errors
}

/** Phones, an address and a WeChat name out of one or several columns. */
function reached(texts: readonly string[]) {
  const said = { phones: [] as string[], email: null as string | null, wechat: null as string | null }
  for (const text of texts.filter(Boolean)) {
    const read = readReachAt(text)
    if ('phone' in read) said.phones.push(read.phone)
    if ('email' in read) said.email ??= read.email
    if ('wechat' in read) said.wechat ??= read.wechat
  }
  return { said, any: said.phones.length > 0 || said.email !== null || said.wechat !== null }
}
