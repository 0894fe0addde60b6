-- The door of a calendar's address. The token comes hashed, so that what is compared tells nothing about a token; an
-- address that was taken back is unknown like any other, and that of a disabled account, or of one whose password was
-- set by somebody else and not changed yet, likewise. Wrong ones are counted by where they come from, right ones by
-- their token: nobody outside can shut a calendar out.
create or replace function enter_feed(p_hash text, p_address inet, out account bigint, out wait_seconds int)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  -- whoever has one address of IPv6 has the whole /64
  net text := host(case when family(p_address) = 6 then network(set_masklen(p_address, 64)) else p_address end);
  this_minute timestamptz := date_trunc('minute', clock_timestamp());
  counted text;
  most int;
  tried bigint;
begin
  select f.user_id into account from public.calendar_feeds f join public.users u on u.id = f.user_id
  where f.token_hash = p_hash and u.disabled_at is null and not u.must_change_password;
  counted := case when account is null then 'from ' || net else 'by ' || account end;
  most := case when account is null then 30 else 60 end;
  insert into public.feed_tries as t (key, minute) values (counted, this_minute)
  on conflict (key, minute) do update set tries = t.tries + 1;
  select sum(t.tries) into tried from public.feed_tries t where t.key = counted and t.minute > clock_timestamp() - interval '10 minutes';
  wait_seconds := 0;
  if tried > most then
    account := null;
    wait_seconds := 600;
  end if;
end $$;
revoke execute on function enter_feed(text, inet) from public;
grant execute on function enter_feed(text, inet) to sign_in;

-- With the account its address ends, for good: enabled again, one makes another.
create or replace function end_feed() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if new.disabled_at is not null and old.disabled_at is null then
    delete from public.calendar_feeds where user_id = new.id;
  end if;
  return null;
end $$;
create or replace trigger users_end_feed after update on users for each row execute function end_feed();
