import { eq, sql } from 'drizzle-orm'
import type { Tx } from '@/db/as'
import { events } from '@/db/schema/event'
import type { EventFields } from '@/domain/event/event'
import type { Deletion } from '@/domain/record/deletion'
import { namesShown } from '@/domain/record/names-field'

export const HELD = 'held' as const

/** Undefined: not there. HELD: seen, and of other desks. */
export async function lockEvent(tx: Tx, number: string) {
  const [seen] = await tx.select({ id: events.id }).from(events).where(eq(events.number, number))
  if (!seen) return undefined
  const [found] = await tx
    .select({
      id: events.id,
      kind: events.kind,
      name: events.name,
      names: events.names,
      startsOn: events.startsOn,
      endsOn: events.endsOn,
      country: events.country,
      province: events.province,
      city: events.city,
      venue: events.venue,
      organiser: events.organiser,
      note: events.note,
      deskIds: events.deskIds,
      staffIds: events.staffIds,
      version: events.version,
      createdBy: events.createdBy,
      updatedAt: events.updatedAt,
      updatedBy: events.updatedBy,
      deletedAt: events.deletedAt,
      createdWithinDay: sql<boolean>`created_at > now() - interval '1 day'`,
      deletedWithinDay: sql<boolean>`coalesce(deleted_at > now() - interval '1 day', false)`,
    })
    .from(events)
    .where(eq(events.id, seen.id))
    .for('update')
  return found ?? HELD
}
export type LockedEvent = Exclude<Awaited<ReturnType<typeof lockEvent>>, undefined | typeof HELD>

export const deletionOf = (found: LockedEvent, me: number): Deletion => ({
  mine: found.createdBy === me,
  createdWithinDay: found.createdWithinDay,
  deletedWithinDay: found.deletedWithinDay,
})

export function factsOf(found: LockedEvent): EventFields {
  const { kind, name, names, startsOn, endsOn, country, province, city, venue, organiser, note } = found
  const { deskIds, staffIds } = found
  return {
    kind,
    name,
    names,
    startsOn,
    endsOn,
    country,
    province,
    city,
    venue,
    organiser,
    note,
    deskIds,
    staffIds,
  }
}

/** As the form holds them; several boxes of one name are joined as the form joins them. */
export function valuesOf(found: LockedEvent): Record<string, string | null> {
  const { names, deskIds, staffIds, ...facts } = factsOf(found)
  const joined = (ids: readonly number[]) => ids.join(MANY)
  return { ...facts, ...namesShown(names), 'deskIds[]': joined(deskIds), 'staffIds[]': joined(staffIds) }
}
const MANY = '\u001f'
