import { type SQL, sql } from 'drizzle-orm'
import { dealStages } from '@/domain/deal/deal'
import { type DealChangeKind, dealChangeKinds } from '@/domain/deal/filter'

const ladder = sql.raw(`array[${dealStages.map(stage => `'${stage}'`).join(', ')}]`)
/* How high a stage stands, beside the one that was recorded before it; null where nothing was. */
const rank = (value: SQL) => sql`array_position(${ladder}, ${value})`
const isLost = sql`f.fact = 'status' and not f.opening and f.value in ('lost', 'withdrawn')`
const isKind: Record<DealChangeKind, SQL> = {
  created: sql`f.fact = 'stage' and p.value is null`,
  forward: sql`f.fact = 'stage' and not f.opening and ${rank(sql`f.value`)} > ${rank(sql`p.value`)}`,
  back: sql`f.fact = 'stage' and not f.opening and ${rank(sql`f.value`)} < ${rank(sql`p.value`)}`,
  lost: isLost,
}

/**
 * Rows `deal_id, change`: such changes that were recorded from one moment on and before another, by the moment of recording, so that
 * what was entered late is not missed. What was undone or superseded does not count. Other facts are left out first: of a
 * ledger that was brought in they are three quarters, and what was before each takes most of the time.
 */
function changed(from: SQL, before: SQL | null): SQL {
  const kinds = dealChangeKinds.map(kind => sql`when ${isKind[kind]} then ${kind}`)
  return sql`
    select f.deal_id, case ${sql.join(kinds, sql` `)} end as change
    from deal_facts f left join lateral (
      select b.value from deal_facts b where b.deal_id = f.deal_id and b.fact = f.fact and b.id < f.id
        and b.superseded_at is null order by b.id desc limit 1) p on f.fact = 'stage'
    where (f.fact = 'stage' or ${isLost}) and f.recorded_at >= ${from} and ${before ? sql`f.recorded_at < ${before}` : sql`true`} and f.superseded_at is null`
}

/** The condition on `d` that such a change was recorded from one moment on and before another. */
export const wasChanged = (kind: DealChangeKind, from: SQL, before: SQL | null): SQL =>
  sql`d.id in (select deal_id from (${changed(from, before)}) c where change = ${kind})`

/** FROM `d`, each deal once for each change that was recorded of it, with the change's kind as `d.change`. */
export const changedDeals = (from: SQL, before: SQL | null): SQL => sql`(
  select d.*, c.change from deals d join (select distinct deal_id, change from (${changed(from, before)}) c) c
    on c.deal_id = d.id and c.change is not null) d`
