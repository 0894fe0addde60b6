import type { TransactionSql } from 'postgres'

/**
 * What the page said when the closed reviews of the demonstration were closed: by the dated facts as of that day, and by what
 * was recorded by then. After the zone, in its transaction.
 */
export async function seedReviewFigures(tx: TransactionSql): Promise<void> {
  await tx.unsafe(`
    insert into review_figures (review_id, desk_id, key, count, cny, not_stated, without_rate)
    with held as (select * from reviews where state = 'closed'),
    then_ as (
      select r.id as review, r.held_on, desk.desk_id, stage.value as stage, stage.effective_on as since, d.approval_expected_on as expected,
        total.total_cny as cny, (total.total_minor is null)::int as not_stated,
        (total.total_minor is not null and total.total_cny is null)::int as without_rate, z.settings
      from held r cross join zones z join deals d on d.created_at < r.closed_at and d.deleted_at is null
        join deal_facts stage on stage.deal_id = d.id and stage.fact = 'stage' and stage.superseded_at is null
          and stage.effective_on <= r.held_on and coalesce(stage.effective_until, 'infinity') > r.held_on
        join deal_facts status on status.deal_id = d.id and status.fact = 'status' and status.superseded_at is null
          and status.effective_on <= r.held_on and coalesce(status.effective_until, 'infinity') > r.held_on
        join deal_facts desk on desk.deal_id = d.id and desk.fact = 'desk' and desk.superseded_at is null
          and desk.effective_on <= r.held_on and coalesce(desk.effective_until, 'infinity') > r.held_on
        left join deal_facts total on total.deal_id = d.id and total.fact = 'total_investment' and total.superseded_at is null
          and total.effective_on <= r.held_on and coalesce(total.effective_until, 'infinity') > r.held_on
      where status.value = 'active' and (r.desk_id is null or desk.desk_id = r.desk_id)),
    moved as (
      select r.id as review, d.desk_id, d.total_cny as cny, (d.total_minor is null)::int as not_stated,
        (d.total_minor is not null and d.total_cny is null)::int as without_rate,
        case when f.fact = 'status' then 'lost' when p.value is null then 'created' else 'forward' end as key
      from held r join deal_facts f on f.recorded_at >= r.since and f.recorded_at < r.closed_at and not f.opening and f.superseded_at is null
        join deals d on d.id = f.deal_id and d.deleted_at is null and (r.desk_id is null or d.desk_id = r.desk_id)
        left join lateral (select value from deal_facts b where b.deal_id = f.deal_id and b.fact = 'stage' and b.id < f.id
          and b.superseded_at is null order by b.id desc limit 1) p on true
      where f.fact = 'stage' or (f.fact = 'status' and f.value in ('lost', 'withdrawn'))),
    lines as (
      select review, desk_id, case stage when 'negotiation' then 'in_negotiation' when 'entry_procedures' then 'in_entry_procedures'
        else 'approved_this_year' end as key, cny, not_stated, without_rate
      from then_ where stage <> 'approved' or extract(year from since) = extract(year from held_on)
      union all select review, desk_id, key, cny, not_stated, without_rate from moved
      union all select review, desk_id, 'long_' || stage, 0, 0, 0 from then_
        where stage <> 'approved' and since < held_on - case stage when 'negotiation' then 90 else 60 end
      union all select review, desk_id, 'stuck', 0, 0, 0 from then_
        where stage <> 'approved' and since < held_on - case stage when 'negotiation' then 80 else 50 end
      union all select review, desk_id, 'slipped', 0, 0, 0 from then_ where stage <> 'approved' and expected < held_on + 7
      union all select r.id, c.desk_id, 'clocks_missed', 0, 0, 0 from held r join clock_results c
        on c.settled_on >= r.since and c.settled_on < r.held_on and not c.kept and (r.desk_id is null or c.desk_id = r.desk_id)
      union all select review, desk_id, 'expected.' || case when expected < held_on then 'past' else to_char(expected, 'YYYY-MM') end,
        cny, not_stated, without_rate from then_ where stage <> 'approved' and expected is not null)
    select review, desk_id, key, count(*), coalesce(sum(cny), 0), sum(not_stated), sum(without_rate) from lines group by 1, 2, 3`)
}
