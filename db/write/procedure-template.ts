import { asc, eq, sql } from 'drizzle-orm'
import { record, recordAll, type Tx, write } from '@/db/as'
import { procedureTemplates } from '@/db/schema/procedure'
import type { StepInput } from '@/domain/desk/input'
import { stepped } from '@/domain/desk/order'
import { conflict, done, gone, type Invalid, invalidField, type Outcome, refused } from '@/domain/outcome'
import type { Permit } from '@/domain/policy/permit'
import { firstTemplates } from '@/domain/procedure/first-templates'
import type { CreateTemplateInput, EditTemplateInput } from '@/domain/procedure/input'
import { goesRound, MOST_PROCEDURES } from '@/domain/procedure/procedure'
import { namesOf } from '@/domain/user/names-input'
import { changesBetween } from './change'
import { oneAtATime } from './one-at-a-time'

/** One more step for the deals that enter from now on. */
export async function createTemplate(
  permit: Permit<'procedure_template.create'>,
  input: CreateTemplateInput,
): Promise<Outcome<{ id: number }>> {
  return write(permit, async tx => {
    const all = await allTemplates(tx)
    if (all.length >= MOST_PROCEDURES)
      return invalidField('name', 'procedure.too_many', { most: MOST_PROCEDURES })
    const facts = factsOf(input, all)
    if ('kind' in facts) return facts
    const position = Math.max(-1, ...all.map(template => template.position)) + 1
    const [made] = await tx
      .insert(procedureTemplates)
      .values({ ...facts, position })
      .returning({ id: procedureTemplates.id })
    const id = Number(made?.id)
    await record(tx, 'procedure_template', id, { name: facts.name })
    return done({ id })
  })
}

/** The usual steps of entry, where the list is still empty: one line in the log for each. */
export async function startTemplates(
  permit: Permit<'procedure_template.create'>,
): Promise<Outcome<{ count: number }>> {
  return write(permit, async tx => {
    if ((await allTemplates(tx)).length > 0) return refused('procedure.refused.not_empty')
    const made = await tx
      .insert(procedureTemplates)
      .values(firstTemplates.map(({ key: _, after: __, ...facts }, position) => ({ ...facts, position })))
      .returning({ id: procedureTemplates.id, name: procedureTemplates.name })
    const idOf = (key: string) => made[firstTemplates.findIndex(one => one.key === key)]?.id ?? 0
    for (const { key, after } of firstTemplates)
      if (after.length > 0)
        await tx
          .update(procedureTemplates)
          .set({ afterIds: after.map(idOf) })
          .where(eq(procedureTemplates.id, idOf(key)))
    await recordAll(
      tx,
      'procedure_template',
      made.map(({ id, name }) => ({ id, details: { name } })),
    )
    return done({ count: made.length })
  })
}

/** Deals that have the step already keep it as it was. */
export async function editTemplate(
  permit: Permit<'procedure_template.edit'>,
  { active, ...input }: EditTemplateInput,
): Promise<Outcome> {
  return write(permit, async tx => {
    const all = await allTemplates(tx)
    const found = all.find(template => template.id === input.id)
    if (!found) return gone()
    const { id, version, position: _, updatedAt: __, ...before } = found
    if (version !== input.version) return conflict({ version, values: shown(before) })
    const facts = factsOf(input, all, id)
    if ('kind' in facts) return facts
    const changes = changesBetween(before, { ...facts, active })
    if (Object.keys(changes).length === 0) return done()
    await tx
      .update(procedureTemplates)
      .set({ ...facts, active, version: version + 1, updatedAt: sql`now()` })
      .where(eq(procedureTemplates.id, id))
    await record(tx, 'procedure_template', id, { changes })
    return done()
  })
}

/** One place up or down. */
export async function stepTemplate(
  permit: Permit<'procedure_template.edit'>,
  { id, by }: StepInput,
): Promise<Outcome> {
  return write(permit, async tx => {
    const ids = (await allTemplates(tx)).map(template => template.id)
    if (!ids.includes(id)) return gone()
    const next = stepped(ids, id, by)
    for (const [position, templateId] of next.entries())
      await tx.update(procedureTemplates).set({ position }).where(eq(procedureTemplates.id, templateId))
    await record(tx, 'procedure_template', id, { order: next })
    return done()
  })
}

type Template = typeof procedureTemplates.$inferSelect

/** In their order, each held: what is free, and what goes round, stays so until it is written. */
async function allTemplates(tx: Tx): Promise<Template[]> {
  await oneAtATime(tx, 'procedure_template')
  return tx
    .select()
    .from(procedureTemplates)
    .orderBy(asc(procedureTemplates.position), asc(procedureTemplates.id))
    .for('update')
}

/** The columns of a form, or what is wrong: a name that is taken, a step that would wait for itself. */
function factsOf(input: CreateTemplateInput, all: readonly Template[], id = 0) {
  const { name, agency, mandatory, days, after } = input
  const others = all.filter(template => template.id !== id)
  if (others.some(template => template.name === name)) return taken
  const afterIds = others.map(template => template.id).filter(one => after.includes(one))
  if (goesRound([...others, { id, afterIds }])) return invalidField('after', 'procedure.goes_round')
  return { name, names: namesOf(input), agency, mandatory, days, afterIds }
}

const taken: Invalid = invalidField('name', 'procedure.name_taken')

const shown = ({
  name,
  names,
  agency,
  mandatory,
  days,
  active,
}: Omit<Template, 'id' | 'version' | 'position' | 'updatedAt'>) => ({
  name,
  ...Object.fromEntries(Object.entries(names).map(([locale, text]) => [`name_${locale}`, text])),
  agency: agency ?? '',
  mandatory: mandatory ? 'on' : '',
  days: String(days ?? ''),
  active: active ? 'on' : '',
})
