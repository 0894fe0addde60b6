import { eq, inArray, sql } from 'drizzle-orm'
import { nextNumber, record, type Tx, write, zoneToday } from '@/db/as'
import { desks } from '@/db/schema/desk'
import { events } from '@/db/schema/event'
import { users } from '@/db/schema/user'
import { changesBetween } from '@/db/write/change'
import { lastChange } from '@/db/write/last-change'
import { yearOf } from '@/domain/calendar/date'
import type { EventFields } from '@/domain/event/event'
import type { CreateEventInput, EditEventInput, EventInput } from '@/domain/event/input'
import { searchText } from '@/domain/name/search-text'
import { conflict, done, gone, invalidField, type Outcome, refused } from '@/domain/outcome'
import { writingDesks } from '@/domain/policy/actor'
import type { Permit } from '@/domain/policy/permit'
import { type Deletion, mayDelete, mayRestore } from '@/domain/record/deletion'
import { namesShown } from '@/domain/record/names-field'

export type EventDone = Outcome<{ number: string }>

export async function createEvent(
  permit: Permit<'event.create'>,
  { submission, ...fields }: CreateEventInput,
): Promise<EventDone> {
  return write(
    permit,
    async tx => {
      const fault = await faultOf(tx, permit, fields)
      if (fault) return fault
      const number = await nextNumber(tx, 'E', yearOf(await zoneToday(tx)))
      const [row] = await tx
        .insert(events)
        .values({
          ...fields,
          number,
          searchText: eventSearchText(fields, number),
          createdBy: permit.actor.id,
          updatedBy: permit.actor.id,
        })
        .returning({ id: events.id })
      await record(tx, 'event', Number(row?.id), { name: fields.name })
      return done({ number })
    },
    submission,
  )
}

export async function editEvent(
  permit: Permit<'event.edit'>,
  { number, version, ...fields }: EditEventInput,
): Promise<EventDone> {
  return write(permit, async tx => {
    const found = await locked(tx, number)
    if (!found || (found !== HELD && found.deletedAt)) return gone()
    if (found === HELD) return refused('common.not_permitted')
    if (found.version !== version)
      return conflict({ values: valuesOf(found), version: found.version, ...(await lastChange(tx, found)) })
    const fault = await faultOf(tx, permit, fields)
    if (fault) return fault
    const changes = changesBetween(factsOf(found), fields)
    if (Object.keys(changes).length === 0) return done({ number })
    await tx
      .update(events)
      .set({
        ...fields,
        searchText: eventSearchText(fields, number),
        version: version + 1,
        updatedAt: sql`now()`,
        updatedBy: permit.actor.id,
      })
      .where(eq(events.id, found.id))
    await record(tx, 'event', found.id, { changes })
    return done({ number })
  })
}

/** Not while a lead or deal says that it came of it. */
export async function deleteEvent(
  permit: Permit<'event.delete'>,
  { number }: EventInput,
): Promise<EventDone> {
  return write(permit, async tx => {
    const found = await locked(tx, number)
    if (!found || (found !== HELD && found.deletedAt)) return gone()
    if (found === HELD || !mayDelete(permit.actor.role, deletionOf(found, permit.actor.id)))
      return refused('common.not_permitted')
    const [used] = await tx.execute<{ used: boolean }>(
      sql`select record_in_use('event', ${found.id}) as used`,
    )
    if (used?.used) return refused('event.in_use')
    await tx
      .update(events)
      .set({ deletedAt: sql`now()`, deletedBy: permit.actor.id })
      .where(eq(events.id, found.id))
    await record(tx, 'event', found.id, { name: found.name })
    return done({ number })
  })
}

export async function restoreEvent(
  permit: Permit<'event.restore'>,
  { number }: EventInput,
): Promise<EventDone> {
  return write(permit, async tx => {
    const found = await locked(tx, number)
    if (!found) return gone()
    if (found === HELD || !mayRestore(permit.actor.role, deletionOf(found, permit.actor.id)))
      return refused('common.not_permitted')
    if (!found.deletedAt) return done({ number })
    await tx.update(events).set({ deletedAt: null, deletedBy: null }).where(eq(events.id, found.id))
    await record(tx, 'event', found.id, { name: found.name })
    return done({ number })
  })
}

/** What an event is found by: every name, city, venue, organiser and number. */
export function eventSearchText(
  {
    name,
    names,
    city,
    venue,
    organiser,
  }: Pick<EventFields, 'name' | 'names' | 'city' | 'venue' | 'organiser'>,
  number: string,
): string {
  return searchText(name, ...Object.values(names), city, venue, organiser, number)
}

const HELD = 'held' as const

/** Undefined: not there. HELD: seen, and of other desks. */
async function locked(tx: Tx, number: string) {
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
type Found = Exclude<Awaited<ReturnType<typeof locked>>, undefined | typeof HELD>

const deletionOf = (found: Found, me: number): Deletion => ({
  mine: found.createdBy === me,
  createdWithinDay: found.createdWithinDay,
  deletedWithinDay: found.deletedWithinDay,
})

/** One of the desks must be one's own, or the event would leave one's hands while it is saved. */
async function faultOf(tx: Tx, permit: Permit, { deskIds, staffIds }: EventFields) {
  const own = writingDesks(permit.actor)
  if (permit.reach !== 'all' && !deskIds.some(id => own.includes(id)))
    return invalidField('deskIds', 'event.own_desk')
  const known = await tx.select({ id: desks.id }).from(desks).where(inArray(desks.id, deskIds))
  if (known.length !== new Set(deskIds).size) return invalidField('deskIds', 'input.not_offered')
  if (staffIds.length === 0) return null
  const people = await tx.select({ id: users.id }).from(users).where(inArray(users.id, staffIds))
  return people.length === new Set(staffIds).size ? null : invalidField('staffIds', 'input.not_offered')
}

function factsOf(found: Found): EventFields {
  const {
    id,
    version,
    createdBy,
    updatedAt,
    updatedBy,
    deletedAt,
    createdWithinDay,
    deletedWithinDay,
    ...facts
  } = found
  return facts
}

/** As the form holds them; several boxes of one name are joined as the form joins them. */
function valuesOf(found: Found): Record<string, string | null> {
  const { names, deskIds, staffIds, ...facts } = factsOf(found)
  const joined = (ids: readonly number[]) => ids.join(MANY)
  return { ...facts, ...namesShown(names), 'deskIds[]': joined(deskIds), 'staffIds[]': joined(staffIds) }
}
const MANY = '\u001f'
