import { sql } from 'drizzle-orm'
import { as, type Tx } from '@/db/as'
import { dealIds, type SumRow, sumColumns, sumOfRow } from '@/db/deal-ids'
import { dealRows } from '@/db/deal-row'
import { dealScope, isStuck } from '@/db/deal-scope'
import { type ZoneRules, zoneRules } from '@/db/zone'
import { type DealStage, type DealStatus, dealStages } from '@/domain/deal/deal'
import type { DealFilter } from '@/domain/deal/filter'
import type { BoardColumn, DealBoard, DealRow } from '@/domain/deal/row'
import type { Permit } from '@/domain/policy/permit'

/** A column a stage: count and sum of the whole filter by the database, and the first cards in the filter's order. */
export async function dealBoard(
  permit: Permit<'deal.read'>,
  filter: DealFilter,
  perStage: number,
): Promise<DealBoard> {
  return as(permit, 'read', async tx => {
    const zone = await zoneRules(tx)
    const heads = await columnHeads(tx, filter, zone)
    const columns: BoardColumn[] = []
    const asked = dealStages.filter(stage => filter.stages.length === 0 || filter.stages.includes(stage))
    for (const stage of asked) {
      const head = heads.get(stage)
      const first = head ? await cardsFrom(tx, filter, zone, stage, 0, perStage) : { cards: [], more: null }
      columns.push({ ...(head ?? emptyHead), stage, ...first })
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

type Head = Pick<BoardColumn, 'sum' | 'stuck' | 'pending' | 'medianDays'>
const emptyHead: Head = { sum: sumOfRow(undefined), stuck: 0, pending: 0, medianDays: null }

async function columnHeads(tx: Tx, filter: DealFilter, zone: ZoneRules): Promise<Map<DealStage, Head>> {
  const { from, where, columns, on } = dealScope(filter, zone)
  const stuck = filter.asOf ? sql`false` : isStuck(columns, zone)
  const waits = filter.asOf
    ? sql`false`
    : sql`d.id in (select deal_id from stage_proposals where decided_at is null)`
  const rows = await tx.execute<
    SumRow & { stage: DealStage; stuck: string; pending: string; days: number }
  >(sql`
    select ${columns.stage} as stage, ${sumColumns({ columns })}, count(*) filter (where ${stuck}) as stuck,
      count(*) filter (where ${waits}) as pending,
      percentile_cont(0.5) within group (order by ${on}::date - ${columns.stageSince}) as days
    from ${from} where ${where} group by 1`)
  return new Map(
    rows.map(row => [
      row.stage,
      {
        sum: sumOfRow(row),
        stuck: Number(row.stuck),
        pending: Number(row.pending),
        medianDays: Math.round(Number(row.days)),
      },
    ]),
  )
}

/** How many there are of another status, within the rest of the filter. */
async function countWith(tx: Tx, filter: DealFilter, zone: ZoneRules, status: DealStatus): Promise<number> {
  const { from, where } = dealScope({ ...filter, statuses: [status] }, zone)
  const [row] = await tx.execute<{ n: string }>(sql`select count(*) as n from ${from} where ${where}`)
  return Number(row?.n)
}
