import { eq, inArray, sql } from 'drizzle-orm'
import { nextNumber, record, type Tx, write, zoneToday } from '@/db/as'
import { desks } from '@/db/schema/desk'
import { events } from '@/db/schema/event'
import { users } from '@/db/schema/user'
import { changesBetween } from '@/db/write/change'
import { lastChange } from '@/db/write/last-change'
import { yearOf } from '@/domain/calendar/date'
import type { EventFields } from '@/domain/event/event'
import type { CreateEventInput, EditEventInput } from '@/domain/event/input'
import { searchText } from '@/domain/name/search-text'
import { conflict, done, gone, invalidField, type Outcome, refused } from '@/domain/outcome'
import { writingDesks } from '@/domain/policy/actor'
import type { Permit } from '@/domain/policy/permit'
import { factsOf, HELD, lockEvent, valuesOf } from './event-lock'

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
    const found = await lockEvent(tx, number)
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
