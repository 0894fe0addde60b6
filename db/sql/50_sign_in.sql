-- The lock at the door. A try is entered as wrong before the password is looked at, so that a thousand tries at once
-- are counted like a thousand in a row, in any number of processes; settle_sign_in() then says how it ended.
--
-- Per account and address: the fifth to tenth wrong try wait ever longer, and no more than ten are looked at in 15
-- minutes. Per account over all addresses, and per address over all accounts, a wider limit, which never touches
-- somebody who has come in by this account from this address within 90 days: nobody outside can shut a person out.
create or replace function enter_sign_in(p_login text, p_address inet, out entry bigint, out wait_seconds int)
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  account text := lower(p_login);
  -- whoever has one address of IPv6 has the whole /64
  net inet := case when family(p_address) = 6 then network(set_masklen(p_address, 64)) else network(p_address) end;
  since timestamptz := clock_timestamp() - interval '15 minutes';
  come_in timestamptz;
  tries int; last_try timestamptz; tenth timestamptz;
  of_account int; of_address int; oldest timestamptz;
begin
  perform pg_advisory_xact_lock(hashtextextended(account || ' ' || host(net), 4120262));

  select max(at) into come_in from public.sign_ins
  where login = account and address <<= net and outcome = 'done' and at > clock_timestamp() - interval '90 days';

  -- what was wrong since the last time it was right
  select count(*), max(at), (array_agg(at order by at desc))[10] into tries, last_try, tenth from public.sign_ins
  where login = account and address <<= net and outcome in ('wrong', 'disabled') and at > since
    and at > coalesce(come_in, '-infinity');
  if tries >= 10 then
    wait_seconds := ceil(extract(epoch from tenth + interval '15 minutes' - clock_timestamp()));
  elsif tries >= 5 then
    wait_seconds := ceil(extract(epoch from last_try + interval '15 seconds' * 2 ^ (tries - 5) - clock_timestamp()));
  else
    wait_seconds := 0;
  end if;

  if wait_seconds <= 0 and come_in is null then
    select count(*), min(at) into of_account, oldest from public.sign_ins
    where login = account and outcome in ('wrong', 'disabled') and at > since;
    if of_account >= 100 then
      wait_seconds := ceil(extract(epoch from oldest + interval '15 minutes' - clock_timestamp()));
    else
      select count(*), min(at) into of_address, oldest from public.sign_ins
      where address <<= net and outcome in ('wrong', 'disabled') and at > since;
      if of_address >= 60 then
        wait_seconds := ceil(extract(epoch from oldest + interval '15 minutes' - clock_timestamp()));
      end if;
    end if;
  end if;

  wait_seconds := greatest(wait_seconds, 0);
  insert into public.sign_ins (login, address, outcome, at)
  values (account, p_address, case when wait_seconds > 0 then 'locked' else 'wrong' end, clock_timestamp())
  returning id into entry;
end $$;
revoke execute on function enter_sign_in(text, inet) from public;
grant execute on function enter_sign_in(text, inet) to sign_in;

-- How a try ended. Only one that was entered as wrong in the last minute, and only once.
create or replace function settle_sign_in(p_entry bigint, p_outcome text, p_user bigint) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update public.sign_ins set outcome = p_outcome, user_id = p_user
  where id = p_entry and outcome = 'wrong' and user_id is null and at > clock_timestamp() - interval '1 minute';
end $$;
revoke execute on function settle_sign_in(bigint, text, bigint) from public;
grant execute on function settle_sign_in(bigint, text, bigint) to sign_in;
