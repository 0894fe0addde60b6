import { and, count, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm'
import { as, type Tx } from '@/db/as'
import { contains } from '@/db/contains'
import { each, inChunks } from '@/db/each'
import { orderedIds, type Slice } from '@/db/ordered-ids'
import { events } from '@/db/schema/event'
import type { EventFilter } from '@/domain/event/filter'
import { defaultPageSize } from '@/domain/filter/list'
import type { Permit } from '@/domain/policy/permit'

export type EventRow = Awaited<ReturnType<typeof rowsOf>>[number]

/** One page of the list and its true total, from one snapshot; a page beyond the last gives the last. What came of each is within the reader's reach. */
export async function listEvents(
  permit: Permit<'event.read'>,
  filter: EventFilter,
): Promise<{ rows: EventRow[]; total: number; page: number }> {
  const size = filter.size ?? defaultPageSize
  return as(permit, 'read', async tx => {
    const [counted] = await tx.select({ total: count() }).from(events).where(matching(filter))
    const total = counted?.total ?? 0
    const page = Math.min(filter.page, Math.max(1, Math.ceil(total / size)))
    const ids = await eventIds(tx, filter, { limit: size, offset: (page - 1) * size })
    return { rows: await rowsOf(tx, ids), total, page }
  })
}

/** All rows of the filter in its order, in chunks, for the export. */
export const eachEvent = (permit: Permit<'event.export'>, filter: EventFilter) =>
  each(permit, async function* (tx) {
    yield* inChunks(await eventIds(tx, filter, { limit: null, offset: 0 }), ids => rowsOf(tx, ids))
  })

/** An event; null when there is none of this number. A deleted one is given, and says so. */
export async function getEvent(permit: Permit<'event.read'>, number: string) {
  return as(permit, 'read', async tx => {
    const [row] = await tx
      .select({
        ...columns,
        province: events.province,
        note: events.note,
        version: events.version,
        createdAt: events.createdAt,
        createdBy: events.createdBy,
        updatedAt: events.updatedAt,
        updatedBy: events.updatedBy,
        deletedAt: events.deletedAt,
        deletedBy: events.deletedBy,
        createdWithinDay: sql<boolean>`created_at > now() - interval '1 day'`,
        deletedWithinDay: sql<boolean>`coalesce(deleted_at > now() - interval '1 day', false)`,
      })
      .from(events)
      .where(eq(events.number, number))
    return row ?? null
  })
}
export type Event = NonNullable<Awaited<ReturnType<typeof getEvent>>>

/** The years in which events took place, latest first, for the filter. */
export async function listEventYears(permit: Permit<'event.read'>): Promise<number[]> {
  return as(permit, 'read', async tx => {
    const rows = await tx.execute<{ year: number }>(sql`
      select distinct extract(year from starts_on)::int as year from events where deleted_at is null order by 1 desc limit 30`)
    return rows.map(row => Number(row.year))
  })
}

const columns = {
  id: events.id,
  number: events.number,
  kind: events.kind,
  name: events.name,
  names: events.names,
  startsOn: events.startsOn,
  endsOn: events.endsOn,
  country: events.country,
  city: events.city,
  venue: events.venue,
  organiser: events.organiser,
  deskIds: events.deskIds,
  staffIds: events.staffIds,
}

/** Active deals only count, and each says what its sum leaves out. Sums come as text from the database. */
const came = (value: string, table: 'leads' | 'deals', more = '') =>
  sql<string>`(select ${sql.raw(value)} from ${sql.raw(table)} h where h.event_id = events.id and h.deleted_at is null ${sql.raw(more)})`
const ACTIVE = "and h.status = 'active'"

async function rowsOf(tx: Tx, ids: readonly number[]) {
  const rows = await tx
    .select({
      ...columns,
      leads: came('count(*)', 'leads'),
      deals: came('count(*)', 'deals', ACTIVE),
      dealsCny: came('coalesce(sum(h.total_cny), 0)', 'deals', ACTIVE),
      notStated: came('count(*) filter (where h.total_minor is null)', 'deals', ACTIVE),
      withoutRate: came(
        'count(*) filter (where h.total_minor is not null and h.total_cny is null)',
        'deals',
        ACTIVE,
      ),
    })
    .from(events)
    .where(inArray(events.id, [...ids]))
  const place = new Map(ids.map((id, index) => [id, index]))
  return rows
    .map(({ leads, deals, dealsCny, notStated, withoutRate, ...row }) => ({
      ...row,
      leads: Number(leads),
      deals: {
        count: Number(deals),
        cny: BigInt(dealsCny),
        notStated: Number(notStated),
        withoutRate: Number(withoutRate),
      },
    }))
    .sort((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0))
}

/** The ids of a slice of the list, in its order; by number is by id. */
export function eventIds(tx: Tx, filter: EventFilter, slice: Slice): Promise<number[]> {
  const { key, descending } = filter.sort
  const from = { from: sql`${events}`, where: matching(filter) ?? sql`true`, id: sql`${events.id}` }
  return orderedIds(tx, { ...from, key: keys[key], descending }, slice)
}

const keys: Record<EventFilter['sort']['key'], SQL | undefined> = {
  name: sql`${events.name} collate "zh-x-icu"`,
  number: undefined,
  starts: sql`${events.startsOn}`,
}

function matching({ text, kinds, desks, year, countries }: EventFilter): SQL | undefined {
  return and(
    isNull(events.deletedAt),
    text ? contains('event', events.id, text) : undefined,
    kinds.length ? inArray(events.kind, [...kinds]) : undefined,
    desks.length
      ? sql`exists (select 1 from desks d where d.id = any(${events.deskIds}) and d.key in ${[...desks]})`
      : undefined,
    year === null
      ? undefined
      : sql`${events.startsOn} <= ${`${year}-12-31`}::date and ${events.endsOn} >= ${`${year}-01-01`}::date`,
    countries.length ? inArray(events.country, [...countries]) : undefined,
  )
}
