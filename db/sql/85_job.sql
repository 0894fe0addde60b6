-- Jobs. The table `jobs` says what is so; the queue of the library (schema graphile_worker) holds a line a job, which
-- says whose turn it is. Nobody but these functions writes either.

create or replace function queue_job(p_id bigint, p_seconds int default 0) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  -- in place of a line that is there already: one that was locked by a worker loses its key and is not tried again
  perform graphile_worker.add_job('job', json_build_object('id', p_id), job_key => 'job ' || p_id,
    run_at => clock_timestamp() + make_interval(secs => p_seconds));
end $$;
revoke execute on function queue_job(bigint, int) from public;

-- By the person whose transaction this is, under the verb of its permit: that is what it will be granted again.
create or replace function start_job(p_kind text, p_details jsonb) returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare started bigint;
begin
  if public.viewer_id() is null or public.viewer_writes() = 'none' then
    raise exception 'start_job() outside of a permitted write' using errcode = '42501';
  end if;
  insert into public.jobs (user_id, kind, permission, details)
  values (public.viewer_id(), p_kind, public.viewer_verb(), coalesce(p_details, '{}')) returning id into started;
  perform public.queue_job(started);
  return started;
end $$;
revoke execute on function start_job(text, jsonb) from public;
grant execute on function start_job(text, jsonb) to sees_all, sees_desk;

-- Tells whoever started it how it has ended, in the words that the job brought: its name, and where to look.
create or replace function tell_of_job(p_id bigint) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare j public.jobs;
begin
  select * into j from public.jobs where id = p_id;
  perform public.notify(case j.state when 'done' then 'job_done' else 'job_failed' end, array[j.user_id], 'job', j.id,
    jsonb_build_object('name', coalesce(j.result ->> 'name', j.details ->> 'name'),
      'path', coalesce(j.result ->> 'path', j.details ->> 'path')));
end $$;
revoke execute on function tell_of_job(bigint) from public;

-- The result, in the transaction of what the job has done: that it is done, and what, is true together or not at all.
-- False: it was broken off meanwhile, or another run has it; then nothing of this transaction may stay.
create or replace function finish_job(p_id bigint, p_attempt int, p_result jsonb) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update public.jobs set state = 'done', result = p_result, reason = null, ended_at = clock_timestamp(),
    done = coalesce((p_result ->> 'rows')::int, total, done)
  where id = p_id and attempt = p_attempt and state = 'running' and user_id = public.viewer_id();
  if not found then return false; end if;
  perform public.tell_of_job(p_id);
  return true;
end $$;
revoke execute on function finish_job(bigint, int, jsonb) from public;
grant execute on function finish_job(bigint, int, jsonb) to sees_all, sees_desk;

-- One that waits ends at once; one that runs is told at its next beat. False: there is none, or it has ended.
create or replace function cancel_job(p_id bigint) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare was text;
begin
  select state into was from public.jobs
  where id = p_id and public.viewer_verb() = 'job.cancel' and state in ('waiting', 'running')
    and (user_id = public.viewer_id() or public.viewer_role() in ('admin', 'director')) for update;
  if was = 'waiting' then
    update public.jobs set state = 'cancelled', cancel_asked_at = now(), ended_at = clock_timestamp() where id = p_id;
    perform graphile_worker.remove_job('job ' || p_id);
  elsif was = 'running' then
    update public.jobs set cancel_asked_at = now() where id = p_id;
  end if;
  return was is not null;
end $$;
revoke execute on function cancel_job(bigint) from public;
grant execute on function cancel_job(bigint) to sees_all, sees_desk;

-- Once more, by whoever started it.
create or replace function retry_job(p_id bigint) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update public.jobs set state = 'waiting', tries = 0, done = 0, reason = null, cancel_asked_at = null, ended_at = null
  where id = p_id and public.viewer_verb() = 'job.retry' and user_id = public.viewer_id() and state in ('failed', 'cancelled');
  if not found then return false; end if;
  perform public.queue_job(p_id);
  return true;
end $$;
revoke execute on function retry_job(bigint) from public;
grant execute on function retry_job(bigint) to sees_all, sees_desk;

-- For the process whose turn it is: null when it has ended, or when another one has it.
create or replace function take_job(p_id bigint, p_worker text, p_process text) returns setof jobs
language sql security definer set search_path = pg_catalog, pg_temp as $$
  update public.jobs set state = 'running', attempt = attempt + 1, tries = tries + 1, worker = p_worker, process = p_process,
    beat_at = clock_timestamp(), started_at = coalesce(started_at, clock_timestamp()), done = 0, total = null
  where id = p_id and state = 'waiting' returning *
$$;
revoke execute on function take_job(bigint, text, text) from public;
grant execute on function take_job(bigint, text, text) to housekeeping;

-- How far it is, and what to do: go on, end because somebody asked, or end because another run has it.
create or replace function beat_job(p_id bigint, p_attempt int, p_done int, p_total int) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare asked timestamptz;
begin
  update public.jobs set beat_at = clock_timestamp(), done = p_done, total = p_total
  where id = p_id and attempt = p_attempt and state = 'running' returning cancel_asked_at into asked;
  return case when not found then 'lost' when asked is not null then 'cancel' else 'go' end;
