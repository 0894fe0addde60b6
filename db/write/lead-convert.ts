import { and, eq, isNull } from 'drizzle-orm'
import { type Tx, write } from '@/db/as'
import { companies, contacts } from '@/db/schema/company'
import { zoneRules } from '@/db/zone'
import type { ConvertLeadInput } from '@/domain/lead/move-input'
import { needsCriteria, refuseConversion } from '@/domain/lead/stage'
import { nameKey } from '@/domain/name/name-key'
import { done, type FieldErrors, invalid, type Outcome } from '@/domain/outcome'
import type { Actor } from '@/domain/policy/actor'
import type { Permit } from '@/domain/policy/permit'
import { insertCompany } from './company-insert'
import { insertDeal } from './deal-insert'
import { leadLinks, openDesk } from './lead-link'
import { type LockedLead, lockLiveLead } from './lead-lock'
import { moveLead, scoresOf } from './lead-move'
import { worker } from './lead-people'

/**
 * A lead becomes a deal and keeps everything: company (entered from the bare name where there is none), contact, event,
 * source, people, next step. A step that was jumped is written as well, with what its gate asks for. The activities stay
 * with the lead, whose history the deal shows.
 */
export async function convertLead(
  permit: Permit<'lead.convert'>,
  { submission, ...input }: ConvertLeadInput,
): Promise<Outcome<{ number: string }>> {
  return write(
    permit,
    async tx => {
      const locked = await lockLiveLead(tx, input.number)
      if ('no' in locked) return locked.no
      const { lead } = locked
      const refusal = refuseConversion(lead.stage)
      if (refusal) return refusal
      const rules = await zoneRules(tx)
      const needed = needsCriteria(lead, rules.settings.criteriaThresholdCny)
      const appraisal = appraisalOf(lead, input, needed)
      const fields = { ...appraisal.fields, ...(await faults(tx, permit.actor, lead, input)) }
      if (Object.keys(fields).length) return invalid(fields)

      const companyId = input.companyId ?? (await enterCompany(tx, permit, lead, input))
      const step = { effectiveOn: rules.today, rules }
      const qualified =
        lead.stage === 'qualified'
          ? lead
          : await moveLead(tx, permit, lead, 'qualified', { ...step, set: appraisal.set })
      await moveLead(tx, permit, qualified, 'converted', { ...step, set: { companyId } })
      await joinContact(tx, lead, companyId)
      const { number } = await insertDeal(tx, permit, {
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
      return done({ number })
    },
    submission,
  )
}

/** The verdict that the step to qualified asks for, unless the lead has passed it. */
function appraisalOf(lead: LockedLead, input: ConvertLeadInput, needed: boolean) {
  if (lead.stage === 'qualified') return { fields: {}, set: {} }
  const { scores, fields: missing } = scoresOf(input, needed)
  const fields: FieldErrors = { ...missing }
  if (!input.verdict) fields.verdict = { reason: 'input.required' }
  if (!input.verdictReason) fields.verdictReason = { reason: 'text.required' }
  return { fields, set: { verdict: input.verdict, verdictReason: input.verdictReason, scores } }
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
  const known = companyId ? null : await sameCompany(tx, input.companyName ?? lead.name)
  if (known) fields.companyId = { reason: 'lead.company_exists', values: known }
  return fields
}

/** One that the office has under this name already, whatever its legal form or script. */
async function sameCompany(tx: Tx, name: string) {
  const [known] = await tx
    .select({ name: companies.name, number: companies.number })
    .from(companies)
    .where(and(eq(companies.nameKey, nameKey(name)), isNull(companies.deletedAt)))
    .limit(1)
  return known ?? null
}

async function enterCompany(
  tx: Tx,
  permit: Permit,
  lead: LockedLead,
  input: ConvertLeadInput,
): Promise<number> {
  const { id } = await insertCompany(tx, permit, {
    name: input.companyName ?? lead.name,
    nameLocale: lead.nameLocale,
    country: input.country,
    province: lead.province,
    industryId: input.industryId,
  })
  return id
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
    agreementOn: null,
    agreementReference: null,
    landM2: null,
    jobs: null,
    outputCny: null,
    taxCny: null,
    note: [lead.need, lead.note].filter(Boolean).join('\n\n'),
  }
}
