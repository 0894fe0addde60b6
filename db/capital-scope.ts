import { type SQL, sql } from 'drizzle-orm'
import { setThen } from '@/db/capital-then'
import type { ZoneRules } from '@/db/zone'
import { type BasisKey, basisOn } from '@/domain/capital/basis'
import { activeStandings, originsOf } from '@/domain/capital/capital'
import { bucketDays, type CapitalFilter, type CapitalSet, capitalPeriod } from '@/domain/capital/filter'
import { searchTerms } from '@/domain/name/search-text'
import type { Actor } from '@/domain/policy/actor'

const active = sql`c.standing in ${[...activeStandings]}`
const all = (conditions: (SQL | false | null)[]) =>
  sql.join(
    conditions.filter(one => one instanceof Object),
    sql` and `,
  )

/** Where the rows of each set stand, and which of them are in it whatever the filter. `c` is the row. */
export const setTables = {
  committed: { table: sql`capital_parts`, where: all([sql`c.deleted_at is null`, active]) },
  approved: { table: sql`capital_parts`, where: sql`c.deleted_at is null and c.standing = 'approved'` },
  expected: {
    table: sql`planned_arrivals`,
    where: all([sql`c.deleted_at is null and c.open_minor > 0`, active]),
  },
  overdue: {
    table: sql`planned_arrivals`,
    where: all([sql`c.deleted_at is null and c.open_minor > 0`, active]),
  },
  received: {
    table: sql`arrivals`,
    where: sql`c.state = 'confirmed' and not c.strikes and c.standing <> 'gone'`,
  },
  waiting: { table: sql`arrivals`, where: sql`c.state = 'proposed' and c.standing <> 'gone'` },
} as const satisfies Record<CapitalSet, { table: SQL; where: SQL }>

/** The rows `c` of a filter's set: as they stand, or as they stood on an earlier day. */
export const setSource = (
  { set, asOf }: Pick<CapitalFilter, 'set' | 'asOf'>,
  zone: ZoneRules,
): { table: SQL; where: SQL } => (asOf ? setThen(set, asOf, zone) : setTables[set])

/** The day of which the figures are. */
export const figureDay = ({ asOf }: Pick<CapitalFilter, 'asOf'>, { today }: ZoneRules) => asOf ?? today

const ofDeals = (which: SQL) => sql`c.deal_id in (select id from deals where ${which})`

/**
 * The condition on an arrival `c` that it waits for this person's decision, as refuseArrivalDecision() gives it; null for whoever
 * decides on none.
 */
export function awaitsDecision({ id, role, headOf }: Actor): SQL | null {
  if (role !== 'director' && headOf.length === 0) return null
  const desks = role === 'director' ? sql`true` : sql`c.desk_id = any(${`{${headOf.join(',')}}`}::bigint[])`
  return sql`${setTables.waiting.where} and c.proposed_by <> ${id} and ${desks}`
}

/** What the filter asks of any row: desks, case officer, side, basis and words. */
export function capitalScope(filter: CapitalFilter, zone: ZoneRules): SQL {
  return all([
    sql`true`,
    filter.desks.length > 0 && sql`c.desk_id in (select id from desks where key in ${[...filter.desks]})`,
    filter.officer === 'none' && ofDeals(sql`case_officer_id is null`),
    typeof filter.officer === 'number' && ofDeals(sql`case_officer_id = ${filter.officer}`),
    filter.side && sql`c.origin in ${[...originsOf(filter.side)]}`,
    filter.basis && countsBy(filter.basis, filter, zone),
    ...searchTerms(filter.text ?? '').map(term =>
      ofDeals(sql`search_text like ${`%${term.replace(/[\\%_]/g, '\\$&')}%`}`),
    ),
  ])
}

/** The condition on `c` that it counts by a basis, in the version of the period's last day. */
export function countsBy(key: BasisKey, filter: CapitalFilter, zone: ZoneRules): SQL {
  const day = figureDay(filter, zone)
  const { to } = capitalPeriod(filter, day)
  const { origins, kinds } = basisOn(key, to < day ? to : day)
  const origin = sql`c.origin in ${[...origins]}`
  return kinds ? sql`(${origin} and c.kind in ${[...kinds]})` : origin
}

/** The days of the rows of a set: what came by its day, what is expected from today on, what is overdue at all. */
export function setDays(filter: CapitalFilter, zone: ZoneRules): SQL {
  const day = figureDay(filter, zone)
  const { from, to } = bucketDays(filter.bucket, capitalPeriod(filter, day))
  if (filter.set === 'received') return sql`c.arrived_on between ${from}::date and ${to}::date`
  if (filter.set === 'expected')
    return sql`c.by_on between greatest(${from}::date, ${day}::date) and ${to}::date`
  return filter.set === 'overdue' ? sql`c.by_on < ${day}::date` : sql`true`
}
