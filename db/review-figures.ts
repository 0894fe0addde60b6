import { type SQL, sql } from 'drizzle-orm'
import type { Tx } from '@/db/as'
import { onDesks } from '@/db/counter'
import { countedDays } from '@/db/deal-days'
import { momentOf } from '@/db/deal-scope'
import { dealSumsPerChange, dealSumsPerDesk, dealSumsPerStage, type SumRow, sumOfRow } from '@/db/deal-totals'
import type { ZoneRules } from '@/db/zone'
import type { IsoDate } from '@/domain/calendar/date'
import { stuckBounds } from '@/domain/calendar/stuck'
import type { DealStage } from '@/domain/deal/deal'
import { defaultDealFilter } from '@/domain/deal/filter'
import {
  laterFrom,
  missedDays,
  type ReviewFigureKey,
  type ReviewLine,
  type ReviewLineKey,
  reviewFigureFilter,
} from '@/domain/figure/review'
import { emptySum } from '@/domain/money/sum'

/**
 * Whose review: the keys of its desks, none for all. What was recorded counts from `since` on (a day, or a moment of it) and before
 * `until`; null: up to now. `asOf`: as the stocks stood on an earlier day.
 */
export type ReviewScope = {
  desks: readonly string[]
  since: string
  until?: string | null
  asOf?: IsoDate | null
}

/**
 * Every figure of a review, a line a desk; what is nought has no line. Stocks and days come from the counters, so they
 * cost the same at any size; flows from what was recorded since, by the index of that moment. Of an earlier day they come from
 * the dated facts, and what has no history is left out.
 */
export async function reviewLines(tx: Tx, scope: ReviewScope, zone: ZoneRules): Promise<ReviewLine[]> {
  const desks = [...scope.desks]
  const asOf = scope.asOf ?? null
  const sumsOf = async (key: ReviewFigureKey) => {
    const filter = { ...reviewFigureFilter(key, { ...zone, ...scope, asOf }), desks }
    return (await dealSumsPerDesk(tx, filter, zone)).map(line => ({ ...line, key }))
  }
  const stages = await dealSumsPerStage(tx, { ...defaultDealFilter, desks, asOf }, zone)
  const lines: ReviewLine[] = stages.map(({ deskId, stage, sum }) => ({ deskId, key: stockOf[stage], sum }))
  const before = scope.until ?? asOf
  const flows = await dealSumsPerChange(tx, {
    desks,
    from: momentOf(scope.since, zone.timezone),
    before: before ? momentOf(before, zone.timezone, 1) : null,
  })
  for (const { change, ...line } of flows) lines.push({ ...line, key: change })
  const long = ['long_negotiation', 'long_entry_procedures'] as const
  if (asOf) for (const key of long) lines.push(...(await sumsOf(key)))
  else lines.push(...(await dayLines(tx, desks, zone)))
  return [...lines, ...(await missedClocks(tx, desks, missedDays(scope, zone)))]
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
async function missedClocks(
  tx: Tx,
  desks: readonly string[],
  { from, to }: { from: IsoDate; to: IsoDate },
): Promise<ReviewLine[]> {
  const rows = await tx.execute<{ desk: string; count: string }>(sql`
    select c.desk_id as desk, count(*) as count from clock_results c
    where c.settled_on between ${from}::date and ${to}::date and not c.kept and ${onDesks(desks)} group by 1`)
  return rows.map(({ desk, count }) => ({
    deskId: Number(desk),
    key: 'clocks_missed' as const,
    sum: { ...emptySum, count: Number(count) },
  }))
}
