-- Totals per desk, stage, status and year of approval. A statement appends what it changed, and nobody waits for
-- anybody: counter rows updated in place deadlock as soon as a transaction writes two records. Housekeeping folds.

-- What one deal adds to its place in the table: the same expressions as in db/deal-totals.ts. A deal from the
-- mainland that names no foreign capital has none.
create or replace function deal_tally(d deals, sign int default 1) returns counters language sql stable as $$
  select row('deal', d.desk_id, d.stage, d.status,
    case when d.stage = 'approved' then extract(year from d.stage_since) else 0 end,
    sign, sign * coalesce(d.total_cny, 0)::numeric,
    sign * (d.total_minor is null)::int,
    sign * (d.total_minor is not null and d.total_cny is null)::int,
    sign * (d.foreign_minor is not null or d.country <> 'CN')::int, sign * coalesce(d.foreign_cny, 0)::numeric,
    sign * (d.foreign_minor is null and d.country <> 'CN')::int,
    sign * (d.foreign_minor is not null and d.foreign_cny is null)::int)::public.counters
$$;

create or replace function lead_tally(l leads, sign int default 1) returns counters language sql stable as $$
  select row('lead', l.desk_id, l.stage, '', 0, sign, 0, 0, 0, 0, 0, 0, 0)::public.counters
$$;

-- One row a place; a write that leaves every total as it was appends none.
create or replace function append_tallies(p_tallies counters[]) returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  insert into public.counter_deltas
  select noun, desk_id, stage, status, year, sum(count), sum(cny), sum(not_stated), sum(without_rate),
    sum(foreign_count), sum(foreign_cny), sum(foreign_not_stated), sum(foreign_without_rate)
  from unnest(p_tallies)
  group by noun, desk_id, stage, status, year
  having (sum(count), sum(cny), sum(not_stated), sum(without_rate), sum(foreign_count), sum(foreign_cny),
    sum(foreign_not_stated), sum(foreign_without_rate)) <> (0, 0, 0, 0, 0, 0, 0, 0);
end $$;
revoke execute on function append_tallies(counters[]) from public;

create or replace function count_deals() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  case tg_op
    when 'INSERT' then
      perform public.append_tallies(array(select public.deal_tally(d::public.deals) from became d where deleted_at is null));
    when 'UPDATE' then
      perform public.append_tallies(array(
        select public.deal_tally(d::public.deals, -1) from was d where deleted_at is null
        union all select public.deal_tally(d::public.deals) from became d where deleted_at is null));
    when 'DELETE' then
      perform public.append_tallies(array(select public.deal_tally(d::public.deals, -1) from was d where deleted_at is null));
  end case;
  return null;
end $$;
create or replace trigger deals_count_inserted after insert on deals
  referencing new table as became for each statement execute function count_deals();
create or replace trigger deals_count_updated after update on deals
  referencing old table as was new table as became for each statement execute function count_deals();
create or replace trigger deals_count_deleted after delete on deals
  referencing old table as was for each statement execute function count_deals();

create or replace function count_leads() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  case tg_op
    when 'INSERT' then
      perform public.append_tallies(array(select public.lead_tally(l::public.leads) from became l where deleted_at is null));
    when 'UPDATE' then
      perform public.append_tallies(array(
        select public.lead_tally(l::public.leads, -1) from was l where deleted_at is null
        union all select public.lead_tally(l::public.leads) from became l where deleted_at is null));
    when 'DELETE' then
      perform public.append_tallies(array(select public.lead_tally(l::public.leads, -1) from was l where deleted_at is null));
  end case;
  return null;
end $$;
create or replace trigger leads_count_inserted after insert on leads
  referencing new table as became for each statement execute function count_leads();
create or replace trigger leads_count_updated after update on leads
  referencing old table as was new table as became for each statement execute function count_leads();
create or replace trigger leads_count_deleted after delete on leads
  referencing old table as was for each statement execute function count_leads();

