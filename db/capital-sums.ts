import { type SQL, sql } from 'drizzle-orm'
import type { Tx } from '@/db/as'
import { capitalScope, countsBy, figureDay, setSource } from '@/db/capital-scope'
import type { ZoneRules } from '@/db/zone'
import type { CapitalSum } from '@/domain/capital/board'
import {
  bucketsOf,
  type CapitalFilter,
  type CapitalSet,
  capitalPeriod,
  capitalSets,
} from '@/domain/capital/filter'

type Line = {
  desk: string
  set: CapitalSet
  bucket: string | null
  foreign: boolean
  attracted: boolean
  n: string
  cny: string
  unknown: string
  rateless: string
}

/**
 * The sums of capital within the reader's reach, by desk, set, bucket of the period and what counts by which basis: of these
 * sets, whatever set and bucket the rows are narrowed to.
 */
export async function sumsIn(
  tx: Tx,
  filter: CapitalFilter,
  zone: ZoneRules,
  sets: readonly CapitalSet[] = capitalSets,
): Promise<CapitalSum[]> {
  const scope = capitalScope(filter, zone)
  const parts = partsOf(filter, zone)
  const of = (set: CapitalSet) => {
    const { bucket, minor, cny, where } = parts[set]
    const source = setSource({ set, asOf: filter.asOf }, zone)
    return sql`
    select desk, set, bucket, "foreign", attracted, count(*) as n, coalesce(sum(cny), 0) as cny,
      count(*) filter (where minor is null) as unknown, count(*) filter (where minor is not null and cny is null) as rateless
    from (select c.desk_id as desk, ${set}::text as set, ${bucket} as bucket, ${minor} as minor, ${cny} as cny,
        ${countsBy('foreign', filter, zone)} as "foreign", ${countsBy('attracted', filter, zone)} as attracted
      from ${source.table} c where ${source.where} and ${scope} and ${where}) r
    group by desk, set, bucket, "foreign", attracted`
  }
  const rows = await tx.execute<Line>(sql.join(sets.map(of), sql` union all `))
  return rows.map(({ desk, set, bucket, foreign, attracted, n, cny, unknown, rateless }) => ({
    ...{ set, bucket, foreign, attracted },
    deskId: Number(desk),
    sum: { count: Number(n), cny: BigInt(cny), notStated: Number(unknown), withoutRate: Number(rateless) },
  }))
}

type Part = Record<'bucket' | 'minor' | 'cny' | 'where', SQL>

function partsOf(filter: CapitalFilter, zone: ZoneRules): Record<CapitalSet, Part> {
  const day = figureDay(filter, zone)
  const { from, to } = capitalPeriod(filter, day)
  const length = bucketsOf({ from, to })[0]?.length ?? 7
  const whole = { bucket: sql`null::text`, where: sql`true`, minor: sql`c.minor`, cny: sql`c.cny` }
  const open = { minor: sql`c.open_minor`, cny: sql`c.open_cny` }
  return {
    committed: whole,
    approved: whole,
    waiting: whole,
    overdue: { ...whole, ...open, where: sql`c.by_on < ${day}::date` },
    expected: {
      ...open,
      bucket: sql`case when c.by_on > ${to}::date then 'later' else left(c.by_on::text, ${length}) end`,
      where: sql`c.by_on >= greatest(${from}::date, ${day}::date)`,
    },
    received: {
      ...whole,
      bucket: sql`left(c.arrived_on::text, ${length})`,
      where: sql`c.arrived_on between ${from}::date and ${to}::date`,
    },
  }
}
