-- A procedure is seen by whom its deal is seen: desk and people are copied from it, and follow it.
create or replace function procedure_takes_case() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  select desk_id, team_ids, reader_ids into new.desk_id, new.team_ids, new.reader_ids
  from public.deals where id = new.deal_id;
  return new;
end $$;
create or replace trigger procedures_take_case before insert or update on procedures
  for each row execute function procedure_takes_case();

-- Another desk, officer or member of the deal: its procedures are written anew, and take it from there. What the officer
-- still had to see to, the one who follows has.
create or replace function deal_gives_procedures() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare follows boolean := new.case_officer_id is not null and new.case_officer_id is distinct from old.case_officer_id;
begin
  update public.procedures set officer_id = case when follows and done_on is null and officer_id = old.case_officer_id
    then new.case_officer_id else officer_id end where deal_id = new.id;
  return null;
end $$;
create or replace trigger deals_give_procedures after update on deals for each row
  when ((new.desk_id, new.team_ids, new.reader_ids, new.case_officer_id)
    is distinct from (old.desk_id, old.team_ids, old.reader_ids, old.case_officer_id))
  execute function deal_gives_procedures();

-- Whose it is stands for good; whether it must be done, and that it need not be, is for its own verbs.
create or replace function guard_procedure() returns trigger language plpgsql as $$
declare verb text := public.viewer_verb();
begin
  if current_user not in ('sees_all', 'sees_desk') then return new; end if;
  if verb not like 'procedure.%' and verb not in ('deal.move', 'deal.undo_move') then
    raise exception '% may not change a procedure', verb using errcode = '42501', constraint = 'guard_procedure';
  end if;
  if new.waived_at is distinct from old.waived_at and verb not in ('procedure.waive', 'procedure.reopen') then
    raise exception '% may not waive', verb using errcode = '42501', constraint = 'guard_waiver';
  end if;
  if new.mandatory is distinct from old.mandatory then
    raise exception 'what is mandatory is waived' using errcode = '42501', constraint = 'guard_mandatory';
  end if;
  if (new.deal_id, new.template_id, new.created_by, new.created_at)
      is distinct from (old.deal_id, old.template_id, old.created_by, old.created_at) then
    raise exception 'record and origin of a procedure stand for good' using errcode = '42501', constraint = 'guard_procedure_origin';
  end if;
  return new;
end $$;
create or replace trigger procedures_guard before update on procedures for each row execute function guard_procedure();

-- Who is told, once, that a procedure of an active deal is overdue: whoever sees to it, else the case officer, else the
-- heads of the desk. From eight o'clock on. Answers of how many procedures.
create or replace function tell_overdue_procedures() returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  late record;
  told int := 0;
  here timestamp := now() at time zone coalesce((select z.timezone from public.zones z), 'Asia/Shanghai');
begin
  if here::time < time '08:00' then return 0; end if;
  for late in
    update public.procedures p set told_at = now() from public.deals d
    where d.id = p.deal_id and p.id in (
      select r.id from public.procedures r join public.deals f on f.id = r.deal_id
      where r.done_on is null and r.waived_at is null and r.deleted_at is null and r.due_on is not null and r.told_at is null
        and r.due_on < here::date and f.deleted_at is null and f.status = 'active'
      order by r.due_on, r.id limit 500 for update of r skip locked)
    returning p.id, p.name, p.due_on, p.deal_id, p.officer_id, d.number, d.name as deal, d.case_officer_id, d.desk_id
  loop
    perform public.notify('procedure_overdue',
      case when coalesce(late.officer_id, late.case_officer_id) is null then public.deciders_of(late.desk_id)
        else array[coalesce(late.officer_id, late.case_officer_id)] end,
      'deal', late.deal_id, jsonb_build_object('number', late.number, 'name', left(late.deal, 200),
        'text', left(late.name, 300), 'on', late.due_on, 'path', '/deals/' || late.number || '/procedures'), 'procedure_overdue ' || late.id || ' ' || late.due_on);
    told := told + 1;
  end loop;
  return told;
end $$;
revoke execute on function tell_overdue_procedures() from public;
grant execute on function tell_overdue_procedures() to housekeeping;

-- Those who work on a deal on hold whose review date has come, once for each date; without a case officer the heads.
create or replace function tell_holds_over() returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  here timestamp := now() at time zone coalesce((select z.timezone from public.zones z), 'Asia/Shanghai');
  told int;
begin
  if here::time < time '08:00' then return 0; end if;
  select coalesce(sum(public.notify('hold_over',
      case when d.case_officer_id is null then public.deciders_of(d.desk_id) else d.team_ids end, 'deal', d.id,
      jsonb_build_object('number', d.number, 'name', left(d.name, 200), 'on', d.review_on),
      'hold_over ' || d.id || ' ' || d.review_on)), 0) into told
  from public.deals d
  where d.status = 'on_hold' and d.deleted_at is null and d.review_on between here::date - 7 and here::date;
  return told;
end $$;
revoke execute on function tell_holds_over() from public;
grant execute on function tell_holds_over() to housekeeping;
