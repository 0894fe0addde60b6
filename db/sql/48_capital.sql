-- Parts, plans and arrivals are seen by whom their deal is seen: desk, people and standing are copied from it, and
-- follow it. Plans and arrivals are of the kind, origin and form that their part is.
create or replace function capital_takes_deal() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  select d.desk_id, d.team_ids, d.reader_ids,
      case when d.deleted_at is not null then 'gone' when d.status <> 'active' then 'resting' else d.stage end
    into new.desk_id, new.team_ids, new.reader_ids, new.standing from public.deals d where d.id = new.deal_id;
  if tg_table_name <> 'capital_parts' then
    select p.kind, p.origin, p.form into new.kind, new.origin, new.form
    from public.capital_parts p where p.id = new.part_id and p.deal_id = new.deal_id;
  end if;
  return new;
end $$;
create or replace trigger capital_parts_take_deal before insert or update on capital_parts
  for each row execute function capital_takes_deal();
create or replace trigger planned_arrivals_take_deal before insert or update on planned_arrivals
  for each row execute function capital_takes_deal();
create or replace trigger arrivals_take_deal before insert or update on arrivals
  for each row execute function capital_takes_deal();

-- Each change of a part or plan is a line from its day on; the line that stood ends there, and is never erased. What one
-- transaction writes of it twice is one line.
create or replace function capital_is_dated() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  dated constant text[] := array['kind', 'origin', 'form', 'party', 'from_on', 'by_on', 'minor', 'currency', 'rate', 'cny'];
  now_said jsonb := to_jsonb(new);
  part bigint := coalesce((now_said ->> 'part_id')::bigint, new.id);
  plan bigint := case when tg_table_name = 'planned_arrivals' then new.id end;
  stood public.capital_facts;
  line public.capital_facts;
begin
  if tg_op = 'UPDATE' and new.deleted_at is not distinct from old.deleted_at and (
      select bool_and(now_said -> key is not distinct from to_jsonb(old) -> key) from unnest(dated) key) then
    return null;
  end if;
  select * into stood from public.capital_facts f
    where f.part_id = part and f.plan_id is not distinct from plan and f.effective_until is null;
  if stood.recorded_at = now() and stood.effective_on = new.effective_on then
    delete from public.capital_facts where id = stood.id;
  else
    update public.capital_facts set effective_until = greatest(effective_on, new.effective_on) where id = stood.id;
  end if;
  if new.deleted_at is not null then return null; end if;
  line := jsonb_populate_record(null::public.capital_facts, now_said);
  insert into public.capital_facts (deal_id, part_id, plan_id, kind, origin, form, party, from_on, by_on, minor, currency, rate, cny,
      effective_on, recorded_at, recorded_by)
    values (new.deal_id, part, plan, line.kind, line.origin, line.form, line.party, line.from_on, line.by_on, line.minor,
      line.currency, line.rate, line.cny, greatest(new.effective_on, stood.effective_on),
      case when tg_op = 'INSERT' then new.created_at else now() end, coalesce(public.viewer_id(), new.created_by));
  return null;
end $$;
create or replace trigger capital_parts_are_dated
  after insert or update of kind, origin, form, party, minor, currency, rate, cny, deleted_at on capital_parts
  for each row execute function capital_is_dated();
create or replace trigger planned_arrivals_are_dated
  after insert or update of part_id, from_on, by_on, minor, currency, rate, cny, deleted_at on planned_arrivals
  for each row execute function capital_is_dated();

create or replace function deal_gives_capital() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if (new.desk_id, new.team_ids, new.reader_ids, new.stage, new.status, new.deleted_at)
      is distinct from (old.desk_id, old.team_ids, old.reader_ids, old.stage, old.status, old.deleted_at) then
    update public.capital_parts set desk_id = new.desk_id where deal_id = new.id;
    update public.planned_arrivals set desk_id = new.desk_id where deal_id = new.id;
    update public.arrivals set desk_id = new.desk_id where deal_id = new.id;
  end if;
  return null;
end $$;
create or replace trigger deals_give_capital after update on deals for each row execute function deal_gives_capital();

-- Two people: an arrival counts, is returned or gives way to a correction under the verbs of who decides, and no other.
-- What was proposed stands as it was proposed.
create or replace function guard_arrival() returns trigger language plpgsql as $$
declare verb text := public.viewer_verb();
begin
  if current_user not in ('sees_all', 'sees_desk') then return new; end if;
  if new.state is distinct from old.state and verb not in ('capital.confirm_arrival', 'capital.return_arrival') then
    raise exception '% may not decide on an arrival', verb using errcode = '42501', constraint = 'guard_arrival_state';
  end if;
  if (new.deal_id, new.part_id, new.arrived_on, new.minor, new.currency, new.credited_minor, new.voucher, new.corrects_id,
        new.strikes, new.proposed_by, new.proposed_at)
      is distinct from (old.deal_id, old.part_id, old.arrived_on, old.minor, old.currency, old.credited_minor, old.voucher,
        old.corrects_id, old.strikes, old.proposed_by, old.proposed_at) then
    raise exception 'an arrival stands as it was proposed' using errcode = '42501', constraint = 'guard_arrival';
  end if;
  return new;
end $$;
create or replace trigger arrivals_guard before update on arrivals for each row execute function guard_arrival();

-- Officer and heads learn once that something expected did not come; a plan moved to another day is told of anew.
-- Answers of how many plans.
create or replace function tell_overdue_capital(p_most int) returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  due record;
  told int := 0;
  today date := (now() at time zone coalesce((select z.timezone from public.zones z), 'Asia/Shanghai'))::date;
begin
  for due in
    update public.planned_arrivals p set told_at = now() from public.deals d
    where d.id = p.deal_id and p.id in (
      select r.id from public.planned_arrivals r where r.told_at is null and r.open_minor > 0 and r.deleted_at is null
        and r.by_on < today and r.standing in ('negotiation', 'entry_procedures', 'approved')
      order by r.by_on, r.id limit p_most for update skip locked)
    returning p.id, p.by_on, d.id as deal_id, d.number, d.name, d.case_officer_id, d.desk_id
  loop
    perform public.notify('capital_overdue', array_remove(array[due.case_officer_id] || array(
        select m.user_id from public.desk_members m where m.desk_id = due.desk_id and m.head), null),
      'deal', due.deal_id, jsonb_build_object('number', due.number, 'name', left(due.name, 200), 'on', due.by_on,
        'path', '/deals/' || due.number || '/capital'), 'capital_overdue ' || due.id || ' ' || due.by_on);
    told := told + 1;
  end loop;
  return told;
end $$;
revoke execute on function tell_overdue_capital(int) from public;
grant execute on function tell_overdue_capital(int) to housekeeping;
