-- E-mail beside the notifications. What is to be mailed is written in the transaction of what it tells of
-- (notifications.mail, by notify()); here it becomes a mail, is claimed by one process, handed over and settled.

-- What waits becomes a mail a person: at once what was chosen so; the unread rest once a day, from half past seven of
-- the zone's morning on. What is older than a few days is let go: a mail server set up today sends no history.
create or replace function gather_mails() returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  zone text := coalesce((select timezone from public.zones), 'Asia/Shanghai');
  morning timestamptz := ((now() at time zone zone)::date + time '07:30') at time zone zone;
  made int;
begin
  -- two processes that gather at once would take the same along
  perform pg_advisory_xact_lock(4120264);
  with waiting as (
    select n.id, n.user_id, n.mail from public.notifications n join public.users u on u.id = n.user_id
    where n.mail <> 'never' and n.mail_id is null and u.email is not null and u.disabled_at is null
      and ((n.mail = 'at_once' and n.at > now() - interval '2 days')
        or (n.mail = 'daily' and n.read_at is null and n.at > now() - interval '7 days' and n.at < morning and now() >= morning))),
  added as (
    insert into public.mails (user_id, kind) select distinct user_id, mail from waiting returning id, user_id, kind),
  taken as (
    update public.notifications n set mail_id = a.id
    from waiting w join added a on a.user_id = w.user_id and a.kind = w.mail where n.id = w.id
    returning n.id)
  select count(*) into made from added;
  return made;
end $$;
revoke execute on function gather_mails() from public;
grant execute on function gather_mails() to housekeeping;

-- Asks the queue for a turn (task `mail`) when a mail is due and none is on its way. A turn ends within a minute: one that
-- is locked for longer was killed, and is replaced.
create or replace function wake_mail() returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform public.gather_mails();
  if exists (select from public.mails m where m.sent_at is null and m.given_up_at is null and m.handed_at is null and m.due_at <= now()
      and (m.claimed_at is null or m.claimed_at < now() - interval '10 minutes'))
    and not exists (select from graphile_worker.jobs q where q.key = 'mail'
      and (q.locked_at is null or q.locked_at > now() - interval '1 minute') and q.attempts < q.max_attempts) then
    perform graphile_worker.add_job('mail', job_key => 'mail', max_attempts => 1);
  end if;
end $$;
revoke execute on function wake_mail() from public;
grant execute on function wake_mail() to housekeeping;

-- The next mail that is due, for one process alone; a claim lapses when whoever held it was killed. With what it takes
-- to write it: the first fifty of what it tells of. No address (any more): nobody to write to.
create or replace function claim_mail()
returns table (id bigint, tries int, kind text, made text, name text, email text, locale text, zone text, timezone text, told bigint, lines jsonb)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare claimed public.mails;
begin
  update public.mails m set claimed_at = clock_timestamp(), tries = m.tries + 1
  where m.id = (
    select d.id from public.mails d
    where d.sent_at is null and d.given_up_at is null and d.handed_at is null and d.due_at <= now()
      and (d.claimed_at is null or d.claimed_at < now() - interval '10 minutes')
    order by d.due_at, d.id limit 1 for update skip locked)
  returning m.* into claimed;
  if claimed.id is null then return; end if;
  return query
    select claimed.id, claimed.tries, claimed.kind, to_char(claimed.created_at at time zone 'UTC', 'YYYYMMDDHH24MISS'),
      u.name, case when u.disabled_at is null then u.email end, u.locale, z.name, z.timezone,
      (select count(*) from public.notifications n where n.mail_id = claimed.id),
      coalesce((select jsonb_agg(to_jsonb(l) order by l.place desc) from (
        select n.place, n.kind, n.noun, n.details, a.name as who from public.notifications n
        left join public.users a on a.id = n.actor_id
        where n.mail_id = claimed.id order by n.place desc limit 50) l), '[]')
    from public.users u, public.zones z where u.id = claimed.user_id;
end $$;
revoke execute on function claim_mail() from public;
grant execute on function claim_mail() to housekeeping;

-- Asked just before the last line goes out: true for whoever still holds the claim, and from then on for nobody.
create or replace function hand_mail(p_id bigint, p_tries int) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update public.mails set handed_at = clock_timestamp()
  where id = p_id and tries = p_tries and handed_at is null and sent_at is null and given_up_at is null;
  return found;
end $$;
revoke execute on function hand_mail(bigint, int) from public;
grant execute on function hand_mail(bigint, int) to housekeeping;

-- How it ended. sent; refused: for good; again: this mail later, at most ten times; away: the server was not to be
-- reached, which costs no try; unsure: handed over without an answer. Nothing is tried for longer than three days.
create or replace function settle_mail(p_id bigint, p_tries int, p_how text, p_error text default null) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update public.mails set
    error = left(p_error, 500),
    sent_at = case when p_how = 'sent' then clock_timestamp() end,
    given_up_at = case
      when p_how in ('refused', 'unsure') or (p_how = 'again' and p_tries >= 10)
        or (p_how in ('again', 'away') and created_at < now() - interval '3 days') then clock_timestamp() end,
    claimed_at = case when p_how in ('again', 'away') then null else claimed_at end,
    handed_at = case when p_how in ('again', 'away') then null else handed_at end,
    tries = case when p_how = 'away' then p_tries - 1 else p_tries end,
    due_at = case when p_how = 'again' then now() + least(interval '1 minute' * 2 ^ p_tries, interval '4 hours') else due_at end
  where id = p_id and tries = p_tries and sent_at is null and given_up_at is null;
end $$;
revoke execute on function settle_mail(bigint, int, text, text) from public;
grant execute on function settle_mail(bigint, int, text, text) to housekeeping;

-- Those who receive a visit tomorrow, from seven in the morning on, once: its staff, or where nobody is named whoever
-- entered it and the heads of its desks.
create or replace function tell_visits() returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  here timestamp := now() at time zone coalesce((select timezone from public.zones), 'Asia/Shanghai');
  told int;
begin
  if here::time < time '07:00' then return 0; end if;
  select coalesce(sum(public.notify('visit_tomorrow',
      case when cardinality(e.staff_ids) > 0 then e.staff_ids
        else e.created_by || array(select m.user_id from public.desk_members m where m.head and m.desk_id = any(e.desk_ids)) end,
      'event', e.id,
      jsonb_build_object('number', e.number, 'name', left(e.name, 200), 'on', e.starts_on),
      'visit:' || e.id || ':' || e.starts_on)), 0) into told
  from public.events e
  where e.kind = 'inbound_visit' and e.deleted_at is null and e.starts_on = here::date + 1;
  return told;
end $$;
revoke execute on function tell_visits() from public;
grant execute on function tell_visits() to housekeeping;
