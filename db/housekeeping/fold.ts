import type { Chore } from './chore'

/**
 * Adds what writers appended to the counters, in one statement: whoever adds up counters and deltas finds the same
 * before and after, and writers go on appending meanwhile.
 */
export const fold: Chore = {
  name: 'fold',
  every: 0,
  async run(tx) {
    const [row] = await tx<{ folded: string }[]>`
      with taken as (delete from counter_deltas returning *),
      summed as (
        select noun, desk_id, stage, status, year, sum(count) as count, sum(cny) as cny,
          sum(not_stated) as not_stated, sum(without_rate) as without_rate, sum(foreign_count) as foreign_count,
          sum(foreign_cny) as foreign_cny, sum(foreign_not_stated) as foreign_not_stated,
          sum(foreign_without_rate) as foreign_without_rate
        from taken group by noun, desk_id, stage, status, year),
      folded as (
        insert into counters as c select * from summed
        on conflict (noun, desk_id, stage, status, year) do update set
          count = c.count + excluded.count, cny = c.cny + excluded.cny,
          not_stated = c.not_stated + excluded.not_stated, without_rate = c.without_rate + excluded.without_rate,
          foreign_count = c.foreign_count + excluded.foreign_count, foreign_cny = c.foreign_cny + excluded.foreign_cny,
          foreign_not_stated = c.foreign_not_stated + excluded.foreign_not_stated,
          foreign_without_rate = c.foreign_without_rate + excluded.foreign_without_rate)
      select count(*) as folded from taken`
    const [days] = await tx<{ folded: string }[]>`
      with taken as (delete from day_counter_deltas returning *),
      folded as (
        insert into day_counters as c
        select desk_id, stage, status, kind, day, sum(count), sum(cny), sum(not_stated), sum(without_rate)
        from taken group by desk_id, stage, status, kind, day
        on conflict (desk_id, status, kind, stage, day) do update set
          count = c.count + excluded.count, cny = c.cny + excluded.cny,
          not_stated = c.not_stated + excluded.not_stated, without_rate = c.without_rate + excluded.without_rate)
      select count(*) as folded from taken`
    // a day that nothing stands on any more
    await tx`delete from day_counters where count = 0`
    return Number(row?.folded) + Number(days?.folded)
  },
}
