import { sql } from 'drizzle-orm'
import { as } from '@/db/as'
import { capitalIds, capitalRows, matching } from '@/db/capital-row'
import { awaitsDecision, setTables } from '@/db/capital-scope'
import { moneyOfRow } from '@/db/rate'
import { zoneRules } from '@/db/zone'
import type { CapitalRow } from '@/domain/capital/board'
import { type CapitalFilter, usualCapitalFilter } from '@/domain/capital/filter'
import type { Money } from '@/domain/money/money'
import type { Permit } from '@/domain/policy/permit'
import type { Names } from '@/domain/user/user'

/** What came by another's word and waits to be confirmed. `corrects`: it takes the place of one that was; `strikes`: nothing does. */
export type WaitingArrival = {
  id: number
  deal: { number: string; name: string; names: Names }
  money: Money | null
  on: string
  proposedBy: number
  corrects: boolean
  strikes: boolean
}
type Line = Record<'id' | 'number' | 'name' | 'minor' | 'currency' | 'on' | 'by', string> &
  Record<'corrects' | 'strikes', boolean> & { names: Names }

/** Arrivals that wait for this very person: proposed by another, on a desk for which one decides; the longest waiting first. */
export async function arrivalsToConfirm(permit: Permit<'day.read'>): Promise<WaitingArrival[]> {
  const waits = awaitsDecision(permit.actor)
  if (!waits) return []
  return as(permit, 'read', async tx => {
    const lines = await tx.execute<Line>(sql`
      select c.id, d.number, d.name, d.names, c.minor, c.currency, to_char(c.arrived_on, 'YYYY-MM-DD') as on, c.proposed_by as by,
        c.corrects_id is not null as corrects, c.strikes
      from arrivals c join deals d on d.id = c.deal_id where ${waits} order by c.proposed_at, c.id limit 100`)
    return lines.map(({ id, number, name, names, minor, currency, on, by, corrects, strikes }) => ({
      ...{ on, corrects, strikes, deal: { number, name, names } },
      id: Number(id),
      money: moneyOfRow(BigInt(minor), currency),
      proposedBy: Number(by),
    }))
  })
}

/** What is overdue of a filter's deals, the longest first, and how much it is: as many as the list of capital shows. */
export async function overdueArrivals(
  permit: Permit<'day.read'>,
  asked: Partial<Pick<CapitalFilter, 'officer' | 'desks'>>,
  limit = 6,
): Promise<{ rows: CapitalRow[]; total: number }> {
  const filter = { ...usualCapitalFilter, ...asked }
  return as(permit, 'read', async tx => {
    const zone = await zoneRules(tx)
    const rows = await capitalRows(tx, filter, zone, await capitalIds(tx, filter, zone, sql`limit ${limit}`))
    if (rows.length < limit) return { rows, total: rows.length }
    const [all] = await tx.execute<{ n: string }>(
      sql`select count(*) as n from ${setTables.overdue.table} c where ${matching(filter, zone)}`,
    )
    return { rows, total: Number(all?.n) }
  })
}
