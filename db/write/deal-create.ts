import type { Tx } from '@/db/as'
import { zoneRules } from '@/db/zone'
import type { DealFields } from '@/domain/deal/fields'
import type { CreateDealInput, OpenDealInput } from '@/domain/deal/input'
import { checkOpening, inPast, stagesReached } from '@/domain/deal/opening'
import { done, type FieldErrors, type Invalid, invalid, type Outcome } from '@/domain/outcome'
import { writingDesks } from '@/domain/policy/actor'
import type { Permit } from '@/domain/policy/permit'
import { checkDealFields, checkOfficer, officerByDefault } from './deal-check'
import { insertDeal, type NewDeal } from './deal-insert'
import { companyLikes } from './deal-like'
import { keepRulings, writeUnlike } from './duplicate'
import { openDesk } from './lead-link'
import type { Met } from './look-alike'

export type CreatedDeal = { id: number; number: string; version: number }

/** A deal of its own, without a lead: in negotiation from today, or from an earlier day that is said. */
export async function createDeal(
  permit: Permit<'deal.create'>,
  { submission, ...input }: CreateDealInput,
): Promise<Outcome<CreatedDeal>> {
  return writeUnlike(
    permit,
    async tx => {
      const { today } = await zoneRules(tx)
      const effectiveOn = input.effectiveOn ?? today
      const statedOn = input.statedOn ?? effectiveOn
      const past = inPast({ effectiveOn, statedOn }, today)
      const placed = await place(tx, permit, input, { today, statedOn }, past)
      if ('kind' in placed) return placed
      const stages: NewDeal['stages'] = [{ stage: 'negotiation', effectiveOn }]
      const { likes, ...deal } = placed
      const made = await insertDeal(tx, permit, { ...deal, stages, statedOn, today })
      await keepRulings(tx, permit, { noun: 'deal', id: made.id, name: likes.name }, likes.found, input)
      return done(made)
    },
    submission,
  )
}

/** An opening entry at any stage, by a head or the director. Gates are not checked, and the log says so. */
export async function openDeal(
  permit: Permit<'deal.open'>,
  { submission, ...input }: OpenDealInput,
): Promise<Outcome<CreatedDeal>> {
  return writeUnlike(
    permit,
    async tx => {
      const { today } = await zoneRules(tx)
      const stages = stagesReached(input, today)
      const statedOn = input.statedOn ?? stages[0].effectiveOn
      const { statusOn, reviewOn, ...said } = input
      const effectiveOn = statusOn ?? today
      const errors = {
        ...checkOpening(input, stages, today),
        ...inPast({ statedOn, statusOn: effectiveOn }, today),
      }
      const placed = await place(tx, permit, input, { today, statedOn }, errors)
      if ('kind' in placed) return placed
      const { likes, ...deal } = placed
      const made = await insertDeal(tx, permit, {
        ...deal,
        stages,
        ...(said.status !== 'active' && { status: { ...said, effectiveOn, reviewOn } }),
        approval: said,
        statedOn,
        today,
        opening: true,
      })
      await keepRulings(tx, permit, { noun: 'deal', id: made.id, name: likes.name }, likes.found, input)
      return done(made)
    },
    submission,
  )
}

type Placed = Pick<NewDeal, 'fields' | 'deskId' | 'officerId' | 'memberIds' | 'nextStep' | 'nextStepOn'> & {
  likes: { found: Met[]; name: string }
}

/** Desk, officer, company and whatever else the form names; all that is wrong at once. */
async function place(
  tx: Tx,
  permit: Permit<'deal.create' | 'deal.open'>,
  input: Omit<CreateDealInput, 'submission' | 'effectiveOn' | 'statedOn'>,
  { today, statedOn }: { today: string; statedOn: string },
  errors: FieldErrors,
): Promise<Placed | Invalid> {
  const { actor } = permit
  const { company, deskId, nextStep, nextStepOn } = input
  const officerId = input.officerId ?? officerByDefault(actor, deskId)
  const named = 'id' in company ? { companyId: company.id } : {}
  const found: FieldErrors = {
    ...(await checkDealFields(tx, { ...input.fields, ...named }, today)),
    ...errors,
  }
  if (!(await openDesk(tx, { id: deskId }))) found.deskId = { reason: 'input.not_offered' }
  else if (permit.reach !== 'all' && !writingDesks(actor).includes(deskId))
    found.deskId = { reason: 'deal.invalid.desk_not_yours' }
  else if (officerId === null) found.officerId = { reason: 'input.required' }
  else Object.assign(found, await checkOfficer(tx, deskId, officerId))
  if (nextStep && !nextStepOn) found.nextStepOn = { reason: 'activity.next_step_without_date' }
  if (Object.keys(found).length > 0) return invalid(found)
  const { fault, likes, companyId } = await companyLikes(tx, permit, input, statedOn)
  if (fault) return fault
  const fields: DealFields = { ...input.fields, companyId }
  const memberIds = actor.role === 'officer' ? [actor.id] : []
  return { fields, deskId, officerId, memberIds, nextStep, nextStepOn, likes }
}
