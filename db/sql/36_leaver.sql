-- All leads or deals on whose team somebody is, by id: for handing over what a leaver has, and for nothing else. Which of
-- them the viewer sees and writes, the row policies say as ever.
create or replace function leaver_case_ids(p_noun text, p_user bigint) returns bigint[]
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if public.viewer_verb() not like 'leaver.%' then
    raise exception 'leaver_case_ids() outside of a checklist' using errcode = '42501';
  end if;
  return coalesce((
    select array_agg(record_id) from public.case_members where noun = p_noun and user_id = p_user), '{}');
end $$;
revoke execute on function leaver_case_ids(text, bigint) from public;
grant execute on function leaver_case_ids(text, bigint) to sees_all, sees_desk;

-- How many open leads and deals somebody has as case officer, and as a member, of all desks; what he still has to do; and
-- the offers of his that are open, for who made an offer joins the case when it is accepted. Counts alone, for the
-- checklist and before the account is disabled.
drop function if exists open_case_counts(bigint);
create function open_case_counts(p_user bigint, out officer_of int, out member_of int, out tasks int, out offers int)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if public.viewer_verb() not like 'leaver.%' and public.viewer_verb() <> 'user.disable' then
    raise exception 'open_case_counts() outside of a checklist' using errcode = '42501';
  end if;
  select count(*) filter (where officer = p_user), count(*) filter (where officer is distinct from p_user)
  into officer_of, member_of
  from (
    select l.case_officer_id as officer from public.leads l where l.team_ids @> array[p_user]
      and l.deleted_at is null and l.stage in ('new', 'contacted', 'qualified')
    union all
    select d.case_officer_id from public.deals d where d.team_ids @> array[p_user]
      and d.deleted_at is null and d.status in ('active', 'on_hold')) c;
  select count(*) into tasks from public.tasks t where t.assignee_id = p_user and t.done_at is null and t.deleted_at is null;
  select count(*) into offers from public.hand_overs h where h.proposed_by = p_user and h.state = 'open';
end $$;
revoke execute on function open_case_counts(bigint) from public;
grant execute on function open_case_counts(bigint) to sees_all, sees_desk;

-- A case is given to an open account, also when it is disabled at the same moment: one of the two waits for the other.
create or replace function officer_has_account() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform from public.users where id = new.case_officer_id and disabled_at is null for share;
  if not found then
    raise exception 'a case officer needs an open account' using errcode = '23514', constraint = 'officer_has_account';
  end if;
  return new;
end $$;
create or replace trigger leads_officer_has_account before update on leads for each row
  when (new.case_officer_id is not null and new.case_officer_id is distinct from old.case_officer_id)
  execute function officer_has_account();
create or replace trigger deals_officer_has_account before update on deals for each row
  when (new.case_officer_id is not null and new.case_officer_id is distinct from old.case_officer_id)
  execute function officer_has_account();
