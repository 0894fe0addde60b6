import { type SQL, sql } from 'drizzle-orm'
import { dealsOn } from '@/db/deal-scope'
import type { ZoneRules } from '@/db/zone'
import { activeStandings } from '@/domain/capital/capital'
import type { CapitalSet } from '@/domain/capital/filter'
import { currencies, minorDigits } from '@/domain/money/currency'

/**
 * The rows `c` of a set as they stood on a day, with the columns of today's tables: parts and plans by their dated lines, deals by
 * their dated facts; what came by its day (a correction says what is true of it); what waited by when it was proposed and decided.
 */
export function setThen(
  set: CapitalSet,
  on: string,
  { timezone }: Pick<ZoneRules, 'timezone'>,
): { table: SQL; where: SQL } {
  const active = sql`c.standing in ${[...activeStandings]}`
  switch (set) {
    case 'committed':
      return { table: partsOn(on), where: active }
    case 'approved':
      return { table: partsOn(on), where: sql`c.standing = 'approved'` }
    case 'expected':
    case 'overdue':
      return { table: plansOn(on), where: sql`c.open_minor > 0 and ${active}` }
    case 'received':
      return { table: arrivalsOn(on, sql`'confirmed'`), where: cameBy(on) }
    default:
      return { table: arrivalsOn(on, sql`'proposed'`), where: waited(on, timezone) }
  }
}

const ofDeal = sql`desk.desk_id, case when status.value <> 'active' then 'resting' else stage.value end as standing`
const stood = (on: string) =>
  sql`f.effective_on <= ${on}::date and (f.effective_until is null or f.effective_until > ${on}::date)`
const cameBy = (on: string) => sql`c.came = 'confirmed' and not c.strikes and c.arrived_on <= ${on}::date`
/* Proposed before the day had ended, and decided on not before it had. */
function waited(on: string, timezone: string): SQL {
  const ended = sql`((${on}::date + 1)::timestamp at time zone ${timezone})`
  return sql`c.proposed_at < ${ended} and (c.decided_at is null or c.decided_at >= ${ended})`
}

const partsOn = (on: string) => sql`(
  select f.part_id as id, f.deal_id, f.kind, f.origin, f.form, f.party, f.currency, f.minor, f.cny, ${ofDeal}
  from ${dealsOn(on)} join capital_facts f on f.deal_id = d.id and f.plan_id is null and ${stood(on)}
  where d.deleted_at is null)`

/* What arrived settles the plan that is due first, as allot() does (domain/capital/allot.ts). */
const plansOn = (on: string) => sql`(
  select p.*, case when p.rate is not null then round(p.open_minor * p.rate * ${fen(sql`p.currency`)})::bigint end as open_cny
  from (
    select f.plan_id as id, f.deal_id, f.part_id, f.kind, f.origin, f.form, f.currency, f.rate, f.from_on, f.by_on, ${ofDeal},
      greatest(0, least(f.minor, sum(f.minor) over (partition by f.part_id order by f.by_on, f.plan_id)
        - coalesce(r.received, 0)))::bigint as open_minor
    from ${dealsOn(on)} join capital_facts f on f.deal_id = d.id and f.plan_id is not null and ${stood(on)}
      left join (select part_id, sum(credited_minor) as received from arrivals
        where state = 'confirmed' and not strikes and arrived_on <= ${on}::date group by 1) r on r.part_id = f.part_id
    where d.deleted_at is null) p)`

const arrivalsOn = (on: string, state: SQL) => sql`(
  select a.id, a.deal_id, a.part_id, a.kind, a.origin, a.form, a.arrived_on, a.minor, a.currency, a.cny, a.voucher, a.strikes,
    a.proposed_at, a.decided_at, a.state as came, ${state}::text as state, ${ofDeal}
  from ${dealsOn(on)} join arrivals a on a.deal_id = d.id where d.deleted_at is null)`

/** Fen of one minor unit of a currency at one yuan for its whole unit. */
const fen = (currency: SQL) => {
  const digits = sql.join(
    currencies.map(one => sql`when ${one} then ${minorDigits.CNY - minorDigits[one]}::int`),
    sql` `,
  )
  return sql`10::numeric ^ (case ${currency} ${digits} end)`
}
