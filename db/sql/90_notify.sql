-- The only way in: tells people, in the transaction of what is told. Never the one who does it, never a disabled
-- account, nobody twice; where and whether, each person has chosen (no row: as usual, domain/notification). Listeners
-- hear of it when the transaction has committed. A chore of housekeeping tells as nobody; with p_once (a key that says
-- what and when) it may tell the same again without any effect.
create or replace function notify(p_kind text, p_to bigint[], p_noun text, p_record_id bigint, p_details jsonb, p_once text default null)
returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  me bigint := case when current_setting('role') <> 'housekeeping' then public.viewer_id() end;
  told bigint[];
begin
  if current_setting('role') <> 'housekeeping' and (me is null or public.viewer_writes() = 'none') then
    raise exception 'notify() outside of a permitted write' using errcode = '42501';
  end if;
  if octet_length(p_details::text) > 8000 then
    raise exception 'more details than a notification shows' using errcode = '22023';
  end if;
  with chosen as (
    select u.id, coalesce(c.app, true) as app, coalesce(c.mail, 'daily') as mail
    from public.users u left join public.notification_choices c on c.user_id = u.id and c.kind = p_kind
    where u.id = any(p_to) and u.id is distinct from me and u.disabled_at is null),
  added as (
    insert into public.notifications (user_id, kind, actor_id, noun, record_id, details, once, in_app, mail)
    select id, p_kind, me, p_noun, p_record_id, jsonb_strip_nulls(coalesce(p_details, '{}')), p_once, app, mail
    from chosen where app or mail <> 'never' order by id
    on conflict (user_id, once) where once is not null do nothing
    returning user_id, in_app)
  select array_agg(user_id) into told from added where in_app;
  perform public.tell_listeners(told);
  return coalesce(cardinality(told), 0);
end $$;
revoke execute on function notify(text, bigint[], text, bigint, jsonb, text) from public;
grant execute on function notify(text, bigint[], text, bigint, jsonb, text) to sees_all, sees_desk, housekeeping;

-- Wakes the open screens of these people (db/live): their ids, comma between, as many a message as it holds.
create or replace function tell_listeners(p_users bigint[]) returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  perform pg_notify('told', string_agg(id::text, ',' order by id))
  from (select id, (row_number() over (order by id) - 1) / 300 as part from unnest(p_users) id) u group by part;
end $$;
revoke execute on function tell_listeners(bigint[]) from public;
grant execute on function tell_listeners(bigint[]) to sees_all, sees_desk;

-- Who decides for a desk what somebody else proposes: its heads and the director.
create or replace function deciders_of(p_desk bigint) returns bigint[]
language sql stable set search_path = pg_catalog, pg_temp as $$
  select coalesce(array_agg(u.id), '{}') from public.users u
  where u.disabled_at is null and (u.role = 'director' or (u.role = 'manager' and exists (
    select from public.desk_members m where m.user_id = u.id and m.desk_id = p_desk and m.head)))
$$;
