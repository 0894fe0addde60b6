-- The clocks of cases, and what becomes of them. In the database, so that no write can forget them: whatever ends a
-- clock or begins it anew leaves a line in the record of its desk.

create or replace function zone_today() returns date
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return (now() at time zone coalesce((select timezone from public.zones), 'Asia/Shanghai'))::date;
end $$;
revoke execute on function zone_today() from public;

-- Progress on a deal: dealClock() in domain/calendar/clock.ts. The days of a limit that is changed count from the next
-- progress on; nobody else sets the column.
create or replace function deal_clock() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare zone public.zones;
begin
  if tg_op = 'UPDATE' and (new.status, new.stage, new.status_since, new.stage_since, new.last_progress_at)
      is not distinct from (old.status, old.stage, old.status_since, old.stage_since, old.last_progress_at) then
    new.clock_due := old.clock_due;
    return new;
  end if;
  if new.status <> 'active' or new.stage = 'approved' then
    new.clock_due := null;
    return new;
  end if;
  select * into zone from public.zones;
  new.clock_due := greatest(new.status_since, new.stage_since,
      (new.last_progress_at at time zone coalesce(zone.timezone, 'Asia/Shanghai'))::date)
    + coalesce((zone.settings ->> 'progressDays')::int, 14);
  return new;
end $$;
create or replace trigger deals_clock before insert or update on deals for each row execute function deal_clock();

-- A clock that ends or begins anew, into the record of the desk that had it. `p_done`: by something that was done, and
-- then it is kept or missed by the day on which that was recorded, never by a day that is said. Else the clock only
-- stopped (on hold, handed over, deleted), which counts when it had run out already.
create or replace function settle_clock(
  p_kind text, p_lead bigint, p_deal bigint, p_desk bigint, p_officer bigint, p_due date, p_done boolean
) returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare today date := public.zone_today();
begin
  if not p_done and today <= p_due then return; end if;
  insert into public.clock_results as r (kind, lead_id, deal_id, desk_id, officer_id, due_on, done_on, kept, settled_on)
  values (p_kind, p_lead, p_deal, p_desk, p_officer, p_due, case when p_done then today end,
    today <= p_due, least(today, p_due))
  on conflict (lead_id, deal_id, kind, due_on) do update set done_on = coalesce(r.done_on, excluded.done_on);
end $$;
revoke execute on function settle_clock(text, bigint, bigint, bigint, bigint, date, boolean) from public;

create or replace function lead_settles_clocks() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare stays boolean := new.desk_id = old.desk_id and new.deleted_at is null;
begin
  if old.clock_due is not null and ((new.clock, new.clock_due) is distinct from (old.clock, old.clock_due) or not stays) then
    perform public.settle_clock(old.clock, old.id, null, old.desk_id, old.case_officer_id, old.clock_due,
      stays and ((new.stage, new.verdict) is distinct from (old.stage, old.verdict) or new.last_progress_at > old.last_progress_at));
  end if;
  if old.tell_due is not null and new.tell_due is null then
    perform public.settle_clock('tell', old.id, null, old.desk_id, old.case_officer_id, old.tell_due, new.told_on is not null);
  end if;
  return null;
end $$;
create or replace trigger leads_settle_clocks after update on leads for each row execute function lead_settles_clocks();

create or replace function deal_settles_clock() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare stays boolean := new.desk_id = old.desk_id and new.deleted_at is null;
begin
  if old.clock_due is not null and (new.clock_due is distinct from old.clock_due or not stays) then
    perform public.settle_clock('progress', null, old.id, old.desk_id, old.case_officer_id, old.clock_due,
      stays and new.status <> 'on_hold'
        and ((new.stage, new.status) is distinct from (old.stage, old.status) or new.last_progress_at > old.last_progress_at));
  end if;
  return null;
end $$;
create or replace trigger deals_settle_clock after update on deals for each row execute function deal_settles_clock();

-- What housekeeping needs to count working days: the zone's day, and the notices that were entered.
create or replace function clock_calendar() returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return jsonb_build_object('today', public.zone_today(), 'entered', coalesce((
    select jsonb_agg(jsonb_build_object('year', year, 'date', date, 'works', works)) from public.work_days), '[]'));
end $$;
revoke execute on function clock_calendar() from public;
grant execute on function clock_calendar() to housekeeping;

