import { eq, sql } from 'drizzle-orm'
import { record, write } from '@/db/as'
import { events } from '@/db/schema/event'
import type { EventInput } from '@/domain/event/input'
import { done, gone, refused } from '@/domain/outcome'
import type { Permit } from '@/domain/policy/permit'
import { mayDelete, mayRestore } from '@/domain/record/deletion'
import type { EventDone } from './event'
import { deletionOf, HELD, lockEvent } from './event-lock'

/** Not while a lead or deal says that it came of it. */
export async function deleteEvent(
  permit: Permit<'event.delete'>,
  { number }: EventInput,
): Promise<EventDone> {
  return write(permit, async tx => {
    const found = await lockEvent(tx, number)
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
    const found = await lockEvent(tx, number)
    if (!found) return gone()
    if (found === HELD || !mayRestore(permit.actor.role, deletionOf(found, permit.actor.id)))
      return refused('common.not_permitted')
    if (!found.deletedAt) return done({ number })
    await tx.update(events).set({ deletedAt: null, deletedBy: null }).where(eq(events.id, found.id))
    await record(tx, 'event', found.id, { name: found.name })
    return done({ number })
  })
}
