import { z } from 'zod'
import {
  chosen,
  chosenOrNot,
  dateOrNot,
  recordNumber,
  submission,
  ticked,
  version,
} from '@/domain/record/field'
import { cleanLine, cleanNote, optionalLine, optionalNote } from '@/domain/text/clean'
import { nameFields } from '@/domain/user/names-input'
import { MOST_DAYS, MOST_PROCEDURES } from './procedure'

const nothing = (value: unknown) => (value === '' || value === undefined ? null : value)
const ids = () =>
  z.preprocess(
    value => (nothing(value) === null ? [] : [value].flat()),
    z.array(z.coerce.number('input.not_offered').int('input.not_offered').positive()).max(MOST_PROCEDURES),
  )
const days = () =>
  z.preprocess(nothing, z.coerce.number('input.not_offered').int().min(0).max(MOST_DAYS).nullable())

/** The steps of these templates on a deal; those that it has already stay as they are. */
export const startProceduresInput = z.object({
  number: recordNumber('D'),
  templates: ids(),
  submission: submission(),
})
export type StartProceduresInput = z.infer<typeof startProceduresInput>

const facts = {
  agency: optionalLine(200),
  dueOn: dateOrNot(),
  /** Without one: whoever the deal's case officer is. */
  officerId: chosenOrNot(),
  after: ids(),
  note: optionalNote(2_000),
}

/** A step of its own kind, that no template has. */
export const createProcedureInput = z.object({
  number: recordNumber('D'),
  name: cleanLine(200),
  mandatory: ticked(),
  ...facts,
  submission: submission(),
})
export type CreateProcedureInput = z.infer<typeof createProcedureInput>

const one = { id: chosen(), version: version() }

export const editProcedureInput = z.object({
  ...one,
  name: cleanLine(200),
  ...facts,
  documentNumber: optionalLine(200),
})
export type EditProcedureInput = z.infer<typeof editProcedureInput>

/** Today, when no day is said. `reason`: why it was done although another step before it is open. */
export const completeProcedureInput = z.object({
  ...one,
  doneOn: dateOrNot(),
  documentNumber: optionalLine(200),
  reason: optionalNote(2_000),
})
export type CompleteProcedureInput = z.infer<typeof completeProcedureInput>

export const waiveProcedureInput = z.object({ ...one, reason: cleanNote(2_000) })
export type WaiveProcedureInput = z.infer<typeof waiveProcedureInput>

export const reopenProcedureInput = z.object({ ...one, reason: cleanNote(2_000) })
export type ReopenProcedureInput = z.infer<typeof reopenProcedureInput>

export const deleteProcedureInput = z.object({ id: chosen(), restore: ticked() })
export type DeleteProcedureInput = z.infer<typeof deleteProcedureInput>

const templateFacts = {
  name: cleanLine(200),
  ...nameFields(),
  agency: optionalLine(200),
  mandatory: ticked(),
  days: days(),
  after: ids(),
}

export const createTemplateInput = z.object(templateFacts)
export type CreateTemplateInput = z.output<typeof createTemplateInput>

export const editTemplateInput = z.object({ ...one, ...templateFacts, active: ticked() })
export type EditTemplateInput = z.infer<typeof editTemplateInput>
