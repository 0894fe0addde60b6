import { and, eq, isNull, sql } from 'drizzle-orm'
import { type Tx, write } from '@/db/as'
import { users } from '@/db/schema/user'
import { views } from '@/db/schema/view'
import { conflict, done, gone, invalidField, type Outcome, refused } from '@/domain/outcome'
import type { Permit } from '@/domain/policy/permit'
import type { CreateViewInput, DeleteViewInput, EditViewInput, SetHomeInput } from '@/domain/view/input'
import { MOST_VIEWS, mayChangeView, mayKeepView, type View, type ViewPlace } from '@/domain/view/view'
import { lastChange } from './last-change'
import { openDesk } from './lead-link'

type Kept = Outcome<{ id: number }>

/** A list as it stands, under a name. Not logged: it changes nothing that is known of anybody. */
export async function createView(permit: Permit<'view.save'>, input: CreateViewInput): Promise<Kept> {
  return write(permit, async tx => {
    const { place, ...view } = input
    const fault = await placeFault(tx, permit, view.list, place)
    if (fault) return fault
    const [made] = await tx
      .insert(views)
      .values({ ...view, ...place, userId: permit.actor.id })
      .returning({ id: views.id })
    return done({ id: Number(made?.id) })
  })
}

/** Another name, another place, another filter: whoever else has it open keeps his address. */
export async function editView(permit: Permit<'view.save'>, input: EditViewInput): Promise<Kept> {
  return write(permit, async tx => {
    const found = await lockView(tx, input.id)
    if (!found) return gone()
    if (!mayChangeView(permit.actor, found)) return refused('common.not_permitted')
    if (found.version !== input.version) return conflict(await theirs(tx, found))
    const { place, name, search = found.search } = input
    const moves = place.scope !== found.scope || place.deskId !== found.deskId
    const fault = moves ? await placeFault(tx, permit, found.list, place) : null
    if (fault) return fault
    await tx
      .update(views)
      // one's own again, it is of the one who takes it
      .set({
        name,
        search,
        ...place,
        userId: permit.actor.id,
        version: found.version + 1,
        updatedAt: sql`now()`,
      })
      .where(eq(views.id, found.id))
    return done({ id: found.id })
  })
}

/** For good: a view is a word for an address. Whoever began there begins with My day again. */
export async function deleteView(permit: Permit<'view.save'>, { id }: DeleteViewInput): Promise<Outcome> {
  return write(permit, async tx => {
    const found = await lockView(tx, id)
    if (!found) return gone()
    if (!mayChangeView(permit.actor, found)) return refused('common.not_permitted')
    await tx.delete(views).where(eq(views.id, id))
    return done()
  })
}

/** Where one begins after signing in: a view that one sees, or (null) My day. */
export async function setHome(permit: Permit<'own.edit'>, { id }: SetHomeInput): Promise<Outcome> {
  return write(permit, async tx => {
    const [seen] = id === null ? [] : await tx.select({ id: views.id }).from(views).where(eq(views.id, id))
    if (id !== null && !seen) return gone()
    const kept = sql`${users.preferences} - 'home' || ${id === null ? '{}' : JSON.stringify({ home: id })}::jsonb`
    await tx
      .update(users)
      .set({ preferences: kept, updatedAt: sql`now()` })
      .where(eq(users.id, permit.actor.id))
    return done()
  })
}

/** Read first: under FOR UPDATE a view that one sees and may not write would look like none. */
async function lockView(tx: Tx, id: number): Promise<View | undefined> {
  const [seen] = await tx.select().from(views).where(eq(views.id, id))
  if (!seen) return undefined
  const [held] = await tx.select().from(views).where(eq(views.id, id)).for('update')
  return held ?? seen
}

async function placeFault(tx: Tx, { actor }: Permit, list: View['list'], place: ViewPlace) {
  if (!mayKeepView(actor, place)) return invalidField('place', 'input.not_offered')
  if (place.scope === 'desk' && !(await openDesk(tx, { id: place.deskId })))
    return invalidField('place', 'input.not_offered')
  const here = and(
    eq(views.list, list),
    eq(views.scope, place.scope),
    place.scope === 'mine' ? eq(views.userId, actor.id) : undefined,
    place.scope === 'desk' ? eq(views.deskId, place.deskId) : isNull(views.deskId),
  )
  const present = await tx.select({ id: views.id }).from(views).where(here).limit(MOST_VIEWS)
  return present.length < MOST_VIEWS ? null : invalidField('name', 'view.too_many', { most: MOST_VIEWS })
}

async function theirs(tx: Tx, view: View & { updatedAt?: Date }) {
  const by = await lastChange(tx, { updatedBy: view.userId, updatedAt: view.updatedAt ?? new Date() })
  return { version: view.version, values: { name: view.name }, ...by }
}
