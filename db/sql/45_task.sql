-- A task on a lead or deal is seen by whom that one is seen, and follows it; besides by whoever gave it and whoever got
-- it. By itself, or on what all staff read, it is seen by those two and the heads of who got it. Whoever changed it last
-- stays: one who passes a task on must still see the row that he writes.
create or replace function task_people(p_assignee bigint, p_creator bigint, p_changer bigint, p_heads boolean) returns bigint[]
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return array(
    select distinct x from unnest(array[p_assignee, p_creator, p_changer] || case when p_heads then array(
      select h.user_id from public.desk_members m join public.desk_members h on h.desk_id = m.desk_id and h.head
      where m.user_id = p_assignee) else '{}'::bigint[] end) x where x is not null order by x);
end $$;
revoke execute on function task_people(bigint, bigint, bigint, boolean) from public;

create or replace function task_takes_case() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  people bigint[] := public.task_people(new.assignee_id, new.created_by, new.updated_by, new.lead_id is null and new.deal_id is null);
begin
  new.desk_id := 0;
  new.team_ids := people;
  new.reader_ids := '{}';
  if new.deal_id is not null then
    select d.desk_id, array(select distinct unnest(d.team_ids || people)), d.reader_ids
      into new.desk_id, new.team_ids, new.reader_ids from public.deals d where d.id = new.deal_id;
  elsif new.lead_id is not null then
    select l.desk_id, array(select distinct unnest(l.team_ids || people)), l.reader_ids
      into new.desk_id, new.team_ids, new.reader_ids from public.leads l where l.id = new.lead_id;
  end if;
  return new;
end $$;
create or replace trigger tasks_take_case before insert or update on tasks
  for each row execute function task_takes_case();

-- Another desk, officer or member of the case: its tasks are written anew, and take it from there. What the officer
-- still had to do on it, the one who follows has to do.
create or replace function case_gives_tasks() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare follows boolean := new.case_officer_id is not null and new.case_officer_id is distinct from old.case_officer_id;
begin
  if (new.desk_id, new.team_ids, new.reader_ids, new.case_officer_id)
      is distinct from (old.desk_id, old.team_ids, old.reader_ids, old.case_officer_id) then
    if tg_table_name = 'deals' then
      update public.tasks set assignee_id = case when follows and done_at is null and assignee_id = old.case_officer_id
        then new.case_officer_id else assignee_id end where deal_id = new.id;
    else
      update public.tasks set assignee_id = case when follows and done_at is null and assignee_id = old.case_officer_id
        then new.case_officer_id else assignee_id end where lead_id = new.id;
    end if;
  end if;
  return null;
end $$;
create or replace trigger leads_give_tasks after update on leads for each row execute function case_gives_tasks();
create or replace trigger deals_give_tasks after update on deals for each row execute function case_gives_tasks();

-- Another head, or another desk of who got it.
create or replace function member_gives_tasks() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare desk bigint := coalesce(new.desk_id, old.desk_id);
begin
  update public.tasks set desk_id = 0 where lead_id is null and deal_id is null and assignee_id in (
    select m.user_id from public.desk_members m where m.desk_id = desk union select coalesce(new.user_id, old.user_id));
  return null;
end $$;
create or replace trigger desk_members_give_tasks after insert or update or delete on desk_members
  for each row execute function member_gives_tasks();

-- Which record a task is on, and who made it, stand for good.
create or replace function guard_task() returns trigger language plpgsql as $$
begin
  if current_user in ('sees_all', 'sees_desk') then
    if public.viewer_verb() not like 'task.%' and public.viewer_verb() not in ('leaver.hand_over', 'review.close') then
      raise exception '% may not change a task', public.viewer_verb() using errcode = '42501', constraint = 'guard_task';
    end if;
    if (new.lead_id, new.deal_id, new.company_id, new.contact_id, new.event_id, new.created_by, new.created_at)
        is distinct from (old.lead_id, old.deal_id, old.company_id, old.contact_id, old.event_id, old.created_by, old.created_at) then
      raise exception 'record and origin of a task stand for good' using errcode = '42501', constraint = 'guard_task_origin';
    end if;
  end if;
  return new;
end $$;
create or replace trigger tasks_guard before update on tasks for each row execute function guard_task();

-- Who is to be reminded today of what he has to do: told once, from eight o'clock on. Answers of how many tasks.
create or replace function remind_tasks() returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  due record;
  told int := 0;
  here timestamp := now() at time zone coalesce((select z.timezone from public.zones z), 'Asia/Shanghai');
begin
  for due in
    update public.tasks t set reminded_at = now() where t.id in (
      select r.id from public.tasks r where r.done_at is null and r.deleted_at is null and r.remind_days is not null
        and r.reminded_at is null and r.due_on - r.remind_days + time '08:00' <= here
      order by r.due_on, r.id limit 500 for update skip locked)
    returning t.id, t.title, t.due_on, t.assignee_id
  loop
    perform public.notify('task_due', array[due.assignee_id], 'task', due.id, jsonb_build_object(
      'name', left(due.title, 200), 'on', due.due_on, 'path', '/tasks/' || due.id), 'task_due ' || due.id || ' ' || due.due_on);
    told := told + 1;
  end loop;
  return told;
end $$;
revoke execute on function remind_tasks() from public;
grant execute on function remind_tasks() to housekeeping;
