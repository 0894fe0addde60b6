-- Totals per desk, stage, status and year of approval. A statement appends what it changed, and nobody waits for
-- anybody: counter rows updated in place deadlock as soon as a transaction writes two records. Housekeeping folds.

-- What one deal adds to its place in the table: the same expressions as in db/deal-totals.ts. A deal from the
-- mainland that names no foreign capital has none.
create or replace function deal_tally(d deals, sign int default 1) returns counters language sql stable as $$
  select row('deal', d.desk_id, d.stage, d.status,
    case when d.stage = 'approved' then extract(year from d.stage_since)::int else 0 end,
    sign, (sign * coalesce(d.total_cny, 0))::numeric,
    sign * (d.total_minor is null)::int,
    sign * (d.total_minor is not null and d.total_cny is null)::int,
    sign * (d.foreign_minor is not null or d.country <> 'CN')::int, (sign * coalesce(d.foreign_cny, 0))::numeric,
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

-- The first day on which an active deal is stuck: the rule of domain/calendar/stuck.ts, with the zone's limits.
create or replace function deal_stuck_from(d deals, z zones) returns date language sql stable as $$
  select case when d.status = 'active' and d.stage in ('negotiation', 'entry_procedures') then least(
    d.stage_since + 1 + case d.stage
      when 'negotiation' then coalesce((z.settings ->> 'stuckNegotiationDays')::int, 90)
      else coalesce((z.settings ->> 'stuckEntryDays')::int, 60) end,
    greatest((d.last_progress_at at time zone z.timezone)::date, d.stage_since)
      + 1 + coalesce((z.settings ->> 'stuckQuietDays')::int, 14),
    d.next_step_on + coalesce((z.settings ->> 'stuckNextStepDays')::int, 7)) end
$$;

-- The first day on which it has slipped: the rule of domain/deal/slipped.ts. Put off too often it has from the start.
create or replace function deal_slipped_from(d deals, z zones) returns date language sql stable as $$
  select case when d.status = 'active' and d.stage in ('negotiation', 'entry_procedures') then
    case when greatest(d.next_step_put_off, d.approval_put_off) > coalesce((z.settings ->> 'slippedTimes')::int, 2)
      then d.stage_since else least(d.next_step_on, d.approval_expected_on) + 1 end end
$$;

-- What one deal adds to the days: since when it stands in its stage, from when on it is stuck, has slipped, and when its
-- approval is expected, with its amount. No union: inlined, the planner does not find its columns again.
create or replace function deal_days(d deals, z zones, sign int default 1) returns setof day_counters language sql stable as $$
  select d.desk_id, d.stage, d.status, x.kind, x.day, sign::bigint,
    case when x.kind = 'expected' then sign * coalesce(d.total_cny, 0) else 0 end::numeric,
    case when x.kind = 'expected' then sign * (d.total_minor is null)::int else 0 end::bigint,
    case when x.kind = 'expected' then sign * (d.total_minor is not null and d.total_cny is null)::int else 0 end::bigint
  from (values ('since', d.stage_since), ('stuck', public.deal_stuck_from(d, z)), ('slipped', public.deal_slipped_from(d, z)),
    ('expected', case when d.status = 'active' and d.stage <> 'approved' then d.approval_expected_on end)) x(kind, day)
  where x.day is not null
$$;

create or replace function append_days(p_days day_counters[]) returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  insert into public.day_counter_deltas
  select desk_id, stage, status, kind, day, sum(count), sum(cny), sum(not_stated), sum(without_rate) from unnest(p_days)
  group by desk_id, stage, status, kind, day
  having (sum(count), sum(cny), sum(not_stated), sum(without_rate)) <> (0, 0, 0, 0);
end $$;
revoke execute on function append_days(day_counters[]) from public;

create or replace function count_deals() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  case tg_op
    when 'INSERT' then
      perform public.append_tallies(array(select public.deal_tally(d::public.deals) from became d where deleted_at is null));
      perform public.append_days(array(select public.deal_days(d::public.deals, z) from became d, public.zones z where deleted_at is null));
    when 'UPDATE' then
      perform public.append_tallies(array(
        select public.deal_tally(d::public.deals, -1) from was d where deleted_at is null
        union all select public.deal_tally(d::public.deals) from became d where deleted_at is null));
      perform public.append_days(array(
        select public.deal_days(d::public.deals, z, -1) from was d, public.zones z where deleted_at is null
        union all select public.deal_days(d::public.deals, z) from became d, public.zones z where deleted_at is null));
    when 'DELETE' then
      perform public.append_tallies(array(select public.deal_tally(d::public.deals, -1) from was d where deleted_at is null));
      perform public.append_days(array(select public.deal_days(d::public.deals, z, -1) from was d, public.zones z where deleted_at is null));
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
create or replace function deal_step_on(d deals) returns date language sql stable as $$
  select case when d.deleted_at is null and d.status = 'active' and d.next_step is not null then d.next_step_on end
$$;
create or replace function lead_step_on(l leads) returns date language sql stable as $$
  select case when l.deleted_at is null and l.stage in ('new', 'contacted', 'qualified') and l.next_step is not null
    then l.next_step_on end
$$;
create or replace function case_has_members() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  due date;
  was_due date;
begin
  if tg_op <> 'DELETE' then
    if tg_argv[0] = 'deal' then due := public.deal_step_on(new); else due := public.lead_step_on(new); end if;
  end if;
  if tg_op = 'UPDATE' and (new.desk_id, new.team_ids, new.reader_ids) is not distinct from (old.desk_id, old.team_ids, old.reader_ids) then
    if tg_argv[0] = 'deal' then was_due := public.deal_step_on(old); else was_due := public.lead_step_on(old); end if;
    if due is distinct from was_due then
      update public.case_members set step_on = due
      where noun = tg_argv[0] and user_id = any(new.team_ids || new.reader_ids) and desk_id = new.desk_id and record_id = new.id;
    end if;
    return null;
  end if;
  delete from public.case_members
  where noun = tg_argv[0] and user_id = any(old.team_ids || old.reader_ids) and desk_id = old.desk_id and record_id = old.id;
  if tg_op = 'UPDATE' then
    insert into public.case_members
    select distinct tg_argv[0], m, new.desk_id, new.id, m = any(new.team_ids), due
    from unnest(new.team_ids || new.reader_ids) m where m is not null;
  end if;
  return null;
end $$;
create or replace trigger deals_have_members after update or delete on deals
  for each row execute function case_has_members('deal');
create or replace trigger leads_have_members after update or delete on leads
  for each row execute function case_has_members('lead');

-- New ones, all of a statement at once.
create or replace function cases_have_members() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if tg_argv[0] = 'deal' then
    insert into public.case_members
    select distinct 'deal', m, d.desk_id, d.id, m = any(d.team_ids), public.deal_step_on(d::public.deals)
    from became d, unnest(d.team_ids || d.reader_ids) m where m is not null;
  else
    insert into public.case_members
    select distinct 'lead', m, l.desk_id, l.id, m = any(l.team_ids), public.lead_step_on(l::public.leads)
    from became l, unnest(l.team_ids || l.reader_ids) m where m is not null;
  end if;
  return null;
end $$;
create or replace trigger deals_have_members_inserted after insert on deals
  referencing new table as became for each statement execute function cases_have_members('deal');
create or replace trigger leads_have_members_inserted after insert on leads
  referencing new table as became for each statement execute function cases_have_members('lead');

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
    return query select (x.t).* from (
      select public.deal_tally(d) as t from public.deals d where d.id = any(ids) and d.deleted_at is null
        and (d.team_ids && people or d.reader_ids @> array[public.viewer_id()]) offset 0) x;
  else
    return query select (x.t).* from (
      select public.lead_tally(l) as t from public.leads l where l.id = any(ids) and l.deleted_at is null
        and (l.team_ids && people or l.reader_ids @> array[public.viewer_id()]) offset 0) x;
  end if;
end $$;
revoke execute on function foreign_tallies(text) from public;
grant execute on function foreign_tallies(text) to sees_all, sees_desk;

-- The same of the days.
create or replace function foreign_days() returns setof day_counters
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  ids bigint[];
  people bigint[] := public.viewer_people();
begin
  if current_setting('role') <> 'sees_desk' then return; end if;
  ids := array(
    select distinct m.record_id from public.desks k
      join public.case_members m on m.noun = 'deal' and m.user_id = any(people) and m.desk_id = k.id
    where k.id <> all (public.viewer_desks()));
  return query select t.* from public.zones z, public.deals d, public.deal_days(d, z) t where d.id = any(ids)
    and d.deleted_at is null and (d.team_ids && people or d.reader_ids @> array[public.viewer_id()]);
end $$;
revoke execute on function foreign_days() from public;
grant execute on function foreign_days() to sees_all, sees_desk;

-- The cases on whose team the viewer is, or which he reads: no index serves team_ids @> … under a row policy.
create or replace function member_case_ids(p_noun text) returns bigint[]
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return coalesce((
    select array_agg(record_id) from public.case_members where noun = p_noun and user_id = public.viewer_id()), '{}');
end $$;
revoke execute on function member_case_ids(text) from public;
grant execute on function member_case_ids(text) to sees_all, sees_desk;

create or replace function recount_days() returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  lock table public.deals in share row exclusive mode;
  delete from public.day_counter_deltas;
  delete from public.day_counters;
  insert into public.day_counters
  select t.desk_id, t.stage, t.status, t.kind, t.day, sum(t.count), sum(t.cny), sum(t.not_stated), sum(t.without_rate) from public.zones z, public.deals d, public.deal_days(d, z) t
  where d.deleted_at is null group by 1, 2, 3, 4, 5;
end $$;
revoke execute on function recount_days() from public;

-- Other limits, or days that begin at another hour, make other deals stuck.
create or replace function limits_changed() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform public.recount_days();
  return null;
end $$;
create or replace trigger zones_limits_changed after update on zones for each row
  when ((old.timezone, old.settings) is distinct from (new.timezone, new.settings)) execute function limits_changed();
create or replace trigger zones_limits_set after insert on zones for each row execute function limits_changed();

-- The next steps of open cases on whose team the viewer is, up to a day.
create or replace function own_steps(p_until date) returns table (noun text, id bigint, step_on date)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return query select m.noun, m.record_id, m.step_on from public.case_members m
    where m.user_id = public.viewer_id() and m.team and m.step_on is not null and m.step_on <= p_until;
end $$;
revoke execute on function own_steps(date) from public;
grant execute on function own_steps(date) to sees_all, sees_desk;

-- All of it anew, from the records: for a database that had no counters, and whenever these functions change.
create or replace function recount_cases() returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  lock table public.leads, public.deals in share row exclusive mode;
  delete from public.counter_deltas;
  delete from public.counters;
  delete from public.case_members;
  insert into public.case_members
  select distinct 'deal', m, desk_id, id, m = any(team_ids), public.deal_step_on(d)
  from public.deals d, unnest(team_ids || reader_ids) m where m is not null
  union all
  select distinct 'lead', m, desk_id, id, m = any(team_ids), public.lead_step_on(l)
  from public.leads l, unnest(team_ids || reader_ids) m where m is not null;
  insert into public.counters
  select noun, desk_id, stage, status, year, sum(count), sum(cny), sum(not_stated), sum(without_rate),
    sum(foreign_count), sum(foreign_cny), sum(foreign_not_stated), sum(foreign_without_rate)
  from (
    select t.* from public.deals d, public.deal_tally(d) t where d.deleted_at is null
    union all select t.* from public.leads l, public.lead_tally(l) t where l.deleted_at is null) all_cases
  group by 1, 2, 3, 4, 5;
  perform public.recount_days();
end $$;
revoke execute on function recount_cases() from public;
select recount_cases();
