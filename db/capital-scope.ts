import { type SQL, sql } from 'drizzle-orm'
import type { ZoneRules } from '@/db/zone'
import { basisOn } from '@/domain/capital/basis'
import { activeStandings, originsOf } from '@/domain/capital/capital'
import { bucketDays, type CapitalFilter, type CapitalSet, capitalPeriod } from '@/domain/capital/filter'
import { searchTerms } from '@/domain/name/search-text'

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

/** What the filter asks of any row: desks, side, basis (its version of the period's last day) and words. */
export function capitalScope(filter: CapitalFilter, { today }: ZoneRules): SQL {
  const { to } = capitalPeriod(filter, today)
  const basis = filter.basis && basisOn(filter.basis, to < today ? to : today)
  return all([
    sql`true`,
    filter.desks.length > 0 && sql`c.desk_id in (select id from desks where key in ${[...filter.desks]})`,
    filter.side && sql`c.origin in ${[...originsOf(filter.side)]}`,
    basis && sql`c.origin in ${[...basis.origins]}`,
    basis?.kinds ? sql`c.kind in ${[...basis.kinds]}` : null,
    ...searchTerms(filter.text ?? '').map(
      term =>
        sql`c.deal_id in (select id from deals where search_text like ${`%${term.replace(/[\\%_]/g, '\\$&')}%`})`,
    ),
  ])
}

/** The days of the rows of a set: what came by its day, what is expected from today on, what is overdue at all. */
export function setDays(filter: CapitalFilter, { today }: ZoneRules): SQL {
  const { from, to } = bucketDays(filter.bucket, capitalPeriod(filter, today))
  if (filter.set === 'received') return sql`c.arrived_on between ${from}::date and ${to}::date`
  if (filter.set === 'expected')
    return sql`c.by_on between greatest(${from}::date, ${today}::date) and ${to}::date`
  return filter.set === 'overdue' ? sql`c.by_on < ${today}::date` : sql`true`
}
