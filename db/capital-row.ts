import { type SQL, sql } from 'drizzle-orm'
import type { Tx } from '@/db/as'
import { capitalScope, setDays, setSource } from '@/db/capital-scope'
import { moneyOfRow } from '@/db/rate'
import type { ZoneRules } from '@/db/zone'
import type { CapitalRow } from '@/domain/capital/board'
import type { CapitalFilter, CapitalSet } from '@/domain/capital/filter'

const kindOf = (set: CapitalSet) =>
  set === 'received' || set === 'waiting'
    ? 'arrival'
    : set === 'committed' || set === 'approved'
      ? 'part'
      : 'plan'

const columns = {
  part: {
    on: sql`null::date`,
    from: sql`null::date`,
    minor: sql`c.minor`,
    cny: sql`c.cny`,
    state: sql`null`,
    voucher: sql`null`,
  },
  plan: {
    on: sql`c.by_on`,
    from: sql`c.from_on`,
    minor: sql`c.open_minor`,
    cny: sql`c.open_cny`,
    state: sql`null`,
    voucher: sql`null`,
  },
  arrival: {
    on: sql`c.arrived_on`,
    from: sql`null::date`,
    minor: sql`c.minor`,
    cny: sql`c.cny`,
    state: sql`c.state`,
    voucher: sql`c.voucher`,
  },
} as const satisfies Record<string, Record<string, SQL>>

/** The condition on `c` of all rows of a filter's set. */
export const matching = (filter: CapitalFilter, zone: ZoneRules): SQL =>
  sql`${setSource(filter, zone).where} and ${capitalScope(filter, zone)} and ${setDays(filter, zone)}`

/** The ids of those rows in their order. */
export async function capitalIds(
  tx: Tx,
  filter: CapitalFilter,
  zone: ZoneRules,
  slice: SQL,
): Promise<number[]> {
  const { table } = setSource(filter, zone)
  const { on, cny } = columns[kindOf(filter.set)]
  const way = filter.sort.descending ? sql`desc` : sql`asc`
  const key = filter.sort.key === 'date' ? on : cny
  const rows = await tx.execute<{ id: string }>(sql`
    select c.id from ${table} c where ${matching(filter, zone)}
    order by ${key} ${way} nulls last, c.id ${way} ${slice}`)
  return rows.map(row => Number(row.id))
}

type Line = Record<'id' | 'number' | 'name' | 'desk' | 'kind' | 'origin' | 'form' | 'currency', string> &
  Record<'officer' | 'party' | 'minor' | 'cny' | 'from' | 'on' | 'state' | 'voucher', string | null> & {
    names: CapitalRow['deal']['names']
  }

/** These rows of a filter's set, in this order. */
export async function capitalRows(
  tx: Tx,
  filter: CapitalFilter,
  zone: ZoneRules,
  ids: readonly number[],
): Promise<CapitalRow[]> {
  if (ids.length === 0) return []
  const { set } = filter
  const kind = kindOf(set)
  const { on, from, minor, cny, state, voucher } = columns[kind]
  const party =
    kind === 'part' ? sql`c.party` : sql`(select p.party from capital_parts p where p.id = c.part_id)`
  const lines = await tx.execute<Line>(sql`
    select c.id, d.number, d.name, d.names, c.desk_id as desk, d.case_officer_id as officer, ${party} as party, c.kind,
      c.origin, c.form, c.currency, ${minor} as minor, ${cny} as cny, to_char(${from}, 'YYYY-MM-DD') as from,
      to_char(${on}, 'YYYY-MM-DD') as on, ${state}::text as state, ${voucher}::text as voucher
    from ${setSource(filter, zone).table} c join deals d on d.id = c.deal_id where c.id in ${[...ids]}`)
  const rows = new Map(lines.map(line => [Number(line.id), rowOf(set, line)]))
  return ids.flatMap(id => rows.get(id) ?? [])
}

function rowOf(set: CapitalSet, line: Line): CapitalRow {
  const { number, name, names, kind, origin, form, party, from, on, state, voucher } = line
  return {
    ...({ kind, origin, form, state } as Pick<CapitalRow, 'kind' | 'origin' | 'form' | 'state'>),
    ...{ party, from, on, voucher, set },
    id: Number(line.id),
    deal: { number, name, names },
    deskId: Number(line.desk),
    officerId: line.officer === null ? null : Number(line.officer),
    money: moneyOfRow(line.minor === null ? null : BigInt(line.minor), line.currency),
    cny: line.cny === null ? null : BigInt(line.cny),
  }
}
