import { type DealEntity, fieldsOfDeal } from '@/db/deal-fields'
import { changesBetween } from '@/db/write/change'
import { type Difference, dealDifference } from '@/domain/deal/difference'
import type { DealFields } from '@/domain/deal/fields'
import { dealFormValues } from '@/domain/deal/form'
import { editDealInput } from '@/domain/deal/input'
import { withIntent } from '@/domain/deal/intent'
import { type Leader, ledBy } from '@/domain/deal/leader'
import { happenedAhead } from '@/domain/deal/opening'
import { refuseEffective } from '@/domain/fact/effective'
import type { Said } from '@/domain/import/said'
import { nameKey } from '@/domain/name/name-key'
import { type FieldErrors, parseInput } from '@/domain/outcome'
import { decidesFor } from '@/domain/policy/within'
import type { FoundDeal } from './deal-found'
import { named } from './deal-new'
import { differing, formOf } from './form'
import { leaderTaken } from './leader'
import type { Batch, Change, Changes } from './row'
import { standingOf, stepOf } from './standing'

/** What an update writes. */
export type DealChange = {
  found: FoundDeal
  changed: Partial<DealFields>
  log: Difference
  step: Partial<Pick<DealEntity, 'nextStep' | 'nextStepOn'>>
  officerId: number | null
  /** Another leader, or none; null where it stays. */
  leader: Leader | null
  /** The day from which a changed amount holds. */
  on: string
}

/** What a row says of a deal on file: what changes, and what has verbs of its own and stays. */
export function changeOfDeal(batch: Batch, found: FoundDeal, said: Said): Change<DealChange> {
  const { known, permit } = batch
  const { deskId: _d, officerId: _o, members: _m, createdOn: _c, leader: _l, ...kept } = said
  const rest: Record<string, string> = kept
  // what is called as it was is not looked for: others may have the same name
  for (const key of ['company', 'contact'] as const)
    if (rest[key] && nameKey(rest[key]) === nameKey(found.linked[key])) delete rest[key]
  if (rest.name && Object.values(found.names).includes(rest.name)) delete rest.name
  const finders = {
    industryId: known.industry,
    eventId: known.event,
    company: known.company,
    contact: known.contact,
  }
  const { form, errors } = formOf(rest, finders)
  const { companyId, contactId, ...values } = dealFormValues(fieldsOfDeal(found))
  const now = { ...values, company: companyId ?? '', contact: contactId ?? '', ...standingNow(found) }
  const industry = known.industry(String(found.industryId))
  const { linked } = found
  const names = {
    ...linked,
    eventId: linked.event,
    industryId: typeof industry === 'string' ? '' : industry.name,
  }
  const { sent, changes, ...left } = differing('deal', { form, said }, { now, names })
  const { company, contact, nextStep: _n, nextStepOn: _on, ...fields } = sent
  const standing = standingOf(batch, 'deal', found, said, decidesFor(permit.actor, found.deskId))
  const lead = leaderTaken(batch, found, said.leader)
  const { step, errors: stepErrors } = stepOf(batch, found, sent)
  const stated = statedOn(batch, found, said.statedOn, changes)
  if (stated.taken) delete left.kept.statedOn
  const wrong = { ...stated.errors, ...stepErrors, ...standing.errors, ...lead.errors, ...errors }
  Object.assign(changes, standing.changes, lead.changes)
  const none = {
    changes,
    kept: { ...left.kept, ...standing.kept, ...lead.kept },
    typed: { noun: 'deal' as const, self: found.id },
  }
  const parsed = parseInput(editDealInput, {
    number: found.number,
    version: found.version,
    ...fields,
    ...(company !== undefined && { companyId: company }),
    ...(contact !== undefined && { contactId: contact }),
  })
  if (parsed.kind !== 'done') return { ...none, errors: { ...named(parsed.fields), ...wrong }, work: null }
  const { changed, log } = dealDifference(fieldsOfDeal(found), withIntent(parsed.value.fields, found))
  const ahead: FieldErrors = happenedAhead(changed, known.rules.today)
  const { officerId } = standing
  if (officerId !== null) log.officer = [found.caseOfficerId, officerId]
  Object.assign(log, changesBetween({ nextStep: found.nextStep, nextStepOn: found.nextStepOn }, step))
  if (lead.leader) log.leader = [ledBy(found), ledBy(lead.leader)]
  const work = { found, changed, log, step, officerId, leader: lead.leader, on: stated.on }
  return { ...none, errors: { ...ahead, ...wrong }, work, ...investment(found, changed, stated.on) }
}

/** Asked again when a deal gets another investor, industry or amount. */
function investment(found: FoundDeal, changed: Partial<DealFields>, on: string) {
  const typed = { noun: 'deal' as const, self: found.id }
  if (!('companyId' in changed || 'industryId' in changed || 'total' in changed)) return { typed }
  const { companyId, industryId, total } = { ...fieldsOfDeal(found), ...changed }
  return {
    typed: { ...typed, companyId, industryId },
    stated: { money: total.money, on },
    deskId: found.deskId,
  }
}

/** What an update says of these has verbs of its own; it is said where it says something else. */
const standingNow = (deal: FoundDeal): Record<string, string> => ({
  stage: deal.stage,
  stageSince: deal.stageSince,
  negotiationOn: deal.days.negotiation ?? '',
  entryProceduresOn: deal.days.entry_procedures ?? '',
  approvedOn: deal.days.approved ?? '',
  status: deal.status,
  statusOn: deal.statusSince,
  reasonCode: deal.statusReason ?? '',
  reason: deal.statusText ?? '',
  lostTo: deal.lostTo ?? '',
  reviewOn: deal.reviewOn ?? '',
  approvalAuthority: deal.approvalAuthority ?? '',
  approvalNumber: deal.approvalNumber ?? '',
  approvalOn: deal.approvalOn ?? '',
  statedOn: deal.totalOn ?? '',
  nextStep: deal.nextStep ?? '',
  nextStepOn: deal.nextStepOn ?? '',
})

/** A changed amount holds from the day on which the sheet states it, else from today; not before the one that stands. */
function statedOn({ known }: Batch, found: FoundDeal, said: string | undefined, changes: Changes) {
  const { today } = known.rules
  const taken = Boolean(said) && ('total' in changes || 'foreign' in changes)
  const on = taken && said ? said : today
  const began = ('total' in changes && found.days.total) || null
  const wrong = refuseEffective(on, { today, began }, 'statedOn')
  return { on, taken, errors: wrong?.fields ?? {} }
}
