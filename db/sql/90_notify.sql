-- The only way in: tells people, in the transaction of what is told. Never the one who does it (but of his own jobs in
-- the background, which nobody does), never a disabled account, nobody twice; where and whether, each person has chosen (no row: as usual, domain/notification). Listeners
-- hear of it when the transaction has committed. A chore of housekeeping tells as nobody; with p_once (a key that says
-- what and when) it may tell the same again without any effect.
create or replace function notify(p_kind text, p_to bigint[], p_noun text, p_record_id bigint, p_details jsonb, p_once text default null)
returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  me bigint := case when current_setting('role') <> 'housekeeping' and p_noun <> 'job' then public.viewer_id() end;
  told bigint[];
begin
  if current_setting('role') <> 'housekeeping' and (public.viewer_id() is null or public.viewer_writes() = 'none') then
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

-- For the open screens of these people: how many wait unread (a thousand stands for more), the newest place, and the
-- session_version that a session must carry. Whoever may not come in has no row.
create or replace function unread_of(p_users bigint[])
returns table (user_id bigint, session_version int, unread int, newest bigint)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return query
    select u.id, u.session_version,
      (select count(*)::int from (
        select from public.notifications n
        where n.user_id = u.id and n.in_app and n.read_at is null and n.snoozed_until is null limit 1000) some_of),
      coalesce((select max(n.place) from public.notifications n where n.user_id = u.id and n.in_app), 0)
    from public.users u where u.id = any(p_users) and u.disabled_at is null;
end $$;
revoke execute on function unread_of(bigint[]) from public;
grant execute on function unread_of(bigint[]) to housekeeping;

-- Those whose rest is over come back, at a new place, so that they stand on top and the screens hear of them.
create or replace function wake_notifications() returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare woken bigint[];
begin
  with due as (
    select id from public.notifications where snoozed_until <= now() order by snoozed_until limit 1000 for update skip locked),
  up as (
    update public.notifications n set snoozed_until = null, read_at = null, place = nextval('public.notification_places')
    from due where n.id = due.id returning n.user_id)
  select array_agg(user_id) into woken from up;
  perform public.tell_listeners(array(select distinct unnest(woken)));
  return coalesce(cardinality(woken), 0);
end $$;
revoke execute on function wake_notifications() from public;
grant execute on function wake_notifications() to housekeeping;

-- A session that has ended is an open screen that has to close.
create or replace function session_tells_listeners() returns trigger language plpgsql as $$
begin
  perform pg_notify('told', new.id::text);
  return null;
end $$;
create or replace trigger users_tell_listeners after update on users for each row
  when (old.session_version is distinct from new.session_version) execute function session_tells_listeners();
