'use server'
import { action } from '@/access/action'
import { sentTo, told } from '@/app/(bureau)/outcome-answer'
import { createProcedure, editProcedure, startProceduresOf } from '@/db/write/procedure'
import {
  completeProcedure,
  deleteProcedure,
  reopenProcedure,
  waiveProcedure,
} from '@/db/write/procedure-settle'
import type { Outcome } from '@/domain/outcome'
import {
  completeProcedureInput,
  createProcedureInput,
  deleteProcedureInput,
  editProcedureInput,
  reopenProcedureInput,
  startProceduresInput,
  waiveProcedureInput,
} from '@/domain/procedure/input'

/** Done: back to the steps of the deal, where no question is open any more. */
async function back<C>(writing: Promise<Outcome<{ number: string }, C>>) {
  const outcome = await told(await writing)
  return outcome.kind === 'done' ? sentTo(outcome, `/deals/${outcome.value.number}/procedures`) : outcome
}

export const startProceduresAction = action('procedure.create', startProceduresInput, (permit, input) =>
  back(startProceduresOf(permit, input)),
)
export const createProcedureAction = action('procedure.create', createProcedureInput, (permit, input) =>
  back(createProcedure(permit, input)),
)
export const editProcedureAction = action('procedure.edit', editProcedureInput, (permit, input) =>
  back(editProcedure(permit, input)),
)
export const completeProcedureAction = action('procedure.complete', completeProcedureInput, (permit, input) =>
  back(completeProcedure(permit, input)),
)
export const waiveProcedureAction = action('procedure.waive', waiveProcedureInput, (permit, input) =>
  back(waiveProcedure(permit, input)),
)
export const reopenProcedureAction = action('procedure.reopen', reopenProcedureInput, (permit, input) =>
  back(reopenProcedure(permit, input)),
)
export const deleteProcedureAction = action('procedure.delete', deleteProcedureInput, (permit, input) =>
  back(deleteProcedure(permit, input)),
)