-- The clocks that run, on cases that are there. One look at each index, the most urgent first.
create or replace function running_clocks(p_from date, p_until date, p_limit int)
returns table (noun text, id bigint, number text, name text, kind text, due date, desk_id bigint, officer_id bigint)
language sql stable set search_path = pg_catalog, pg_temp as $$
  (select 'lead', l.id, l.number, l.name, l.clock, l.clock_due, l.desk_id, l.case_officer_id from public.leads l
    where l.deleted_at is null and l.clock_due between p_from and p_until
      and not exists (select from public.clock_results r
        where r.lead_id = l.id and r.deal_id is null and r.kind = l.clock and r.due_on = l.clock_due)
    order by l.clock_due, l.id limit p_limit)
  union all
  (select 'lead', l.id, l.number, l.name, 'tell', l.tell_due, l.desk_id, l.case_officer_id from public.leads l
    where l.deleted_at is null and l.tell_due between p_from and p_until
      and not exists (select from public.clock_results r
        where r.lead_id = l.id and r.deal_id is null and r.kind = 'tell' and r.due_on = l.tell_due)
    order by l.tell_due, l.id limit p_limit)
  union all
  (select 'deal', d.id, d.number, d.name, 'progress', d.clock_due, d.desk_id, d.case_officer_id from public.deals d
    where d.deleted_at is null and d.clock_due between p_from and p_until
      and not exists (select from public.clock_results r
        where r.lead_id is null and r.deal_id = d.id and r.kind = 'progress' and r.due_on = d.clock_due)
    order by d.clock_due, d.id limit p_limit)
$$;
revoke execute on function running_clocks(date, date, int) from public;

-- Clocks that have run out, once each: into the record as missed, and told to the heads of the desk (a desk without a
-- head: to the director). At most p_limit of each kind a call; answers how many.
create or replace function miss_clocks(p_limit int) returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare late record; n int := 0;
begin
  for late in
    with due as materialized (select * from public.running_clocks('1900-01-01', public.zone_today() - 1, p_limit)),
    missed as (
      insert into public.clock_results as r (kind, lead_id, deal_id, desk_id, officer_id, due_on, kept, settled_on)
      select kind, case noun when 'lead' then id end, case noun when 'deal' then id end, desk_id, officer_id, due, false, due
      from due on conflict (lead_id, deal_id, kind, due_on) do nothing
      returning r.kind, r.lead_id, r.deal_id, r.due_on)
    select d.*, public.desk_heads(d.desk_id) as heads from due d
    join missed m on m.kind = d.kind and m.due_on = d.due
      and m.lead_id is not distinct from case d.noun when 'lead' then d.id end
      and m.deal_id is not distinct from case d.noun when 'deal' then d.id end
    order by d.due
  loop
    perform public.notify('clock_overdue', late.heads, late.noun, late.id, public.clock_details(late.number, late.name, late.kind, late.due),
      format('clock_overdue %s %s %s %s', late.noun, late.id, late.kind, late.due));
    n := n + 1;
  end loop;
  return n;
end $$;
revoke execute on function miss_clocks(int) from public;
grant execute on function miss_clocks(int) to housekeeping;

-- Clocks that run out by p_until (the next working day), told once each to the case officer; unassigned, to the heads.
create or replace function warn_of_clocks(p_until date, p_limit int) returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare soon record; told int := 0;
begin
  for soon in
    select c.*, format('clock_soon %s %s %s %s', c.noun, c.id, c.kind, c.due) as once
    from public.running_clocks(public.zone_today(), p_until, 10000) c
    where not exists (select from public.notifications n where n.once = format('clock_soon %s %s %s %s', c.noun, c.id, c.kind, c.due)
      and n.user_id = any(case when c.officer_id is null then public.desk_heads(c.desk_id) else array[c.officer_id] end))
    order by c.due, c.id limit p_limit
  loop
    told := told + public.notify('clock_soon',
      case when soon.officer_id is null then public.desk_heads(soon.desk_id) else array[soon.officer_id] end,
      soon.noun, soon.id, public.clock_details(soon.number, soon.name, soon.kind, soon.due), soon.once);
  end loop;
  return told;
end $$;
revoke execute on function warn_of_clocks(date, int) from public;
grant execute on function warn_of_clocks(date, int) to housekeeping;

create or replace function clock_details(p_number text, p_name text, p_kind text, p_due date) returns jsonb
language sql immutable set search_path = pg_catalog, pg_temp as $$
  select jsonb_build_object('number', p_number, 'name', left(p_name, 200), 'on', p_due, 'clock', p_kind)
$$;

-- The heads of a desk with an account in use; where there is none, the director.
create or replace function desk_heads(p_desk bigint) returns bigint[]
language sql stable set search_path = pg_catalog, pg_temp as $$
  with heads as (
    select u.id from public.desk_members m join public.users u on u.id = m.user_id
    where m.desk_id = p_desk and m.head and u.disabled_at is null)
  select coalesce((select array_agg(id) from heads),
    (select array_agg(id) from public.users where role = 'director' and disabled_at is null), '{}')
$$;
revoke execute on function desk_heads(bigint) from public;
