import { type SQL, sql } from 'drizzle-orm'
import { as, type Tx } from '@/db/as'
import { capitalScope, setDays, setTables } from '@/db/capital-scope'
import { sumsIn } from '@/db/capital-sums'
import { each, inChunks } from '@/db/each'
import { moneyOfRow } from '@/db/rate'
import { type ZoneRules, zoneRules } from '@/db/zone'
import { type CapitalRow, type CapitalSum, totalOfRows } from '@/domain/capital/board'
import type { CapitalFilter, CapitalSet } from '@/domain/capital/filter'
import type { Permit } from '@/domain/policy/permit'

export type CapitalList = {
  rows: CapitalRow[]
  /** Of the rows: as many as the figure that leads to them says. */
  total: number
  page: number
  sums: CapitalSum[]
  today: string
}

/** The figures of the filter and a page of the rows of its set, from one snapshot. */
export async function listCapital(
  permit: Permit<'capital.read'>,
  filter: CapitalFilter,
  size: number,
): Promise<CapitalList> {
  return as(permit, 'read', async tx => {
    const zone = await zoneRules(tx)
    const sums = await sumsIn(tx, filter, zone)
    const total = totalOfRows(sums, filter).count
    const page = Math.min(filter.page, Math.max(1, Math.ceil(total / size)))
    const ids = await idsOf(tx, filter, zone, sql`limit ${size} offset ${(page - 1) * size}`)
    return { rows: await rowsOf(tx, filter.set, ids), total, page, sums, today: zone.today }
  })
}

/** All rows of the set in their order, in chunks, for the export. */
export const eachCapital = (permit: Permit<'capital.export'>, filter: CapitalFilter) =>
  each(permit, async function* (tx) {
    yield* inChunks(await idsOf(tx, filter, await zoneRules(tx), sql``), ids => rowsOf(tx, filter.set, ids))
  })

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

async function idsOf(tx: Tx, filter: CapitalFilter, zone: ZoneRules, slice: SQL): Promise<number[]> {
  const { table, where } = setTables[filter.set]
  const { on, cny } = columns[kindOf(filter.set)]
  const way = filter.sort.descending ? sql`desc` : sql`asc`
  const key = filter.sort.key === 'date' ? on : cny
  const rows = await tx.execute<{ id: string }>(sql`
    select c.id from ${table} c where ${where} and ${capitalScope(filter, zone)} and ${setDays(filter, zone)}
    order by ${key} ${way} nulls last, c.id ${way} ${slice}`)
  return rows.map(row => Number(row.id))
}

type Line = Record<'id' | 'number' | 'name' | 'desk' | 'kind' | 'origin' | 'form' | 'currency', string> &
  Record<'officer' | 'party' | 'minor' | 'cny' | 'from' | 'on' | 'state' | 'voucher', string | null> & {
    names: CapitalRow['deal']['names']
  }

async function rowsOf(tx: Tx, set: CapitalSet, ids: readonly number[]): Promise<CapitalRow[]> {
  if (ids.length === 0) return []
  const kind = kindOf(set)
  const { on, from, minor, cny, state, voucher } = columns[kind]
  const party =
    kind === 'part' ? sql`c.party` : sql`(select p.party from capital_parts p where p.id = c.part_id)`
  const lines = await tx.execute<Line>(sql`
    select c.id, d.number, d.name, d.names, c.desk_id as desk, d.case_officer_id as officer, ${party} as party, c.kind,
      c.origin, c.form, c.currency, ${minor} as minor, ${cny} as cny, to_char(${from}, 'YYYY-MM-DD') as from,
      to_char(${on}, 'YYYY-MM-DD') as on, ${state}::text as state, ${voucher}::text as voucher
    from ${setTables[set].table} c join deals d on d.id = c.deal_id where c.id in ${[...ids]}`)
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