end $$;
revoke execute on function beat_job(bigint, int, int, int) from public;
grant execute on function beat_job(bigint, int, int, int) to housekeeping;

-- How a run has ended that has not said so itself. `waiting`: broken off, to be run again, a little later each time; a run
-- that was given back because its process stops (`job.stopped`) is no try.
create or replace function end_job(p_id bigint, p_attempt int, p_state text, p_result jsonb, p_reason text) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update public.jobs set state = p_state, result = p_result, reason = case when p_state <> 'waiting' then p_reason end,
    tries = tries - case when p_reason = 'job.stopped' then 1 else 0 end, worker = null, process = null,
    done = case when p_state = 'done' then coalesce(total, done) else done end,
    ended_at = case when p_state <> 'waiting' then clock_timestamp() end
  where id = p_id and attempt = p_attempt and state = 'running';
  if not found then return false; end if;
  if p_state = 'waiting' then
    perform public.queue_job(p_id, (select least(2 ^ tries, 300)::int from public.jobs where id = p_id));
  elsif p_state in ('done', 'failed') then
    perform public.tell_of_job(p_id);
  end if;
  return true;
end $$;
revoke execute on function end_job(bigint, int, text, jsonb, text) from public;
grant execute on function end_job(bigint, int, text, jsonb, text) to housekeeping;

-- Takes jobs back whose process is gone: it has no session any more, or has not said for a minute that it lives. The
-- library would do so after four hours. One that was broken off too often has failed. A line that a worker took and was
-- killed before it could say so here is freed as well.
create or replace function release_jobs(p_most_tries int) returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  gone record;
  freed int := 0;
begin
  for gone in
    select j.id, j.worker, j.tries, j.cancel_asked_at from public.jobs j
    where j.state = 'running' and (j.beat_at < clock_timestamp() - interval '1 minute'
      or (j.beat_at < clock_timestamp() - interval '4 seconds'
        and not exists (select from pg_stat_activity a where a.application_name = 'zhaoshang jobs ' || j.process)))
    order by j.id for update skip locked
  loop
    freed := freed + 1;
    perform graphile_worker.force_unlock_workers(array[gone.worker]);
    update public.jobs set worker = null, process = null,
      state = case when gone.cancel_asked_at is not null then 'cancelled' when gone.tries >= p_most_tries then 'failed' else 'waiting' end,
      reason = case when gone.cancel_asked_at is null and gone.tries >= p_most_tries then 'job.failed.broken' end,
      ended_at = case when gone.cancel_asked_at is not null or gone.tries >= p_most_tries then clock_timestamp() end
    where id = gone.id;
    if gone.cancel_asked_at is null and gone.tries < p_most_tries then perform public.queue_job(gone.id); end if;
    if gone.cancel_asked_at is null and gone.tries >= p_most_tries then perform public.tell_of_job(gone.id); end if;
  end loop;
  for gone in
    select j.id, q.locked_by from public.jobs j left join graphile_worker.jobs q on q.key = 'job ' || j.id
    where j.state = 'waiting' and (q.id is null or q.locked_at < clock_timestamp() - interval '1 minute')
    order by j.id for update of j skip locked
  loop
    freed := freed + 1;
    perform graphile_worker.force_unlock_workers(array[gone.locked_by]);
    perform public.queue_job(gone.id);
  end loop;
  return freed;
end $$;
revoke execute on function release_jobs(int) from public;
grant execute on function release_jobs(int) to housekeeping;

-- The day and the hour in the zone.
create or replace function zone_hour() returns table (today text, hour int)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select to_char(here, 'YYYY-MM-DD'), extract(hour from here)::int
  from (select now() at time zone timezone as here from public.zones) z
$$;
revoke execute on function zone_hour() from public;
grant execute on function zone_hour() to housekeeping;

-- The schedules that are due on this day: what says when is domain/export/schedule.ts, which answers the next day.
create or replace function due_exports(p_day date) returns setof export_schedules
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select * from public.export_schedules where active and deleted_at is null and next_on <= p_day order by id limit 100
$$;
revoke execute on function due_exports(date) from public;
grant execute on function due_exports(date) to housekeeping;

-- Starts one for its owner, once a day; an owner who was disabled has it switched off instead.
create or replace function start_due_export(p_id bigint, p_permission text, p_day date, p_next date) returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  due public.export_schedules;
  owner public.users;
  started bigint;
begin
  select * into due from public.export_schedules
  where id = p_id and active and deleted_at is null and next_on <= p_day for update;
  if due.id is null then return null; end if;
  select * into owner from public.users where id = due.user_id;
  if owner.disabled_at is not null then
    update public.export_schedules set active = false where id = due.id;
    return null;
  end if;
  insert into public.jobs (user_id, kind, permission, details)
  values (due.user_id, 'export', p_permission, jsonb_build_object('name', due.name, 'path', '/exports')) returning id into started;
  insert into public.exports (user_id, job_id, schedule_id, list, format, search, words, locale)
  values (due.user_id, started, due.id, due.list, due.format, due.search, due.words, coalesce(owner.locale, 'zh-Hans'));
  update public.export_schedules set last_on = p_day, next_on = p_next where id = due.id;
  perform public.queue_job(started);
  return started;
end $$;
revoke execute on function start_due_export(bigint, text, date, date) from public;
grant execute on function start_due_export(bigint, text, date, date) to housekeeping;
