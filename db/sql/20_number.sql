-- L-2026-0001: one row a noun and year, locked until the create commits; call it as the last statement.
-- A block of p_count numbers is reserved at once (seed, import); the first one is returned.
create or replace function next_number(p_noun text, p_year int, p_count int default 1) returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare got int;
begin
  if p_noun not in ('L', 'D', 'C', 'K', 'E', 'R') or p_year not between 1980 and 2200 or p_count not between 1 and 100000 then
    raise exception 'no such series' using errcode = '22023';
  end if;
  insert into public.number_series as s (noun, year, last) values (p_noun, p_year, p_count)
  on conflict (noun, year) do update set last = s.last + p_count
  returning last - p_count + 1 into got;
  return got;
end $$;
revoke execute on function next_number(text, int, int) from public;
grant execute on function next_number(text, int, int) to sees_all, sees_desk;
