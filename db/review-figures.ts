import { type SQL, sql } from 'drizzle-orm'
import type { Tx } from '@/db/as'
import { onDesks } from '@/db/counter'
import { countedDays } from '@/db/deal-days'
import { dealSumsPerDesk, dealSumsPerStage, type SumRow, sumOfRow } from '@/db/deal-totals'
import type { ZoneRules } from '@/db/zone'
import { stuckBounds } from '@/domain/calendar/stuck'
import type { DealStage } from '@/domain/deal/deal'
import { defaultDealFilter } from '@/domain/deal/filter'
import {
  laterFrom,
  type ReviewLine,
  type ReviewLineKey,
  reviewFigureFilter,
  reviewFlows,
} from '@/domain/figure/review'
import { emptySum } from '@/domain/money/sum'

/** Whose review: the keys of its desks, none for all; and the day from which on what was recorded counts. */
export type ReviewScope = { desks: readonly string[]; since: string }

/**
 * Every figure of a review, a line a desk; what is nought has no line. Stocks and days come from the counters, so they
 * cost the same at any size; flows from what was recorded since, by the index of that moment.
 */
export async function reviewLines(tx: Tx, scope: ReviewScope, zone: ZoneRules): Promise<ReviewLine[]> {
  const desks = [...scope.desks]
  const stages = await dealSumsPerStage(tx, { ...defaultDealFilter, desks }, zone)
  const lines: ReviewLine[] = stages.map(({ deskId, stage, sum }) => ({ deskId, key: stockOf[stage], sum }))
  for (const key of reviewFlows) {
    const filter = { ...reviewFigureFilter(key, { ...zone, since: scope.since }), desks }
    for (const { deskId, sum } of await dealSumsPerDesk(tx, filter, zone)) lines.push({ deskId, key, sum })
  }
  return [
    ...lines,
    ...(await dayLines(tx, desks, zone)),
    ...(await missedClocks(tx, desks, scope.since, zone)),
  ]
}

const stockOf: Record<DealStage, ReviewLineKey> = {
  negotiation: 'in_negotiation',
  entry_procedures: 'in_entry_procedures',
  approved: 'approved_this_year',
}

type DayRow = SumRow & { desk: string; key: ReviewLineKey }
const linesOf = (rows: Iterable<DayRow>): ReviewLine[] =>
  [...rows].map(row => ({ deskId: Number(row.desk), key: row.key, sum: sumOfRow(row) }))

/** What changes with the day: too long in a stage, stuck, slipped, and when approvals are expected. */
async function dayLines(tx: Tx, desks: readonly string[], { today, settings }: ZoneRules) {
  const bounds = stuckBounds(today, settings).stageSinceBefore
  const key = sql`case
    when c.kind in ('stuck', 'slipped') and c.day <= ${today}::date then c.kind
    when c.kind = 'since' and c.stage = 'negotiation' and c.day < ${bounds.negotiation}::date then 'long_negotiation'
    when c.kind = 'since' and c.stage = 'entry_procedures' and c.day < ${bounds.entry_procedures}::date then 'long_entry_procedures'
    when c.kind = 'expected' then 'expected.' || case when c.day < ${today}::date then 'past'
      when c.day >= ${laterFrom(today)}::date then 'later' else to_char(c.day, 'YYYY-MM') end end`
  return linesOf(await tx.execute<DayRow>(summed(key, sql`c.status = 'active' and ${onDesks(desks)}`)))
}

const summed = (key: SQL, where: SQL) => sql`
  select * from (
    select c.desk_id as desk, ${key} as key, sum(c.count) as count, sum(c.cny) as cny, sum(c.not_stated) as not_stated,
      sum(c.without_rate) as without_rate
    from ${countedDays} where ${where} group by 1, 2) s
  where key is not null and count > 0`

/** As the record of clocks counts them (db/read/clock.ts). */
async function missedClocks(tx: Tx, desks: readonly string[], since: string, { today }: ZoneRules) {
  const rows = await tx.execute<{ desk: string; count: string }>(sql`
    select c.desk_id as desk, count(*) as count from clock_results c
    where c.settled_on between ${since}::date and ${today}::date and not c.kept and ${onDesks(desks)} group by 1`)
  return rows.map(
    ({ desk, count }): ReviewLine => ({
      deskId: Number(desk),
      key: 'clocks_missed',
      sum: { ...emptySum, count: Number(count) },
    }),
  )
}
