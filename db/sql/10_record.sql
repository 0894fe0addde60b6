-- The only way into the log: who, what and when come from the settings of the transaction, not from the caller. What is
-- done with a colleague's lead or deal by whoever stands in for him says so: `coverFor`.
create or replace function record(p_noun text, p_record_id bigint, p_details jsonb default '{}') returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  entry bigint;
  desk bigint;
  team bigint[];
  officer bigint;
  absent bigint;
begin
  if public.viewer_id() is null or public.viewer_verb() = '' then
    raise exception 'record() outside of a permitted transaction' using errcode = '42501';
  end if;
  if p_noun in ('lead', 'deal') and public.viewer_covers() <> '{}' then
    if p_noun = 'lead' then
      select desk_id, team_ids, case_officer_id into desk, team, officer from public.leads where id = p_record_id;
    else
      select desk_id, team_ids, case_officer_id into desk, team, officer from public.deals where id = p_record_id;
    end if;
    -- who adds himself to the team was not of it before; the case officer, who is no member, was
    if p_details #> '{changes,members,0}' is not null then
      team := array(select jsonb_array_elements_text(p_details #> '{changes,members,0}')::bigint) || officer;
    end if;
    absent := public.acts_for(desk, team);
  end if;
  insert into public.log_entries (actor_id, verb, noun, record_id, details)
  values (public.viewer_id(), public.viewer_verb(), p_noun, p_record_id,
    coalesce(p_details, '{}') || case when absent is null then '{}' else jsonb_build_object('coverFor', absent) end)
  returning id into entry;
  return entry;
end $$;
revoke execute on function record(text, bigint, jsonb) from public;
grant execute on function record(text, bigint, jsonb) to sees_all, sees_desk;

-- A line for each of many records by one statement: p_lines is [{id, details}]. Whose colleague's case it is, is looked up
-- record by record, and only for whoever stands in for somebody.
create or replace function record_all(p_noun text, p_lines jsonb) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  me bigint := public.viewer_id();
  verb text := public.viewer_verb();
begin
  if me is null or verb = '' then
    raise exception 'record_all() outside of a permitted transaction' using errcode = '42501';
  end if;
  if p_noun in ('lead', 'deal') and public.viewer_covers() <> '{}' then
    perform public.record(p_noun, l.id, l.details) from jsonb_to_recordset(p_lines) l(id bigint, details jsonb);
  else
    insert into public.log_entries (actor_id, verb, noun, record_id, details)
    select me, verb, p_noun, l.id, coalesce(l.details, '{}') from jsonb_to_recordset(p_lines) l(id bigint, details jsonb);
  end if;
end $$;
revoke execute on function record_all(text, jsonb) from public;
grant execute on function record_all(text, jsonb) to sees_all, sees_desk;

create or replace function log_is_written_once() returns trigger language plpgsql as $$
begin
  raise exception 'the log is neither changed nor cut' using errcode = '42501';
end $$;
create or replace trigger log_entries_written_once before update or delete on log_entries
  for each row execute function log_is_written_once();
create or replace trigger log_entries_not_truncated before truncate on log_entries
  for each statement execute function log_is_written_once();
