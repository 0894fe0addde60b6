import { asc, eq, sql } from 'drizzle-orm'
import { record, write } from '@/db/as'
import { desks } from '@/db/schema/desk'
import { changesBetween } from '@/db/write/change'
import { oneAtATime } from '@/db/write/one-at-a-time'
import { catchAllDesk } from '@/domain/desk/desk'
import type { CreateDeskInput, EditDeskInput, StepInput } from '@/domain/desk/input'
import { stepped } from '@/domain/desk/order'
import { conflict, done, gone, invalidField, type Outcome, refused } from '@/domain/outcome'
import type { Permit } from '@/domain/policy/permit'
import { namesOf } from '@/domain/user/names-input'

/** A further desk, after the others. */
export async function createDesk(
  permit: Permit<'desk.create'>,
  input: CreateDeskInput,
): Promise<Outcome<{ id: number }>> {
  return write(permit, async tx => {
    await oneAtATime(tx, 'desk')
    const present = await tx.select({ name: desks.name, position: desks.position }).from(desks)
    if (present.some(desk => desk.name === input.name)) return invalidField('name', 'admin.desk.name_taken')
    const position = Math.max(-1, ...present.map(desk => desk.position)) + 1
    const { name, colour } = input
    const key = `desk_${crypto.randomUUID().slice(0, 8)}`
    const [made] = await tx
      .insert(desks)
      .values({ key, name, names: namesOf(input), colour, position })
      .returning({ id: desks.id })
    const id = Number(made?.id)
    await record(tx, 'desk', id, { name })
    return done({ id })
  })
}

/** Its names, its colour, whether it takes new work. Records keep their desk whatever it is called. */
export async function editDesk(permit: Permit<'desk.edit'>, input: EditDeskInput): Promise<Outcome> {
  return write(permit, async tx => {
    const all = await tx.select().from(desks).orderBy(asc(desks.id)).for('update')
    const found = all.find(desk => desk.id === input.id)
    if (!found) return gone()
    const { name, names, colour, active, version } = found
    const before = { name, names, colour, active }
    if (version !== input.version)
      return conflict({ version, values: { ...flat(before), active: active ? 'on' : '' } })
    if (all.some(desk => desk.name === input.name && desk.id !== input.id))
      return invalidField('name', 'admin.desk.name_taken')
    if (!input.active && found.key === catchAllDesk) return refused('admin.desk.catches_all')
    const after = { name: input.name, names: namesOf(input), colour: input.colour, active: input.active }
    await tx
      .update(desks)
      .set({ ...after, version: version + 1, updatedAt: sql`now()` })
      .where(eq(desks.id, input.id))
    await record(tx, 'desk', input.id, { changes: changesBetween(before, after) })
    return done()
  })
}

/** One place up or down in every list of desks. */
export async function stepDesk(permit: Permit<'desk.edit'>, { id, by }: StepInput): Promise<Outcome> {
  return write(permit, async tx => {
    const order = await tx
      .select({ id: desks.id, position: desks.position })
      .from(desks)
      .orderBy(asc(desks.position), asc(desks.id))
      .for('update')
    const ids = order.map(desk => desk.id)
    if (!ids.includes(id)) return gone()
    const next = stepped(ids, id, by)
    for (const [position, deskId] of next.entries())
      await tx.update(desks).set({ position }).where(eq(desks.id, deskId))
    await record(tx, 'desk', id, { order: next })
    return done()
  })
}

/** As the form sends them. */
function flat({ names, ...plain }: { names: Record<string, string> } & Record<string, unknown>) {
  return {
    ...plain,
    ...Object.fromEntries(Object.entries(names).map(([locale, name]) => [`name_${locale}`, name])),
  }
}
