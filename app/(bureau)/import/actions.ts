'use server'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { action } from '@/access/action'
import { discardImport, prepareImport } from '@/db/write/import'
import { applyImport } from '@/db/write/import-apply'
import { checkImport, ruleImport } from '@/db/write/import-check'
import { startImport, startUndo } from '@/db/write/import-start'
import { undoImport } from '@/db/write/import-undo'
import { type LookAlikeNoun, lookAlikeNouns } from '@/domain/duplicate/look-alike'
import {
  type ApplyImportInput,
  applyImportInput,
  type ImportInput,
  importInput,
  type PrepareImportInput,
  prepareImportInput,
  type RuleImportInput,
  ruleImportInput,
} from '@/domain/import/input'
import type { Outcome } from '@/domain/outcome'
import type { Permit } from '@/domain/policy/permit'
import { saidAt } from '../said'

/** More rows than these are a job's: the page says how far it is. */
const AT_ONCE = 1_000
type Importing = Permit<`${LookAlikeNoun}.import`>

async function prepared(permit: Importing, input: PrepareImportInput): Promise<Outcome<unknown>> {
  const ready = await prepareImport(permit, input)
  if (ready.kind !== 'done' || ready.value.moved) return ready
  const { id, rows } = ready.value
  return rows > AT_ONCE ? startImport(permit, { id, verb: 'check' }) : checkImport(permit, { id })
}

async function ruled(permit: Importing, input: RuleImportInput): Promise<Outcome<unknown>> {
  const whole = await ruleImport(permit, input, undefined, undefined, AT_ONCE)
  return isLarge(whole) ? startImport(permit, { ...input, verb: 'rule' }) : whole
}

async function applied(permit: Importing, { id, good }: ApplyImportInput): Promise<Outcome<unknown>> {
  const whole = await applyImport(permit, { id, good }, undefined, undefined, AT_ONCE)
  return isLarge(whole) ? startImport(permit, { id, verb: 'apply', good }) : whole
}

async function undone(
  permit: Permit<`${LookAlikeNoun}.undo_import`>,
  input: ImportInput,
): Promise<Outcome<unknown>> {
  const whole = await undoImport(permit, input, undefined, undefined, AT_ONCE)
  return isLarge(whole) ? startUndo(permit, input) : whole
}

const isLarge = (outcome: Outcome<unknown>) =>
  outcome.kind === 'refused' && outcome.reason === 'import.refused.large'

const actionsOf = (noun: LookAlikeNoun) => ({
  prepare: action(`${noun}.import`, prepareImportInput, prepared),
  rule: action(`${noun}.import`, ruleImportInput, ruled),
  apply: action(`${noun}.import`, applyImportInput, applied),
  discard: action(`${noun}.import`, importInput, discardImport),
  undo: action(`${noun}.undo_import`, importInput, undone),
})
const actions = {
  lead: actionsOf('lead'),
  company: actionsOf('company'),
  contact: actionsOf('contact'),
  deal: actionsOf('deal'),
}
type Verb = keyof ReturnType<typeof actionsOf>

async function carriedOut(verb: Verb, form: FormData): Promise<never> {
  const noun = lookAlikeNouns.find(one => one === form.get('noun')) ?? redirect('/import')
  const t = await getTranslations('import.said')
  const outcome = await actions[noun][verb](null, form)
  const id = Number(form.get('id'))
  const show = String(form.get('show') ?? '')
  const href = `/import/${id}${/^[a-z]+$/.test(show) ? `?show=${show}` : ''}`
  return saidAt(outcome, Number.isInteger(id) ? href : '/import', t(verb))
}

export async function prepareImportAction(form: FormData): Promise<void> {
  await carriedOut('prepare', form)
}
export async function ruleImportAction(form: FormData): Promise<void> {
  await carriedOut('rule', form)
}
export async function applyImportAction(form: FormData): Promise<void> {
  await carriedOut('apply', form)
}
export async function discardImportAction(form: FormData): Promise<void> {
  await carriedOut('discard', form)
}
export async function undoImportAction(form: FormData): Promise<void> {
  await carriedOut('undo', form)
}
