import { type SQL, sql } from 'drizzle-orm'
import type { Tx } from '@/db/as'
import { capitalScope, setTables } from '@/db/capital-scope'
import type { ZoneRules } from '@/db/zone'
import type { CapitalSum } from '@/domain/capital/board'
import { bucketsOf, type CapitalFilter, type CapitalSet, capitalPeriod } from '@/domain/capital/filter'

type Line = {
  desk: string
  set: CapitalSet
  bucket: string | null
  n: string
  cny: string
  unknown: string
  rateless: string
}

/**
 * Every figure of capital within the reader's reach, by desk, set and bucket of the period: whatever set and bucket the
 * rows are narrowed to.
 */
export async function sumsIn(tx: Tx, filter: CapitalFilter, zone: ZoneRules): Promise<CapitalSum[]> {
  const scope = capitalScope(filter, zone)
  const { from, to } = capitalPeriod(filter, zone.today)
  const length = bucketsOf({ from, to })[0]?.length ?? 7
  const part = (set: CapitalSet, bucket: SQL, minor: SQL, cny: SQL, where: SQL) => sql`
    select desk, set, bucket, count(*) as n, coalesce(sum(cny), 0) as cny,
      count(*) filter (where minor is null) as unknown, count(*) filter (where minor is not null and cny is null) as rateless
    from (select c.desk_id as desk, ${set}::text as set, ${bucket} as bucket, ${minor} as minor, ${cny} as cny
      from ${setTables[set].table} c where ${setTables[set].where} and ${scope} and ${where}) r
    group by desk, set, bucket`
  const none = sql`null::text`
  const by = sql`case when c.by_on > ${to}::date then 'later' else left(c.by_on::text, ${length}) end`
  const rows = await tx.execute<Line>(sql`
    ${part('committed', none, sql`c.minor`, sql`c.cny`, sql`true`)} union all
    ${part('approved', none, sql`c.minor`, sql`c.cny`, sql`true`)} union all
    ${part('overdue', none, sql`c.open_minor`, sql`c.open_cny`, sql`c.by_on < ${zone.today}::date`)} union all
    ${part('expected', by, sql`c.open_minor`, sql`c.open_cny`, sql`c.by_on >= greatest(${from}::date, ${zone.today}::date)`)} union all
    ${part('received', sql`left(c.arrived_on::text, ${length})`, sql`c.minor`, sql`c.cny`, sql`c.arrived_on between ${from}::date and ${to}::date`)} union all
    ${part('waiting', none, sql`c.minor`, sql`c.cny`, sql`true`)}`)
  return rows.map(({ desk, set, bucket, n, cny, unknown, rateless }) => ({
    deskId: Number(desk),
    set,
    bucket,
    sum: { count: Number(n), cny: BigInt(cny), notStated: Number(unknown), withoutRate: Number(rateless) },
  }))
}
