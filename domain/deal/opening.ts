import { dealStages } from '@/domain/deal/deal'
import type { DealFields } from '@/domain/deal/fields'
import type { OpenDealInput } from '@/domain/deal/input'
import type { FieldErrors } from '@/domain/outcome'
import type { DealStage } from './deal'

export type StageReached = { stage: DealStage; effectiveOn: string }
type Days = Pick<OpenDealInput, 'stage' | 'negotiationOn' | 'entryProceduresOn' | 'approvedOn'>

/** The stages whose day is known, up to the one where it stands; that one is reached today if nothing is said. */
export function stagesReached(input: Days, today: string): readonly [StageReached, ...StageReached[]] {
  const days = {
    negotiation: input.negotiationOn,
    entry_procedures: input.entryProceduresOn,
    approved: input.approvedOn,
  }
  const rungs = dealStages.slice(0, dealStages.indexOf(input.stage) + 1)
  const reached = rungs.flatMap(stage => {
    const effectiveOn = days[stage] ?? (stage === input.stage ? today : null)
    return effectiveOn ? [{ stage, effectiveOn }] : []
  })
  return reached as unknown as readonly [StageReached, ...StageReached[]]
}

type Opening = Pick<OpenDealInput, 'status' | 'reasonCode' | 'statusOn'>

/** Days that lie ahead or go backwards, an end without its reason. */
export function checkOpening(
  input: Opening,
  stages: readonly [StageReached, ...StageReached[]],
  today: string,
): FieldErrors {
  const field = {
    negotiation: 'negotiationOn',
    entry_procedures: 'entryProceduresOn',
    approved: 'approvedOn',
  }
  const errors: FieldErrors = {}
  for (const [at, { stage, effectiveOn }] of stages.entries()) {
    const before = stages[at - 1]?.effectiveOn
    if (effectiveOn > today) errors[field[stage]] = { reason: 'date.in_future' }
    else if (before && effectiveOn < before)
      errors[field[stage]] = { reason: 'date.before_last', values: { on: before } }
  }
  if (input.status !== 'active' && !input.reasonCode) errors.reasonCode = { reason: 'input.required' }
  if (input.statusOn && input.statusOn < stages[0].effectiveOn)
    errors.statusOn = { reason: 'date.before_last', values: { on: stages[0].effectiveOn } }
  return errors
}

export function inPast(days: Readonly<Record<string, string>>, today: string): FieldErrors {
  const ahead = Object.entries(days).filter(([, day]) => day > today)
  return Object.fromEntries(ahead.map(([field]) => [field, { reason: 'date.in_future' }]))
}

/** What a deal says has happened must not lie ahead. */
export function happenedAhead(fields: Partial<DealFields>, today: string): FieldErrors {
  const { entryDocumentOn, intentOn, agreementOn } = fields
  const days = { entryDocumentOn, intentOn, agreementOn }
  return inPast(Object.fromEntries(Object.entries(days).map(([field, day]) => [field, day ?? ''])), today)
}
