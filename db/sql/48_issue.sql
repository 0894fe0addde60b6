-- An issue is seen by whom its lead or deal is seen: desk and people are copied from it, and follow it.
create or replace function issue_takes_case() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if new.deal_id is not null then
    select desk_id, team_ids, reader_ids into new.desk_id, new.team_ids, new.reader_ids
    from public.deals where id = new.deal_id;
  else
    select desk_id, team_ids, reader_ids into new.desk_id, new.team_ids, new.reader_ids
    from public.leads where id = new.lead_id;
  end if;
  return new;
end $$;
create or replace trigger issues_take_case before insert or update on issues
  for each row execute function issue_takes_case();

-- Another desk, officer or member, another name, or deleted: the issues take it from there; what the officer still had to see to, the next one has.
create or replace function case_gives_issues() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare follows boolean := new.case_officer_id is not null and new.case_officer_id is distinct from old.case_officer_id;
begin
  if tg_table_name = 'deals' then
    update public.issues set owner_id = case when follows and closed_on is null and owner_id = old.case_officer_id
      then new.case_officer_id else owner_id end where deal_id = new.id;
  else
    update public.issues set owner_id = case when follows and closed_on is null and owner_id = old.case_officer_id
      then new.case_officer_id else owner_id end where lead_id = new.id;
  end if;
  return null;
end $$;
create or replace trigger deals_give_issues after update on deals for each row
  when ((new.desk_id, new.team_ids, new.reader_ids, new.case_officer_id, new.search_text, new.deleted_at)
    is distinct from (old.desk_id, old.team_ids, old.reader_ids, old.case_officer_id, old.search_text, old.deleted_at))
  execute function case_gives_issues();
create or replace trigger leads_give_issues after update on leads for each row
  when ((new.desk_id, new.team_ids, new.reader_ids, new.case_officer_id, new.search_text, new.deleted_at)
    is distinct from (old.desk_id, old.team_ids, old.reader_ids, old.case_officer_id, old.search_text, old.deleted_at))
  execute function case_gives_issues();

-- How many are open stands on the record itself, so that a row of a list or a card says so without looking. Added up, not
-- counted: of two at once the second adds to what the first has left.
create or replace function count_open_issues() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare change record;
begin
  for change in
    select deal_id, lead_id, sum(n)::int as n from (
      select old.deal_id, old.lead_id, -1 as n where tg_op <> 'INSERT' and old.closed_on is null and old.deleted_at is null
      union all
      select new.deal_id, new.lead_id, 1 where tg_op <> 'DELETE' and new.closed_on is null and new.deleted_at is null) c
    group by deal_id, lead_id having sum(n) <> 0
  loop
    update public.deals set open_issues = open_issues + change.n where id = change.deal_id;
    update public.leads set open_issues = open_issues + change.n where id = change.lead_id;
  end loop;
  return null;
end $$;
create or replace trigger issues_count_open after insert or update or delete on issues
  for each row execute function count_open_issues();

-- Whose it is stands for good; a lead that becomes a deal takes its open ones along.
create or replace function guard_issue() returns trigger language plpgsql as $$
declare verb text := public.viewer_verb();
begin
  if current_user not in ('sees_all', 'sees_desk') then return new; end if;
  if verb not like 'issue.%' and verb <> 'lead.convert' then
    raise exception '% may not change an issue', verb using errcode = '42501', constraint = 'guard_issue';
  end if;
  if verb <> 'lead.convert' and (new.lead_id, new.deal_id) is distinct from (old.lead_id, old.deal_id)
      or (new.created_by, new.created_at) is distinct from (old.created_by, old.created_at) then
    raise exception 'record and origin of an issue stand for good' using errcode = '42501', constraint = 'guard_issue_origin';
  end if;
  return new;
end $$;
create or replace trigger issues_guard before update on issues for each row execute function guard_issue();
