import { and, desc, isNull, sql } from 'drizzle-orm'
import { as, zoneToday } from '@/db/as'
import { contains } from '@/db/contains'
import { events } from '@/db/schema/event'
import type { Permit } from '@/domain/policy/permit'

export type EventPick = Awaited<ReturnType<typeof pickEvents>>[number]

/** For a search box: at most 20 events; those under way first, then the latest that are over, then what is to come. */
export async function pickEvents(permit: Permit<'event.read'>, text: string) {
  return as(permit, 'read', async tx => {
    const today = await zoneToday(tx)
    return tx
      .select({
        id: events.id,
        number: events.number,
        kind: events.kind,
        name: events.name,
        names: events.names,
        startsOn: events.startsOn,
        endsOn: events.endsOn,
        city: events.city,
        country: events.country,
      })
      .from(events)
      .where(and(isNull(events.deletedAt), contains('event', events.id, text)))
      .orderBy(
        sql`case when ${today}::date between ${events.startsOn} and ${events.endsOn} then 0 when ${events.endsOn} < ${today}::date then 1 else 2 end`,
        sql`abs(${today}::date - ${events.startsOn})`,
        desc(events.id),
      )
      .limit(20)
  })
}
