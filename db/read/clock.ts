import { type SQL, sql } from 'drizzle-orm'
import { as, type Tx } from '@/db/as'
import { each, inChunks } from '@/db/each'
import { type ZoneRules, zoneRules } from '@/db/zone'
import type { CountedClock } from '@/domain/calendar/clock'
import { type ClockFilter, clockPeriod } from '@/domain/clock/filter'
import { searchTerms } from '@/domain/name/search-text'
import type { Permit } from '@/domain/policy/permit'

/** A clock that was kept or missed. `case` is null for one that the reader does not see any more: it went elsewhere. */
export type ClockRow = {
  id: number
  kind: CountedClock
  case: { noun: 'lead' | 'deal'; number: string; name: string } | null
  deskId: number
  officerId: number | null
  dueOn: string
  /** Null while what was missed is not done. */
  doneOn: string | null
  kept: boolean
}
/** Of one desk or officer and one kind of clock. */
export type ClockSum = { of: number | null; kind: CountedClock; kept: number; missed: number }
export type ClockRecord = {
  rows: ClockRow[]
  total: number
  page: number
  desks: ClockSum[]
  /** Per officer, for a head and the director; else empty. */
  officers: ClockSum[]
  period: { from: string; to: string }
}

/**
 * A page of the record with its total, and its sums per desk and officer by kind (whatever kind and result the rows are
 * narrowed to: each number opens its rows). All from one snapshot, within the reader's desks.
 */
export async function listClocks(
  permit: Permit<'clock.read'>,
  filter: ClockFilter,
  size: number,
): Promise<ClockRecord> {
  const { role } = permit.actor
  return as(permit, 'read', async tx => {
    const zone = await zoneRules(tx)
    const [counted] = await tx.execute<{ n: string }>(
      sql`select count(*) as n from clock_results r where ${matching(filter, zone)}`,
    )
    const total = Number(counted?.n ?? 0)
    const page = Math.min(filter.page, Math.max(1, Math.ceil(total / size)))
    const ids = await idsOf(tx, filter, zone, sql`limit ${size} offset ${(page - 1) * size}`)
    const whole = matching({ ...filter, kinds: [], result: null }, zone)
    const heads = role === 'director' || role === 'manager'
    return {
      rows: await rowsOf(tx, ids),
      total,
      page,
      desks: await sums(tx, sql`r.desk_id`, whole),
      officers: heads ? await sums(tx, sql`r.officer_id`, whole) : [],
      period: clockPeriod(filter, zone.today),
    }
  })
}

/** All rows of the filter in its order, in chunks, for the export. */
export const eachClock = (permit: Permit<'clock.export'>, filter: ClockFilter) =>
  each(permit, async function* (tx) {
    yield* inChunks(await idsOf(tx, filter, await zoneRules(tx), sql``), ids => rowsOf(tx, ids))
  })

function matching(filter: ClockFilter, { today }: ZoneRules): SQL {
  const { from, to } = clockPeriod(filter, today)
  const all: (SQL | false | null | undefined | '')[] = [
    sql`r.settled_on between ${from}::date and ${to}::date`,
    filter.desks.length > 0 && sql`r.desk_id in (select id from desks where key in ${[...filter.desks]})`,
    filter.kinds.length > 0 && sql`r.kind in ${[...filter.kinds]}`,
    filter.result && sql`r.kept = ${filter.result === 'kept'}`,
    filter.officer === 'none' && sql`r.officer_id is null`,
    typeof filter.officer === 'number' && sql`r.officer_id = ${filter.officer}`,
    ...searchTerms(filter.text ?? '').map(hasTerm),
  ]
  return sql.join(
    all.filter(one => one instanceof Object),
    sql` and `,
  )
}

/** By what leads and deals are found by, of those that the reader sees. */
function hasTerm(term: string): SQL {
  const like = `%${term.replace(/[\\%_]/g, '\\$&')}%`
  return sql`(r.lead_id in (select id from leads where search_text like ${like})
    or r.deal_id in (select id from deals where search_text like ${like}))`
}

async function idsOf(tx: Tx, filter: ClockFilter, zone: ZoneRules, slice: SQL): Promise<number[]> {
  const way = filter.sort.descending ? sql`desc` : sql`asc`
  const rows = await tx.execute<{ id: string }>(sql`
    select r.id from clock_results r where ${matching(filter, zone)} order by r.settled_on ${way}, r.id ${way} ${slice}`)
  return rows.map(row => Number(row.id))
}

type Line = {
  id: string
  kind: CountedClock
  desk: string
  officer: string | null
  due: string
  done: string | null
  kept: boolean
  lead: string | null
  deal: string | null
  name: string | null
}

/** The policies of leads and deals decide whether the case has a name here. */
async function rowsOf(tx: Tx, ids: readonly number[]): Promise<ClockRow[]> {
  if (ids.length === 0) return []
  const lines = await tx.execute<Line>(sql`
    select r.id, r.kind, r.desk_id as desk, r.officer_id as officer, to_char(r.due_on, 'YYYY-MM-DD') as due,
      to_char(r.done_on, 'YYYY-MM-DD') as done, r.kept, l.number as lead, d.number as deal,
      coalesce(l.name, d.name) as name
    from clock_results r
      left join leads l on l.id = r.lead_id and l.deleted_at is null
      left join deals d on d.id = r.deal_id and d.deleted_at is null
    where r.id in ${[...ids]}`)
  const rows = new Map(lines.map(line => [Number(line.id), rowOf(line)]))
  return ids.flatMap(id => rows.get(id) ?? [])
}

function rowOf(line: Line): ClockRow {
  const number = line.lead ?? line.deal
  return {
    id: Number(line.id),
    kind: line.kind,
    case: number ? { noun: line.lead ? 'lead' : 'deal', number, name: line.name ?? '' } : null,
    deskId: Number(line.desk),
    officerId: line.officer === null ? null : Number(line.officer),
    dueOn: line.due,
    doneOn: line.done,
    kept: line.kept,
  }
}

async function sums(tx: Tx, of: SQL, where: SQL): Promise<ClockSum[]> {
  const lines = await tx.execute<{ of: string | null; kind: CountedClock; kept: string; missed: string }>(sql`
    select ${of} as of, r.kind, count(*) filter (where r.kept) as kept, count(*) filter (where not r.kept) as missed
    from clock_results r where ${where} group by 1, 2 order by 1, 2 limit 1000`)
  return lines.map(({ of, kind, kept, missed }) => ({
    of: of === null ? null : Number(of),
    kind,
    kept: Number(kept),
    missed: Number(missed),
  }))
}
