import { sql } from 'drizzle-orm'
import { as, type Tx } from '@/db/as'
import { daysPerStage } from '@/db/deal-days'
import { dealIds } from '@/db/deal-ids'
import { dealRows } from '@/db/deal-row'
import { dealScope } from '@/db/deal-scope'
import { dealSumsOf, dealSumsPerStage } from '@/db/deal-totals'
import { type ZoneRules, zoneRules } from '@/db/zone'
import { type DealStage, type DealStatus, dealStages } from '@/domain/deal/deal'
import type { DealFilter } from '@/domain/deal/filter'
import type { BoardColumn, DealBoard, DealRow } from '@/domain/deal/row'
import { addSums } from '@/domain/money/sum'
import type { Permit } from '@/domain/policy/permit'

/** A column a stage: count and sum of the whole filter by the database, and the first cards in the filter's order. */
export async function dealBoard(
  permit: Permit<'deal.read'>,
  filter: DealFilter,
  perStage: number,
): Promise<DealBoard> {
  return as(permit, 'read', async tx => {
    const zone = await zoneRules(tx)
    const sums = await dealSumsPerStage(tx, filter, zone)
    const days = await daysPerStage(tx, filter, zone)
    const pending = await pendingPerStage(tx, filter, zone)
    const columns: BoardColumn[] = []
    const asked = dealStages.filter(stage => filter.stages.length === 0 || filter.stages.includes(stage))
    for (const stage of asked) {
      const sum = addSums(...sums.filter(one => one.stage === stage).map(one => one.sum))
      const first = sum.count > 0 ? await cardsFrom(tx, filter, zone, stage, 0, perStage) : noCards
      const { stuck = 0, medianDays = null } = days.find(one => one.stage === stage) ?? {}
      columns.push({ stage, sum, stuck, medianDays, pending: pending.get(stage) ?? 0, ...first })
    }
    return {
      columns,
      onHold: await countWith(tx, filter, zone, 'on_hold'),
      lost: await countWith(tx, filter, zone, 'lost'),
      today: zone.today,
    }
  })
}

/** The next cards of a stage, from where the last ones ended. */
export async function moreCards(
  permit: Permit<'deal.read'>,
  filter: DealFilter,
  stage: DealStage,
  after: number,
  count = 20,
): Promise<{ cards: DealRow[]; more: number | null }> {
  return as(permit, 'read', async tx => cardsFrom(tx, filter, await zoneRules(tx), stage, after, count))
}

async function cardsFrom(
  tx: Tx,
  filter: DealFilter,
  zone: ZoneRules,
  stage: DealStage,
  offset: number,
  count: number,
) {
  const scope = dealScope({ ...filter, stages: [stage] }, zone)
  const ids = await dealIds(tx, scope, filter.sort, { limit: count + 1, offset })
  const cards = await dealRows(tx, ids.slice(0, count), zone, filter.asOf)
  return { cards, more: ids.length > count ? offset + count : null }
}

const noCards = { cards: [], more: null }

/** How many of a stage wait for a second person. */
async function pendingPerStage(tx: Tx, filter: DealFilter, zone: ZoneRules): Promise<Map<DealStage, number>> {
  if (filter.asOf) return new Map()
  const { from, where, columns } = dealScope(filter, zone)
  const rows = await tx.execute<{ stage: DealStage; pending: string }>(sql`
    select ${columns.stage} as stage, count(*) as pending
    from ${from} where d.id = any(array(select deal_id from stage_proposals where decided_at is null)) and ${where} group by 1`)
  return new Map(rows.map(({ stage, pending }) => [stage, Number(pending)]))
}

/** How many there are of another status, within the rest of the filter. */
async function countWith(tx: Tx, filter: DealFilter, zone: ZoneRules, status: DealStatus): Promise<number> {
  return (await dealSumsOf(tx, { ...filter, statuses: [status] }, zone)).total.count
}
