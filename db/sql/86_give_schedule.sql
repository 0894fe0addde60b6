-- Hands a schedule of exports to a colleague, with whose rights it runs from then on. The row policy keeps each to his
-- own, so that nobody could give anything away: this gives one's own alone, to whoever can use it and has room for it.
create or replace function give_schedule(p_id bigint, p_to bigint, p_most int) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if public.viewer_verb() <> 'export.schedule' then
    raise exception 'give_schedule() outside of a change of schedules' using errcode = '42501';
  end if;
  update public.export_schedules s set user_id = p_to
  where s.id = p_id and s.user_id = public.viewer_id() and s.deleted_at is null
    and exists (select from public.users u where u.id = p_to and u.disabled_at is null and u.role <> 'admin')
    and (select count(*) from public.export_schedules o where o.user_id = p_to and o.deleted_at is null) < p_most;
  return found;
end $$;
revoke execute on function give_schedule(bigint, bigint, int) from public;
grant execute on function give_schedule(bigint, bigint, int) to sees_all, sees_desk;
