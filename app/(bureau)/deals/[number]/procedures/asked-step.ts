import type { ProcedureRow } from '@/db/read/procedure'
import type { DealRecord } from '@/domain/deal/row'
import type { SearchParams } from '@/domain/filter/parameter'
import { type ProcedureState, stateOfProcedure } from '@/domain/procedure/procedure'

/** What can be asked about a step, in the order of its links. */
export const stepVerbs = ['complete', 'edit', 'waive', 'reopen', 'delete'] as const
export type StepVerb = (typeof stepVerbs)[number]
export type OpenStep = { id: number; verb: StepVerb } | null

const when: Record<StepVerb, readonly ProcedureState[]> = {
  complete: ['open'],
  edit: ['open', 'done', 'waived'],
  waive: ['open'],
  reopen: ['done', 'waived'],
  delete: ['open'],
}

type Can = Pick<DealRecord['can'], 'edit' | 'move_back' | 'confirm'> & { decide: boolean }

/** What this person may do with a step now: the same rules by which the writes refuse. */
export function verbsOn(step: ProcedureRow, can: Pick<Can, 'edit' | 'decide'>): StepVerb[] {
  const state = stateOfProcedure(step)
  return stepVerbs.filter(verb => {
    if (!can.edit || !when[verb].includes(state)) return false
    if (verb === 'waive') return can.decide
    if (verb === 'reopen') return state === 'done' || can.decide
    return verb !== 'delete' || !step.mandatory || can.decide
  })
}

/** Who decides for the desk of the deal may assign on it as well. */
export const rightsOn = (deal: Pick<DealRecord, 'can'>) => ({ edit: deal.can.edit, decide: deal.can.assign })

/** The step and the question that the address opens, `?do=complete&step=12`, if this person may answer it. */
export function askedStep(address: SearchParams, deal: DealRecord, steps: readonly ProcedureRow[]): OpenStep {
  const { do: asked, step: id } = address as Record<string, string | undefined>
  const step = steps.find(one => String(one.id) === id)
  const verb = step && verbsOn(step, rightsOn(deal)).find(one => one === asked)
  return step && verb ? { id: step.id, verb } : null
}
