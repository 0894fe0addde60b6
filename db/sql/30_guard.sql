-- Policies cannot compare old and new. Here stage, status, desk, officer and team change only under the verbs that
-- are for it: so "nothing changes a stage but a move" is true in the database.
create or replace function guard_case() returns trigger language plpgsql as $$
declare
  verb text := public.viewer_verb();
  stem text := split_part(verb, '.', 2);
  -- whoever assigns may do so by a sheet as well
  assigns boolean := stem in ('assign', 'hand_over') or stem in ('import', 'undo_import') and public.viewer_writes() in ('all', 'desk');
begin
  if current_user not in ('sees_all', 'sees_desk') then return new; end if;
  if new.stage is distinct from old.stage and stem not in
      ('move', 'undo_move', 'move_back', 'confirm', 'judge', 'convert', 'disqualify', 'reopen', 'correct') then
    raise exception '% may not change the stage', verb using errcode = '42501', constraint = 'guard_stage';
  end if;
  if new.desk_id is distinct from old.desk_id and stem <> 'hand_over' then
    raise exception '% may not change the desk', verb using errcode = '42501', constraint = 'guard_desk';
  end if;
  if new.case_officer_id is distinct from old.case_officer_id and not assigns then
    raise exception '% may not change the case officer', verb using errcode = '42501', constraint = 'guard_officer';
  end if;
  if new.team_ids is distinct from old.team_ids and not assigns and stem not in ('add_member', 'merge', 'undo_merge') then
    raise exception '% may not change the team', verb using errcode = '42501', constraint = 'guard_team';
  end if;
  if new.reader_ids is distinct from old.reader_ids and not assigns and stem not in ('add_member', 'propose_hand_over', 'merge', 'undo_merge') then
    raise exception '% may not change the readers', verb using errcode = '42501', constraint = 'guard_readers';
  end if;
  if new.deleted_at is distinct from old.deleted_at and stem not in ('delete', 'restore', 'merge', 'undo_merge', 'undo_import') then
    raise exception '% may not delete or restore', verb using errcode = '42501', constraint = 'guard_deletion';
  end if;
  if new.number <> old.number or new.created_by <> old.created_by or new.created_at <> old.created_at then
    raise exception 'number and origin stand for good' using errcode = '42501', constraint = 'guard_origin';
  end if;
  return new;
end $$;
create or replace trigger leads_guard before update on leads for each row execute function guard_case();
create or replace trigger deals_guard before update on deals for each row execute function guard_case();

create or replace function guard_deal_status() returns trigger language plpgsql as $$
begin
  if current_user in ('sees_all', 'sees_desk') and new.status is distinct from old.status
      and split_part(public.viewer_verb(), '.', 2) not in ('hold', 'lose', 'withdraw', 'revive', 'correct') then
    raise exception '% may not change the status', public.viewer_verb() using errcode = '42501', constraint = 'guard_status';
  end if;
  return new;
end $$;
create or replace trigger deals_guard_status before update on deals for each row execute function guard_deal_status();

-- Somebody who covers for a colleague adds an activity and the next step; nothing else moves under that verb.
create or replace function guard_cover() returns trigger language plpgsql as $$
declare
  free text[] := array['next_step', 'next_step_on', 'last_progress_at', 'clock', 'clock_due', 'version', 'updated_at', 'updated_by', 'first_contact_at', 'reached_name'];
begin
  if current_user in ('sees_all', 'sees_desk') and public.viewer_verb() like 'activity.%'
      and (to_jsonb(new) - free) <> (to_jsonb(old) - free) then
    raise exception 'an activity changes only the next step' using errcode = '42501', constraint = 'guard_cover';
  end if;
  return new;
end $$;
create or replace trigger leads_guard_cover before update on leads for each row execute function guard_cover();
create or replace trigger deals_guard_cover before update on deals for each row execute function guard_cover();

-- An account changes only under the admin's verbs; one's own settings never reach role, login or being disabled.
create or replace function guard_user() returns trigger language plpgsql as $$
begin
  if current_user in ('sees_all', 'sees_desk') and public.viewer_verb() not like 'user.%'
      and (new.role, new.login, new.disabled_at, new.hired_on, new.name)
        is distinct from (old.role, old.login, old.disabled_at, old.hired_on, old.name) then
    raise exception '% may not change an account', public.viewer_verb() using errcode = '42501', constraint = 'guard_user';
  end if;
  return new;
end $$;
create or replace trigger users_guard before update on users for each row execute function guard_user();

-- Whoever is disabled, given another role or another password is signed out at the very next request.
create or replace function end_sessions() returns trigger language plpgsql as $$
begin
  if (new.role, new.disabled_at, new.password_hash) is distinct from (old.role, old.disabled_at, old.password_hash) then
    new.session_version := old.session_version + 1;
  end if;
  return new;
end $$;
create or replace trigger users_end_sessions before update on users for each row execute function end_sessions();

create or replace function end_sessions_of_member() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update public.users set session_version = session_version + 1
  where id = coalesce(new.user_id, old.user_id);
  return null;
end $$;
create or replace trigger desk_members_end_sessions after insert or update or delete on desk_members
  for each row execute function end_sessions_of_member();
