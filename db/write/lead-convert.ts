import { and, eq, isNull } from 'drizzle-orm'
import type { Tx } from '@/db/as'
import { contacts } from '@/db/schema/company'
import { issues } from '@/db/schema/issue'
import { zoneRules } from '@/db/zone'
import type { ConvertLeadInput } from '@/domain/lead/move-input'
import { needsCriteria, refuseConversion } from '@/domain/lead/stage'
import { done, type FieldErrors, type Invalid, invalid, type Outcome } from '@/domain/outcome'
import type { Actor } from '@/domain/policy/actor'
import type { Permit } from '@/domain/policy/permit'
import { decidesFor } from '@/domain/policy/within'
import { insertCompany } from './company-insert'
import { insertDeal } from './deal-insert'
import { keepRulings, writeUnlike } from './duplicate'
import { keepVerdict } from './lead-appraisal'
import { leadLinks, openDesk } from './lead-link'
import { type LockedLead, lockLiveLead } from './lead-lock'
import { moveLead, scoresOf } from './lead-move'
import { worker } from './lead-people'
import { checkLookAlikes } from './look-alike'

/**
 * A lead becomes a deal and keeps everything: company (entered from the bare name where there is none), contact, event,
 * source, people, next step. A step that was jumped is written as well, with what its gate asks for. The activities stay
 * with the lead, whose history the deal shows.
 */
export async function convertLead(
  permit: Permit<'lead.convert'>,
  { submission, ...input }: ConvertLeadInput,
): Promise<Outcome<{ number: string }>> {
  return writeUnlike(
    permit,
    async tx => {
      const locked = await lockLiveLead(tx, input.number)
      if ('no' in locked) return locked.no
      const { lead } = locked
      const judges = decidesFor(permit.actor, lead.deskId)
      const refusal = refuseConversion(lead.stage, lead.verdict, judges)
      if (refusal) return refusal
      const rules = await zoneRules(tx)
      const needed = needsCriteria(lead, rules.settings.criteriaThresholdCny)
      const appraisal = appraisalOf(lead, input, needed)
      const fields = { ...appraisal.fields, ...(await faults(tx, permit.actor, lead, input)) }
      if (Object.keys(fields).length) return invalid(fields)
      const entered = await companyFor(tx, permit, lead, input)
      if ('kind' in entered) return entered
      const { companyId } = entered
      const step = { effectiveOn: rules.today, rules }
      const { given } = appraisal
      if (given) await keepVerdict(tx, permit, lead, given, rules)
      const set = given && { verdict: given.verdict, verdictReason: given.reason, scores: given.scores }
      const qualified = set ? await moveLead(tx, permit, lead, 'qualified', { ...step, set }) : lead
      await moveLead(tx, permit, qualified, 'converted', { ...step, set: { companyId } })
      await joinContact(tx, lead, companyId)
      const { id, number } = await insertDeal(tx, permit, {
        fields: dealFieldsOf(lead, input, companyId),
        deskId: input.deskId,
        officerId: input.officerId,
        memberIds: lead.teamIds,
        readerIds: lead.readerIds,
        leadId: lead.id,
        nextStep: lead.nextStep,
        nextStepOn: lead.nextStepOn,
        stages: [{ stage: 'negotiation', effectiveOn: rules.today }],
        statedOn: rules.today,
        today: rules.today,
      })
      await tx.update(issues).set({ leadId: null, dealId: id }).where(openOf(lead.id))
      return done({ number })
    },
    submission,
  )
}

/** What still blocks goes with it. */
const openOf = (leadId: number) =>
  and(eq(issues.leadId, leadId), isNull(issues.closedOn), isNull(issues.deletedAt))

/** The verdict that the step to qualified asks for, unless the lead has passed it. */
function appraisalOf(lead: LockedLead, input: ConvertLeadInput, needed: boolean) {
  if (lead.stage === 'qualified') return { fields: {}, given: null }
  const { scores, fields: missing } = scoresOf(input, needed)
  const fields: FieldErrors = { ...missing }
  const { verdict, verdictReason: reason } = input
  if (!verdict) fields.verdict = { reason: 'input.required' }
  if (!reason) fields.verdictReason = { reason: 'text.required' }
  return { fields, given: verdict && reason ? { verdict, reason, scores } : null }
}

/** What the deal is to be must be there: desk, officer on it, company once, industry. */
async function faults(tx: Tx, actor: Actor, lead: LockedLead, input: ConvertLeadInput): Promise<FieldErrors> {
  const { companyId, industryId, deskId, officerId } = input
  const linked = await leadLinks(tx, { companyId, industryId, eventId: null })
  const fields: FieldErrors = 'fields' in linked ? linked.fields : {}
  const may = actor.role === 'director' || deskId === lead.deskId || actor.deskIds.includes(deskId)
  if (!may || !(await openDesk(tx, { id: deskId }))) fields.deskId = { reason: 'input.not_offered' }
  const officer = await worker(tx, officerId)
  if (!officer?.deskIds.includes(deskId)) fields.officerId = { reason: 'lead.officer_not_on_desk' }
  return fields
}

/** The chosen company, the one on file that a person took for the same, or one that is entered from the bare name. */
async function companyFor(
  tx: Tx,
  permit: Permit,
  lead: LockedLead,
  input: ConvertLeadInput,
): Promise<{ companyId: number } | Invalid> {
  if (input.companyId) return { companyId: input.companyId }
  const name = input.companyName ?? lead.name
  const { found, fault } = await checkLookAlikes(tx, { noun: 'company', names: [name] }, input)
  if (fault) return fault
  const same = found.find(({ key }) => input.attach.includes(key))
  if (same) return { companyId: same.id }
  const { id } = await insertCompany(tx, permit, {
    name,
    nameLocale: lead.nameLocale,
    country: input.country,
    province: lead.province,
    industryId: input.industryId,
  })
  await keepRulings(tx, permit, { noun: 'company', id, name }, found, input)
  return { companyId: id }
}

/** The contact of a bare name becomes one of the company, as far as the row policies let this person write it. */
async function joinContact(tx: Tx, lead: LockedLead, companyId: number) {
  if (lead.contactId === null) return
  await tx
    .update(contacts)
    .set({ companyId })
    .where(and(eq(contacts.id, lead.contactId), isNull(contacts.companyId)))
}

function dealFieldsOf(lead: LockedLead, input: ConvertLeadInput, companyId: number) {
  return {
    name: input.name,
    companyId,
    contactId: lead.contactId,
    partner: null,
    target: null,
    country: input.country,
    province: input.country === lead.country ? lead.province : null,
    industryId: input.industryId,
    highTech: null,
    form: null,
    // what will be built is asked by a gate of its own; the wish of a card does not answer it
    content: null,
    source: input.source,
    eventId: lead.eventId,
    total: { notStated: false, money: input.total },
    foreign: null,
    entryDocumentKind: null,
    entryDocumentOn: null,
    entryDocumentReference: null,
    intentOn: null,
    intentReference: null,
    agreementOn: null,
    agreementReference: null,
    approvalExpectedOn: null,
    landM2: null,
    jobs: null,
    outputCny: null,
    taxCny: null,
    note: [lead.need, lead.note].filter(Boolean).join('\n\n'),
  }
}
