-- Found by the grams indexes, which serve under no row policy: so the reach of the policies (db/schema/policy.ts) is
-- asked here once more, before anything is cut off; the rows behind the ids are then read through the policies.

create or replace function search_like(p_term text) returns text language sql immutable strict as
  $$ select '%' || replace(replace(replace(p_term, '\', '\\'), '%', '\%'), '_', '\_') || '%' $$;

create or replace function search_is_latin(p_term text) returns boolean language sql immutable strict as
  $$ select p_term ~ '^[a-z0-9]*[a-z][a-z0-9]*$' $$;

-- As it is written and, of letters, in capitals: as a sound.
create or replace function search_forms(p_term text) returns text[] language sql immutable strict as
  $$ select case when public.search_is_latin(p_term) then array[p_term, upper(p_term)] else array[p_term] end $$;

-- The condition that a text holds the term. Of a single gram the index alone is exact. The two forms of it stand side by
-- side in each half: then no row that the index gave is taken apart once more.
create or replace function search_holds(p_term text) returns text
language plpgsql immutable strict set search_path = pg_catalog, pg_temp as $$
declare
  looked_up text;
  read text;
begin
  select string_agg(format('public.grams(text) @> %L::text[]', public.term_grams(f)), ' or '),
      string_agg(format('text like %L', public.search_like(f)), ' or ')
    into looked_up, read from unnest(public.search_forms(p_term)) f;
  return case when cardinality(public.term_grams(p_term)) = 1 then format('(%s)', looked_up)
    else format('(%s) and (%s)', looked_up, read) end;
end $$;

create or replace function search_holds_all(p_terms text[]) returns text
language sql immutable strict as $$ select string_agg(public.search_holds(t), ' and ') from unnest(p_terms) t $$;

-- The same for reading row by row, where to take each text apart again would cost far more.
create or replace function search_reads_all(p_terms text[]) returns text language sql immutable strict as $$
  select string_agg(format('text like any (%L::text[])', array(select public.search_like(f) from unnest(public.search_forms(t)) f)), ' and ')
  from unnest(p_terms) t
$$;

-- That a word of this part of the text (1: its own names, 2: how they sound) begins with, or is, the term.
create or replace function search_begins(p_term text, p_part int, p_whole boolean) returns text
language plpgsql immutable strict set search_path = pg_catalog, pg_temp as $$
declare word text := ' ' || p_term || case when p_whole then ' ' else '' end;
begin
  return format('public.grams(text) @> %L::text[] and split_part(text, ''|'', %s) like %L',
    public.term_grams(word), p_part, public.search_like(word));
end $$;

-- Which of these are best, one more than the limit at most. Best is: called so; sounding so; beginning so; beginning to
-- sound so; having each term in its names; or in their sound; belonging to what has. At equal rank one's own desks come
-- first, then the shortest names, then the newest.
create or replace function search_ranked(p_noun text, p_ids bigint[], p_terms text[], p_limit int) returns bigint[]
language plpgsql stable strict set search_path = pg_catalog, pg_temp as $$
declare
  whole text := array_to_string(p_terms, '');
  sound text := upper(whole);
  ids bigint[];
begin
  execute format('select array_agg(record_id) from (
    select record_id from public.search_%s,
      lateral (select split_part(text, ''|'', 1) as own, split_part(text, ''|'', 2) as heard) part
    where record_id = any($1)
    order by case when own like %L then 0 when heard like %L then 1 when own like %L then 2 when heard like %L then 3
        when own like all (%L::text[]) then 4 when heard like all (%L::text[]) then 5 else 6 end,
      (desk_id = any(%L::bigint[])) is not true, length(own), record_id desc
    limit %s) best',
    p_noun, public.search_like(' ' || whole || ' '), public.search_like(' ' || sound || ' '),
    public.search_like(' ' || whole), public.search_like(' ' || sound),
    array(select public.search_like(t) from unnest(p_terms) t), array(select public.search_like(upper(t)) from unnest(p_terms) t),
    public.viewer_desks(), p_limit + 1) into ids using p_ids;
  return coalesce(ids, '{}');
end $$;
revoke execute on function search_ranked(text, bigint[], text[], int) from public;

-- What can be found: the nouns that have a table here. The details of a contact are asked for by themselves.
create or replace function search_knows(p_noun text) returns boolean language sql stable
set search_path = pg_catalog, pg_temp as
  $$ select p_noun ~ '^[a-z]+$' and to_regclass('public.search_' || p_noun) is not null $$;
revoke execute on function search_knows(text) from public;

-- What the policies of the noun let this viewer see, as a condition on desk_id, team_ids and reader_ids.
create or replace function search_reach(p_noun text) returns text
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  return case current_setting('role')
    when 'sees_all' then
      -- a task that is on no lead or deal is of those who gave and got it (taskPolicies)
      case when p_noun = 'task' and public.viewer_role() <> 'director'
        then format('(desk_id <> 0 or team_ids && %L::bigint[])', public.viewer_people()) else 'true' end
    when 'sees_desk' then format('(desk_id is null or desk_id = any(%L::bigint[]) or team_ids && %L::bigint[] or reader_ids @> array[%L::bigint])',
      public.viewer_desks(), public.viewer_people(), public.viewer_id())
    else 'false' end;
end $$;
revoke execute on function search_reach(text) from public;
drop function if exists search_reach();

-- The ids of this noun, within the viewer's reach, that hold each of the terms, which are in search form; in no order.
create or replace function search_ids(p_noun text, p_terms text[]) returns bigint[]
language plpgsql stable security definer set search_path = pg_catalog, pg_temp set work_mem = '16MB' as $$
declare ids bigint[];
begin
  if not public.search_knows(p_noun) or p_terms = '{}' then return '{}'; end if;
  execute format('select array_agg(record_id) from public.search_%s where %s and %s',
    p_noun, public.search_holds_all(p_terms), public.search_reach(p_noun)) into ids;
  return coalesce(ids, '{}');
end $$;
revoke execute on function search_ids(text, text[]) from public;
grant execute on function search_ids(text, text[]) to sees_all, sees_desk;

-- Some of them, at most so many. A frequent term is found sooner by reading from the front until there are enough than
-- by collecting all of its places from the index. The statistics of the index tell: they take the grams of a term for
-- independent, while mostly where one is the others are, so that of n grams the nth root is taken. Where they mislead,
-- or little is within reach, reading ends after six times what was expected. Volatile, as who explains must be.
create or replace function search_some(p_noun text, p_terms text[], p_limit int) returns bigint[]
language plpgsql strict set search_path = pg_catalog, pg_temp as $$
declare
  place text := format('public.search_%s', p_noun);
  held text := public.search_holds_all(p_terms);
  rows float := (select greatest(reltuples, 1) from pg_class where oid = place::regclass);
  grams int := (select sum(cardinality(public.term_grams(t))) from unnest(p_terms) t);
  expected float;
  plan json;
  ids bigint[];
begin
  execute format('explain (format json) select from %s where %s', place, held) into plan;
  expected := rows * least((plan -> 0 -> 'Plan' ->> 'Plan Rows')::float / rows, 1) ^ (cardinality(p_terms)::float / grams);
  if expected * expected > 2 * rows * p_limit then
    execute format('select array_agg(record_id) from (
      select record_id from (select * from %s limit %s) front where %s and %s limit %s) first',
      place, ceil(6 * rows * p_limit / expected), public.search_reads_all(p_terms), public.search_reach(p_noun), p_limit) into ids;
    if cardinality(ids) = p_limit then return ids; end if;
  end if;
  execute format('select array_agg(record_id) from (select record_id from %s where %s and %s limit %s) first',
    place, held, public.search_reach(p_noun), p_limit) into ids;
  return coalesce(ids, '{}');
end $$;
revoke execute on function search_some(text, text[], int) from public;

-- The best of them, best first; one more than the limit says that there are more.
create or replace function search_best(p_noun text, p_terms text[], p_limit int) returns bigint[]
language plpgsql security definer set search_path = pg_catalog, pg_temp set work_mem = '16MB' set enable_seqscan = off as $$
declare
  whole text := array_to_string(p_terms, '');
  ids bigint[];
  begun bigint[];
  query text;
begin
  if not public.search_knows(p_noun) or p_terms = '{}' then return '{}'; end if;
  ids := public.search_some(p_noun, p_terms, p_limit + 1);
  if cardinality(ids) > p_limit then
    -- more than are looked at: those that are called so and that begin so must be among them
    select string_agg(format('(select record_id from public.search_%s where %s and %s limit %s)', p_noun,
        public.search_begins(t, part, is_whole), public.search_reach(p_noun), p_limit + 1), ' union all ')
      into query
      from (values (1), (2)) p(part), (values (true), (false)) b(is_whole),
        lateral (select case part when 1 then whole else upper(whole) end as t) t
      where part = 1 or public.search_is_latin(whole);
    execute format('select array_agg(record_id) from (%s) begun', query) into begun;
    ids := ids || begun;
  end if;
  return public.search_ranked(p_noun, ids, p_terms, p_limit);
end $$;
revoke execute on function search_best(text, text[], int) from public;
grant execute on function search_best(text, text[], int) to sees_all, sees_desk;

-- Contacts with this in a phone number, an e-mail address or a WeChat name, first those of which one begins with it: for
-- whom the details are masked there are none, and where they are shown through a record alone, only with such a record
-- (detailPolicies in db/schema/policy.ts), which is asked of no more than are needed.
create or replace function search_detail_ids(p_term text, p_limit int) returns bigint[]
language plpgsql stable security definer set search_path = pg_catalog, pg_temp set work_mem = '16MB' set enable_seqscan = off as $$
declare
  seen text := ' and exists (select from public.contacts where id = record_id and deleted_at is null)';
  held text;
  held_by bigint[];
  ids bigint[] := '{}';
begin
  if length(p_term) < 4 or public.viewer_details() not in ('shown', 'linked') then return '{}'; end if;
  if public.viewer_details() = 'linked' then
    -- not by exists(): a planner that expects many would read all leads and deals at once
    seen := seen || format(' and coalesce((select true from public.leads where contact_id = record_id and %s limit 1),
        (select true from public.deals where contact_id = record_id and %s limit 1))',
      public.search_reach('lead'), public.search_reach('deal'));
  end if;
  foreach held in array array[public.search_begins(p_term, 1, false), public.search_holds(p_term)] loop
    execute format('select array_agg(record_id) from (select record_id from public.search_contact_detail
      where %s%s limit %s) hit', held, seen, p_limit + 1) into held_by;
    ids := ids || array(select h from unnest(held_by) h where h <> all(ids));
    exit when cardinality(ids) > p_limit;
  end loop;
  return ids[:p_limit + 1];
end $$;
revoke execute on function search_detail_ids(text, int) from public;
grant execute on function search_detail_ids(text, int) to sees_all, sees_desk;
