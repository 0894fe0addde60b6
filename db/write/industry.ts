import { asc, eq, sql } from 'drizzle-orm'
import { record, write } from '@/db/as'
import { industries } from '@/db/schema/desk'
import { changesBetween } from '@/db/write/change'
import { oneAtATime } from '@/db/write/one-at-a-time'
import type { StepInput } from '@/domain/desk/input'
import { stepped } from '@/domain/desk/order'
import type { CreateIndustryInput, EditIndustryInput } from '@/domain/industry/input'
import { conflict, done, gone, invalidField, type Outcome } from '@/domain/outcome'
import type { Permit } from '@/domain/policy/permit'
import { namesOf } from '@/domain/user/names-input'

export async function createIndustry(
  permit: Permit<'industry.create'>,
  input: CreateIndustryInput,
): Promise<Outcome<{ id: number }>> {
  return write(permit, async tx => {
    await oneAtATime(tx, 'industry')
    const present = await tx.select({ name: industries.name, position: industries.position }).from(industries)
    const { name, section } = input
    if (present.some(industry => industry.name === name))
      return invalidField('name', 'admin.industry.name_taken')
    const position = Math.max(-1, ...present.map(industry => industry.position)) + 1
    const [made] = await tx
      .insert(industries)
      .values({ name, names: namesOf(input), section, position })
      .returning({ id: industries.id })
    const id = Number(made?.id)
    await record(tx, 'industry', id, { name, section })
    return done({ id })
  })
}

/** Its names, its section, whether it is still offered; records keep theirs. */
export async function editIndustry(
  permit: Permit<'industry.edit'>,
  input: EditIndustryInput,
): Promise<Outcome> {
  return write(permit, async tx => {
    const all = await tx.select().from(industries).orderBy(asc(industries.id)).for('update')
    const found = all.find(industry => industry.id === input.id)
    if (!found) return gone()
    const { name, names, section, active, version } = found
    if (version !== input.version) {
      const other = Object.entries(names).map(([locale, text]) => [`name_${locale}`, text])
      return conflict({
        version,
        values: { name, ...Object.fromEntries(other), section, active: active ? 'on' : '' },
      })
    }
    if (all.some(industry => industry.name === input.name && industry.id !== input.id))
      return invalidField('name', 'admin.industry.name_taken')
    const after = { name: input.name, names: namesOf(input), section: input.section, active: input.active }
    await tx
      .update(industries)
      .set({ ...after, version: version + 1, updatedAt: sql`now()` })
      .where(eq(industries.id, input.id))
    await record(tx, 'industry', input.id, {
      changes: changesBetween({ name, names, section, active }, after),
    })
    return done()
  })
}

/** One place up or down in every list of industries. */
export async function stepIndustry(permit: Permit<'industry.edit'>, { id, by }: StepInput): Promise<Outcome> {
  return write(permit, async tx => {
    const order = await tx
      .select({ id: industries.id })
      .from(industries)
      .orderBy(asc(industries.position), asc(industries.id))
      .for('update')
    const ids = order.map(industry => industry.id)
    if (!ids.includes(id)) return gone()
    const next = stepped(ids, id, by)
    for (const [position, industryId] of next.entries())
      await tx.update(industries).set({ position }).where(eq(industries.id, industryId))
    await record(tx, 'industry', id, { order: next })
    return done()
  })
}
