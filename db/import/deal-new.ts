import { officerByDefault } from '@/db/write/deal-check'
import type { NewDeal } from '@/db/write/deal-insert'
import { openDealInput } from '@/domain/deal/input'
import { checkOpening, happenedAhead, inPast, stagesReached } from '@/domain/deal/opening'
import { isSure, type Said } from '@/domain/import/said'
import { type FieldErrors, parseInput } from '@/domain/outcome'
import { createdOf } from './created'
import { formOf } from './form'
import { leaderSaid } from './leader'
import { deskFault, deskOf, membersOf, officerOf, ownDesk } from './people'
import type { Batch, Draft } from './row'

/** `companyName`: of a company that is not on file; null where it is. */
export type NewDealRow = { deal: NewDeal; companyName: string | null }

/** Where the day of each stage stands. */
const dayOf = {
  negotiation: 'negotiationOn',
  entry_procedures: 'entryProceduresOn',
  approved: 'approvedOn',
} as const

/** An opening entry at any stage, as from the form for it: gates are not checked, and the log says so. */
export function dealToBe(batch: Batch, said: Said): Draft<NewDealRow> {
  const { known, permit } = batch
  const { company = '', stageSince, ...rest } = said
  const finders = {
    industryId: known.industry,
    eventId: known.event,
    deskId: known.desk,
    officerId: known.worker(deskOf(batch, said)),
    contact: known.contact,
    ...(isSure(company) && { company: known.company }),
  }
  const { form, errors } = formOf({ ...rest, ...(company && { company }) }, finders)
  const stage = (form.stage || 'negotiation') as keyof typeof dayOf
  const day = dayOf[stage] ?? dayOf.negotiation
  const parsed = parseInput(openDealInput, {
    ...form,
    stage,
    [day]: form[day] ?? stageSince ?? '',
    status: form.status || 'active',
    deskId: form.deskId ?? ownDesk(batch) ?? '',
    contactId: form.contact ?? '',
    ...(isSure(company) ? { companyId: form.company } : { companyName: company }),
  })
  const typed = { noun: 'deal' as const }
  const members = membersOf(batch, said)
  const { leader, errors: leaderErrors } = leaderSaid(known, said.leader ?? '')
  const notFound = { ...members.errors, ...leaderErrors, ...errors }
  if (parsed.kind !== 'done') return { errors: { ...named(parsed.fields), ...notFound }, work: null, typed }
  const input = parsed.value
  const { today } = known.rules
  const stages = stagesReached(input, today)
  const { statusOn, reviewOn, nextStep, nextStepOn, deskId } = input
  const statedOn = input.statedOn ?? stages[0].effectiveOn
  const effectiveOn = statusOn ?? today
  const officerId = input.officerId ?? officerByDefault(permit.actor, deskId)
  const { created, errors: createdErrors } = createdOf(batch, said)
  const faults: FieldErrors = {
    ...happenedAhead(input.fields, today),
    ...checkOpening(input, stages, today),
    ...inPast({ statedOn, statusOn: effectiveOn }, today),
    ...deskFault(batch, deskId),
    ...(officerId === null
      ? { officerId: { reason: 'input.required' } }
      : officerOf(batch, officerId, deskId)),
    ...(nextStep && !nextStepOn ? { nextStepOn: { reason: 'activity.next_step_without_date' } } : {}),
    ...createdErrors,
    ...notFound,
  }
  const deal: NewDealRow['deal'] = {
    fields: { ...input.fields, companyId: 'id' in input.company ? input.company.id : 0 },
    deskId,
    officerId,
    memberIds: members.ids,
    leader,
    nextStep,
    nextStepOn,
    stages,
    ...(input.status !== 'active' && {
      status: {
        status: input.status,
        effectiveOn,
        reasonCode: input.reasonCode,
        reason: input.reason,
        lostTo: input.lostTo,
        reviewOn,
      },
    }),

    ...created,
    statedOn,
    today,
    opening: true,
  }
  const companyName = 'id' in input.company ? null : input.company.name
  return {
    errors: faults,
    work: { deal: { ...deal, approval: approvalOf(input) }, companyName },
    typed: {
      ...typed,
      names: companyName ? [companyName] : [],
      companyId: deal.fields.companyId || null,
      industryId: deal.fields.industryId,
    },
    stated: { money: deal.fields.total.money, on: statedOn },
    deskId,
  }
}

type Approval = NonNullable<NewDealRow['deal']['approval']>
const approvalOf = ({ approvalAuthority, approvalNumber, approvalOn }: Approval): Approval => ({
  approvalAuthority,
  approvalNumber,
  approvalOn,
})

/** Errors by the columns of a sheet: a company is one of them, chosen or named. */
export function named({ companyId, companyName, contactId, ...errors }: FieldErrors): FieldErrors {
  const company = companyId ?? companyName
  return { ...errors, ...(company && { company }), ...(contactId && { contact: contactId }) }
}
