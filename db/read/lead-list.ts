import { and, eq, gte, inArray, isNotNull, isNull, lt, lte, type SQL, sql } from 'drizzle-orm'
import { as, type Tx } from '@/db/as'
import { contains } from '@/db/contains'
import { counted, onDesks } from '@/db/counter'
import { each, inChunks } from '@/db/each'
import { orderedIds, type Slice } from '@/db/ordered-ids'
import { companies } from '@/db/schema/company'
import { desks } from '@/db/schema/desk'
import { events } from '@/db/schema/event'
import { leads } from '@/db/schema/lead'
import { bears, withTags } from '@/db/tag-links'
import { type ZoneRules, zoneRules } from '@/db/zone'
import { addDays } from '@/domain/calendar/date'
import { narrowsOnlyBy } from '@/domain/filter/narrow'
import { defaultLeadFilter, type LeadFilter, stagesOf } from '@/domain/lead/filter'
import type { LeadSort } from '@/domain/lead/lead'
import type { Permit } from '@/domain/policy/permit'
import { type LeadRow, leadRows } from './lead-row'

/** A page of leads with its true total, out of one snapshot. A page beyond the last gives the last. */
export async function listLeads(permit: Permit<'lead.read'>, filter: LeadFilter, size: number, tags = false) {
  return as(permit, 'read', async tx => {
    const zone = await zoneRules(tx)
    const count = await countOf(tx, filter, zone)
    const pages = Math.max(1, Math.ceil(count / size))
    const page = Math.min(filter.page, pages)
    const ids = await leadIds(tx, filter, zone, { limit: size, offset: (page - 1) * size })
    const found = await leadRows(tx, ids)
    const rows: LeadRow[] = tags ? await withTags(tx, 'lead', found) : found
    return { rows, count, page, pages, ...(await named(tx, filter)) }
  })
}

/** The first of the list, and how many there are, counted no further than a thousand: for a page that only mentions them. */
export async function firstLeads(permit: Permit<'lead.read'>, filter: LeadFilter, limit: number) {
  return as(permit, 'read', async tx => {
    const zone = await zoneRules(tx)
    const rows = await leadRows(tx, await leadIds(tx, filter, zone, { limit, offset: 0 }))
    const [row] = await tx.execute<{ n: string }>(
      sql`select count(*) as n from (select 1 from ${leads} where ${conditions(filter, zone)} limit 1000) first`,
    )
    return { rows, count: Number(row?.n) }
  })
}

/** How many leads of the reader's reach pass a filter. */
export async function countLeads(permit: Permit<'lead.read'>, filter: LeadFilter): Promise<number> {
  return as(permit, 'read', async tx => countOf(tx, filter, await zoneRules(tx)))
}

/** All rows of a filter in the order of the screen, as fast as they are taken. */
export function eachLead(
  permit: Permit<'lead.export'>,
  filter: LeadFilter,
): AsyncGenerator<readonly LeadRow[]> {
  return each(permit, async function* (tx) {
    const all = { limit: null, offset: 0 }
    yield* inChunks(await leadIds(tx, filter, await zoneRules(tx), all), async ids =>
      withTags(tx, 'lead', await leadRows(tx, ids)),
    )
  })
}

/** From the counters where they know the filter, else from the rows; both say the same. */
async function countOf(tx: Tx, filter: LeadFilter, zone: ZoneRules): Promise<number> {
  const [row] = await tx.execute<{ count: string | null }>(
    narrowsOnlyBy(filter, defaultLeadFilter, ['desks', 'stages'])
      ? sql`select sum(c.count) as count from ${counted('lead')}
          where ${onDesks(filter.desks)} and c.stage in ${[...stagesOf(filter)]}`
      : sql`select count(*) as count from ${leads} where ${conditions(filter, zone)}`,
  )
  return Number(row?.count ?? 0)
}

const keys: Record<LeadSort, SQL | undefined> = {
  clock: sql`${leads.clockDue}`,
  updated: sql`${leads.updatedAt}`,
  number: undefined,
  name: sql`${leads.name} collate "zh-x-icu"`,
  amount: sql`${leads.intendedCny}`,
  next_step: sql`${leads.nextStepOn}`,
}
const mayBeUnknown = new Set<LeadSort>(['clock', 'amount', 'next_step'])

/** The ids of a slice of the list, in its order; by number is by id. */
export function leadIds(tx: Tx, filter: LeadFilter, zone: ZoneRules, slice: Slice): Promise<number[]> {
  const { key, descending } = filter.sort
  const from = { from: sql`${leads}`, where: conditions(filter, zone), id: sql`${leads.id}` }
  return orderedIds(tx, { ...from, key: keys[key], mayBeUnknown: mayBeUnknown.has(key), descending }, slice)
}

/** The words for an event and a company that an address names by number; null for one that does not exist. */
async function named(tx: Tx, filter: LeadFilter) {
  const [event] = filter.event
    ? await tx
        .select({ number: events.number, name: events.name, names: events.names })
        .from(events)
        .where(eq(events.number, filter.event))
    : []
  const [company] = filter.company
    ? await tx
        .select({ number: companies.number, name: companies.name, names: companies.names })
        .from(companies)
        .where(eq(companies.number, filter.company))
    : []
  return { event: event ?? null, company: company ?? null }
}

function conditions(filter: LeadFilter, { today, timezone }: ZoneRules): SQL {
  const some = <T>(list: readonly T[], make: (list: T[]) => SQL) =>
    list.length ? make([...list]) : undefined
  const midnight = (day: string) => sql`(${day}::date::timestamp at time zone ${timezone})`
  const all = and(
    isNull(leads.deletedAt),
    inArray(leads.stage, [...stagesOf(filter)]),
    filter.text ? contains('lead', leads.id, filter.text) : undefined,
    some(
      filter.desks,
      keys => sql`${leads.deskId} in (select ${desks.id} from ${desks} where ${inArray(desks.key, keys)})`,
    ),
    some(filter.countries, codes => inArray(leads.country, codes)),
    some(filter.industries, ids => inArray(leads.industryId, ids)),
    some(filter.tags, tags => bears('lead', sql`${leads.id}`, tags)),
    some(filter.sources, words => inArray(leads.source, words)),
    filter.officer === 'none' ? isNull(leads.caseOfficerId) : undefined,
    typeof filter.officer === 'number' ? eq(leads.caseOfficerId, filter.officer) : undefined,
    filter.event
      ? sql`${leads.eventId} = (select ${events.id} from ${events} where ${eq(events.number, filter.event)})`
      : undefined,
    filter.company
      ? sql`${leads.companyId} = (select ${companies.id} from ${companies} where ${eq(companies.number, filter.company)})`
      : undefined,
    filter.clock === 'overdue' ? lt(leads.clockDue, today) : undefined,
    filter.clock === 'tell' ? isNotNull(leads.tellDue) : undefined,
    filter.clock === 'soon'
      ? and(gte(leads.clockDue, today), lte(leads.clockDue, addDays(today, 2)))
      : undefined,
    filter.unrouted ? sql`${leads.unrouted}` : undefined,
    filter.createdFrom ? sql`${leads.createdAt} >= ${midnight(filter.createdFrom)}` : undefined,
    filter.createdTo ? sql`${leads.createdAt} < ${midnight(addDays(filter.createdTo, 1))}` : undefined,
  )
  return all ?? sql`true`
}
