import { and, asc, eq, sql } from 'drizzle-orm'
import { record, type Tx, write } from '@/db/as'
import { deskRoutes, desks, industries } from '@/db/schema/desk'
import { changesBetween } from '@/db/write/change'
import { oneAtATime } from '@/db/write/one-at-a-time'
import type {
  CreateRouteInput,
  DeleteRouteInput,
  EditRouteInput,
  ReorderRoutesInput,
} from '@/domain/desk/input'
import { sameMembers } from '@/domain/desk/order'
import { conflict, done, gone, invalidField, type Outcome, refused } from '@/domain/outcome'
import type { Permit } from '@/domain/policy/permit'

/** A further rule, after the others: what stood before it still decides first. */
export async function createRoute(
  permit: Permit<'route.create'>,
  input: CreateRouteInput,
): Promise<Outcome<{ id: number }>> {
  return write(permit, async tx => {
    await oneAtATime(tx, 'route')
    const fault = await unknownPart(tx, input)
    if (fault) return fault
    const [last] = await tx.select({ position: sql<number>`coalesce(max(position), -1)` }).from(deskRoutes)
    const { places: countries, industryId, deskId } = input
    const [made] = await tx
      .insert(deskRoutes)
      .values({ countries, industryId, deskId, position: Number(last?.position) + 1 })
      .returning({ id: deskRoutes.id })
    const id = Number(made?.id)
    await record(tx, 'route', id, { countries, industryId, deskId })
    return done({ id })
  })
}

export async function editRoute(permit: Permit<'route.edit'>, input: EditRouteInput): Promise<Outcome> {
  return write(permit, async tx => {
    const [found] = await tx.select().from(deskRoutes).where(eq(deskRoutes.id, input.id)).for('update')
    if (!found) return gone()
    const { countries, industryId, deskId, version } = found
    if (version !== input.version)
      return conflict({ version, values: { 'places[]': countries.join('\u001f'), industryId, deskId } })
    const fault = await unknownPart(tx, input)
    if (fault) return fault
    const after = { countries: input.places, industryId: input.industryId, deskId: input.deskId }
    await tx
      .update(deskRoutes)
      .set({ ...after, version: version + 1, updatedAt: sql`now()` })
      .where(eq(deskRoutes.id, input.id))
    await record(tx, 'route', input.id, {
      changes: changesBetween({ countries, industryId, deskId }, after),
    })
    return done()
  })
}

/** All rules in a new order, if they are still those, in the order, that one saw. */
export async function reorderRoutes(
  permit: Permit<'route.reorder'>,
  { ids, seen }: ReorderRoutesInput,
): Promise<Outcome> {
  return write(permit, async tx => {
    const rows = await tx
      .select({ id: deskRoutes.id })
      .from(deskRoutes)
      .orderBy(asc(deskRoutes.position), asc(deskRoutes.id))
      .for('update')
    const present = rows.map(row => row.id)
    if (present.join() !== seen.join()) return refused('admin.route.changed_meanwhile')
    if (!sameMembers(present, ids)) return refused('admin.route.changed_meanwhile')
    for (const [position, id] of ids.entries())
      await tx.update(deskRoutes).set({ position, updatedAt: sql`now()` }).where(eq(deskRoutes.id, id))
    await record(tx, 'route', null, { changes: { order: [present, ids] } })
    return done()
  })
}

/** A rule is no record of the bureau's work: it goes for good, and the log keeps what it said. */
export async function deleteRoute(
  permit: Permit<'route.delete'>,
  { id, version }: DeleteRouteInput,
): Promise<Outcome> {
  return write(permit, async tx => {
    const [found] = await tx.select().from(deskRoutes).where(eq(deskRoutes.id, id)).for('update')
    if (!found) return gone()
    if (found.version !== version) return refused('admin.route.changed_meanwhile')
    await tx.delete(deskRoutes).where(eq(deskRoutes.id, id))
    const { countries, industryId, deskId, position } = found
    await record(tx, 'route', id, { countries, industryId, deskId, position })
    return done()
  })
}

/** A rule names a desk that takes work and an industry of the list. */
async function unknownPart(tx: Tx, { deskId, industryId }: CreateRouteInput) {
  const [desk] = await tx
    .select({ id: desks.id })
    .from(desks)
    .where(and(eq(desks.id, deskId), desks.active))
  if (!desk) return invalidField('deskId', 'input.not_offered')
  if (industryId === null) return null
  const [industry] = await tx
    .select({ id: industries.id })
    .from(industries)
    .where(eq(industries.id, industryId))
  return industry ? null : invalidField('industryId', 'input.not_offered')
}
