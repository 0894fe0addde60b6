import { sql } from 'drizzle-orm'
import { as } from '@/db/as'
import { daysPerStage } from '@/db/deal-days'
import { dealIds } from '@/db/deal-ids'
import { oldestWorked } from '@/db/deal-oldest'
import { dealRows } from '@/db/deal-row'
import { countUpTo, dealScope } from '@/db/deal-scope'
import { type DeskStageSum, dealSumsOf, dealSumsPerStage, narrowsToCounted } from '@/db/deal-totals'
import { zoneRules } from '@/db/zone'
import { type DealFilter, defaultDealFilter } from '@/domain/deal/filter'
import type { DealRow } from '@/domain/deal/row'
import { figureFilter } from '@/domain/figure/deal'
import type { FigureAsked } from '@/domain/figure/figure'
import type { Sum } from '@/domain/money/sum'
import type { Permit } from '@/domain/policy/permit'

type Reads = Permit<'day.read'> | Permit<'deal.read'>

/** Count and sum in CNY of a figure, within the reader's reach. */
export async function dealFigure(permit: Reads, asked: FigureAsked): Promise<Sum> {
  return as(permit, 'read', async tx => {
    return (await dealSumsOf(tx, figureFilter(asked), await zoneRules(tx))).total
  })
}

/** The deals behind a figure, by amount. */
export async function dealFigureRows(
  permit: Reads,
  asked: FigureAsked,
  { limit = 100, offset = 0 } = {},
): Promise<DealRow[]> {
  return as(permit, 'read', async tx => {
    const filter = figureFilter(asked)
    const zone = await zoneRules(tx)
    const sort = { key: 'total', descending: true } as const
    const ids = await dealIds(tx, dealScope(filter, zone), sort, { limit, offset })
    return dealRows(tx, ids, zone, filter.asOf)
  })
}

export type PipelineBar = DeskStageSum

/**
 * Count and sum per desk and stage: what the list shows for `desk=…&stage=…` with the same filter (by default the active
 * deals, and this year's approvals). Desks and stages without a deal have no bar.
 */
export async function pipelinePerDesk(
  permit: Reads,
  filter: Partial<DealFilter> = {},
): Promise<PipelineBar[]> {
  return as(permit, 'read', async tx =>
    dealSumsPerStage(tx, { ...defaultDealFilter, ...filter }, await zoneRules(tx)),
  )
}

/** The deals that are stuck, those longest in their stage first, and how many there are: of a filter at most 1,000; `total` where it is known. */
export async function stuckDeals(
  permit: Reads,
  { filter = {}, limit = 10, total }: { filter?: Partial<DealFilter>; limit?: number; total?: number } = {},
): Promise<{ rows: DealRow[]; total: number }> {
  return as(permit, 'read', async tx => {
    const zone = await zoneRules(tx)
    const all = { ...defaultDealFilter, ...filter, stuck: false }
    const stuck = { ...all, stuck: true }
    const first = await tx.execute<{ id: string }>(oldestWorked(stuck, zone, limit))
    const rows = await dealRows(
      tx,
      first.map(({ id }) => Number(id)),
      zone,
    )
    if (total !== undefined) return { rows, total }
    if (!narrowsToCounted(all)) return { rows, total: await countUpTo(tx, dealScope(stuck, zone)) }
    const days = await daysPerStage(tx, all, zone)
    return { rows, total: days.reduce((sum, stage) => sum + stage.stuck, 0) }
  })
}

/** Approvals that wait for this very person: proposed by another, on a desk for which one decides. */
export async function toConfirm(permit: Reads): Promise<DealRow[]> {
  const { actor } = permit
  if (actor.role !== 'director' && actor.headOf.length === 0) return []
  return as(permit, 'read', async tx => {
    const decides = actor.role === 'director' ? sql`true` : sql`d.desk_id in ${[...actor.headOf]}`
    const rows = await tx.execute<{ id: string }>(sql`
      select d.id from stage_proposals p join deals d on d.id = p.deal_id
      where p.decided_at is null and p.proposed_by <> ${actor.id} and d.deleted_at is null and ${decides}
      order by p.proposed_at, p.id limit 100`)
    return dealRows(
      tx,
      rows.map(row => Number(row.id)),
      await zoneRules(tx),
    )
  })
}

export type StageDot = {
  number: string
  name: string
  deskId: number
  stage: 'negotiation' | 'entry_procedures'
  days: number
}

/** A dot a deal that is being worked on: the days that it has stood in its stage, the longest first. */
export async function daysInStage(
  permit: Reads,
  limit = 500,
  filter: Partial<DealFilter> = {},
): Promise<StageDot[]> {
  return as(permit, 'read', async tx => {
    const zone = await zoneRules(tx)
    const rows = await tx.execute<Omit<StageDot, 'deskId'> & { desk: string }>(sql`
      select number, name, desk, stage, ${zone.today}::date - stage_since as days
      from (${oldestWorked({ ...defaultDealFilter, ...filter }, zone, limit)}) oldest order by stage_since, id`)
    return rows.map(({ desk, ...row }) => ({ ...row, days: Number(row.days), deskId: Number(desk) }))
  })
}