-- Who is on the team of a case, or reads it. Through this, and not by team_ids @> …, which no index serves under a
-- row policy, one finds what one sees on other desks.
create or replace function case_has_members() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op <> 'INSERT' then
    if tg_op = 'UPDATE' and (new.desk_id, new.team_ids, new.reader_ids) is not distinct from (old.desk_id, old.team_ids, old.reader_ids) then
      return null;
    end if;
    delete from public.case_members
    where noun = tg_argv[0] and user_id = any(old.team_ids || old.reader_ids) and desk_id = old.desk_id and record_id = old.id;
  end if;
  if tg_op <> 'DELETE' then
    insert into public.case_members
    select distinct tg_argv[0], m, new.desk_id, new.id from unnest(new.team_ids || new.reader_ids) m where m is not null;
  end if;
  return null;
end $$;
create or replace trigger deals_have_members after insert or update or delete on deals
  for each row execute function case_has_members('deal');
create or replace trigger leads_have_members after insert or update or delete on leads
  for each row execute function case_has_members('lead');

drop function if exists foreign_case_ids(text);
-- What the viewer sees of other desks as a member or reader, or as a member for whom he stands in, a line a case; nothing
-- for whoever sees all desks anyway.
-- A function, since planning this beside the counters, row policies and all, took longer than adding them up.
create or replace function foreign_tallies(p_noun text) returns setof counters
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  -- first as an array: beside the join the planner would read the whole table for a few hundred rows of it
  ids bigint[];
  people bigint[] := public.viewer_people();
begin
  if current_setting('role') <> 'sees_desk' then return; end if;
  ids := array(
    select distinct m.record_id from public.desks k
      join public.case_members m on m.noun = p_noun and m.user_id = any(people) and m.desk_id = k.id
    where k.id <> all (public.viewer_desks()));
  if p_noun = 'deal' then
    return query select t.* from public.deals d, public.deal_tally(d) t where d.id = any(ids) and d.deleted_at is null
      and (d.team_ids && people or d.reader_ids @> array[public.viewer_id()]);
  else
    return query select t.* from public.leads l, public.lead_tally(l) t where l.id = any(ids) and l.deleted_at is null
      and (l.team_ids && people or l.reader_ids @> array[public.viewer_id()]);
  end if;
end $$;
revoke execute on function foreign_tallies(text) from public;
grant execute on function foreign_tallies(text) to sees_all, sees_desk;

-- The cases on whose team the viewer is, or which he reads: no index serves team_ids @> … under a row policy.
create or replace function member_case_ids(p_noun text) returns bigint[]
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return coalesce((
    select array_agg(record_id) from public.case_members where noun = p_noun and user_id = public.viewer_id()), '{}');
end $$;
revoke execute on function member_case_ids(text) from public;
grant execute on function member_case_ids(text) to sees_all, sees_desk;

-- All of it anew, from the records: for a database that had no counters, and whenever these functions change.
create or replace function recount_cases() returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  lock table public.leads, public.deals in share row exclusive mode;
  delete from public.counter_deltas;
  delete from public.counters;
  delete from public.case_members;
  insert into public.case_members
  select distinct 'deal', m, desk_id, id from public.deals, unnest(team_ids || reader_ids) m where m is not null
  union all
  select distinct 'lead', m, desk_id, id from public.leads, unnest(team_ids || reader_ids) m where m is not null;
  insert into public.counters
  select noun, desk_id, stage, status, year, sum(count), sum(cny), sum(not_stated), sum(without_rate),
    sum(foreign_count), sum(foreign_cny), sum(foreign_not_stated), sum(foreign_without_rate)
  from (
    select t.* from public.deals d, public.deal_tally(d) t where d.deleted_at is null
    union all select t.* from public.leads l, public.lead_tally(l) t where l.deleted_at is null) all_cases
  group by 1, 2, 3, 4, 5;
end $$;
revoke execute on function recount_cases() from public;
select recount_cases();
