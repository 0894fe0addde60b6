-- What each record is found by (db/schema/search.ts), kept by triggers as it is saved. The text of a case ends with the
-- names of its company and its contact, that of a contact with those of its company.

-- The names alone, without record numbers and without how they sound.
create or replace function search_names(p_search_text text) returns text language sql immutable parallel safe as
  $$ select trim(regexp_replace(p_search_text, '(?<![^ ])([a-z][0-9]{8,}|[^ ]*[A-Z|][^ ]*)( |$)', '', 'g')) $$;

-- Locked until commit, so that whoever renames one of them meanwhile sees this record or is seen by it; the company
-- first, as a renaming goes.
create or replace function search_linked(p_company_id bigint, p_contact_id bigint) returns text
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  company text;
  contact text;
begin
  if p_company_id is not null then
    select public.search_names(search_text) into company from public.companies where id = p_company_id for share;
  end if;
  if p_contact_id is not null then
    select public.search_names(search_text) into contact from public.contacts where id = p_contact_id for share;
  end if;
  return concat_ws(' ', company, contact);
end $$;
revoke execute on function search_linked(bigint, bigint) from public;

-- A record that others were merged into has their names behind its own: names and sounds are put together again.
create or replace function search_joined(p_own text, p_linked text) returns text
language sql immutable parallel safe as $$
  select ' ' || case
    when p_own like '%|%|%' then (
      select string_agg(word, ' ' order by place) filter (where word !~ '[A-Z]')
        || ' | ' || coalesce(string_agg(word, ' ' order by place) filter (where word ~ '[A-Z]'), '')
      from string_to_table(replace(p_own, '|', ''), ' ') with ordinality w(word, place) where word <> '')
    when p_own like '%|%' then p_own
    else p_own || ' |' end || ' | ' || p_linked || ' '
$$;

-- Null for the text: it is found no more.
create or replace function search_saved(p_noun text, p_id bigint, p_text text, p_desk_id bigint default null,
  p_team_ids bigint[] default '{}', p_reader_ids bigint[] default '{}')
returns void language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if p_text is null then
    execute format('delete from public.search_%s where record_id = $1', p_noun) using p_id;
  else
    execute format('insert into public.search_%s as e values ($1, $2, $3, $4, $5)
      on conflict (record_id) do update set text = excluded.text, desk_id = excluded.desk_id, team_ids = excluded.team_ids,
        reader_ids = excluded.reader_ids
      where (e.text, e.desk_id, e.team_ids, e.reader_ids)
        is distinct from (excluded.text, excluded.desk_id, excluded.team_ids, excluded.reader_ids)', p_noun)
      using p_id, p_text, p_desk_id, p_team_ids, p_reader_ids;
  end if;
end $$;
revoke execute on function search_saved(text, bigint, text, bigint, bigint[], bigint[]) from public;

-- An event, a company; a company's new name reaches what belongs to it.
create or replace function shared_is_found() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform public.search_saved(tg_argv[0], new.id,
    case when new.deleted_at is null then public.search_joined(new.search_text, '') end);
  if tg_argv[0] = 'company' and new.search_text <> old.search_text then
    perform public.search_linked_anew(new.id, null);
  end if;
  return null;
end $$;

create or replace function contact_is_found() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if public.merge_is_moving() then return null; end if;
  perform public.search_saved('contact', new.id, case when new.deleted_at is null then
    public.search_joined(new.search_text, public.search_linked(new.company_id, null)) end);
  if new.search_text <> old.search_text then
    perform public.search_linked_anew(null, new.id);
  end if;
  return null;
end $$;

create or replace function case_is_found() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if public.merge_is_moving() then return null; end if;
  perform public.search_saved(tg_argv[0], new.id, case when new.deleted_at is null then
    public.search_joined(new.search_text, public.search_linked(new.company_id, new.contact_id)) end,
    new.desk_id, new.team_ids, new.reader_ids);
  return null;
end $$;

-- New records, all of a statement at once.
create or replace function new_are_found() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  case tg_argv[0]
    when 'company' then
      insert into public.search_company (record_id, text)
      select id, public.search_joined(search_text, '') from became where deleted_at is null;
    when 'event' then
      insert into public.search_event (record_id, text)
      select id, public.search_joined(search_text, '') from became where deleted_at is null;
    when 'contact' then
      insert into public.search_contact (record_id, text)
      select id, public.search_joined(search_text, public.search_linked(company_id, null)) from became where deleted_at is null;
    when 'contact_detail' then
      insert into public.search_contact_detail (record_id, text)
      select contact_id, text from (
        select contact_id, public.search_details(phones, email, wechat) as text from became) d where text is not null;
    when 'lead' then
      insert into public.search_lead
      select id, public.search_joined(search_text, public.search_linked(company_id, contact_id)), desk_id, team_ids, reader_ids
      from became where deleted_at is null;
    when 'deal' then
      insert into public.search_deal
      select id, public.search_joined(search_text, public.search_linked(company_id, contact_id)), desk_id, team_ids, reader_ids
      from became where deleted_at is null;
  end case;
  return null;
end $$;

-- A task by its title; desk and people are those that a trigger before this one has written (45_task.sql).
create or replace function task_is_found() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform public.search_saved('task', new.id, case when new.deleted_at is null and new.search_text <> '' then
    public.search_joined(new.search_text, '') end, new.desk_id, new.team_ids, new.reader_ids);
  return null;
end $$;

-- What an issue is found by beside its title: number and names of the lead or deal that it blocks, as long as that is there.
create or replace function search_blocked(p_deal_id bigint, p_lead_id bigint) returns text
language sql stable set search_path = pg_catalog, pg_temp as $$
  select lower(replace(number, '-', '')) || ' ' || public.search_names(search_text) from (
    select number, search_text from public.deals where id = p_deal_id and deleted_at is null
    union all select number, search_text from public.leads where id = p_lead_id and deleted_at is null) r
$$;
revoke execute on function search_blocked(bigint, bigint) from public;

-- Desk and people are those that a trigger before this one has written (48_issue.sql), which also writes it anew when its
-- record has another name, or is deleted.
create or replace function issue_is_found() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform public.search_saved('issue', new.id, case when new.deleted_at is null and new.search_text <> '' then
    public.search_joined(new.search_text, nullif(public.search_blocked(new.deal_id, new.lead_id), '')) end,
    new.desk_id, new.team_ids, new.reader_ids);
  return null;
end $$;

-- Contacts, leads and deals of a company or contact that has another name now.
create or replace function search_linked_anew(p_company_id bigint, p_contact_id bigint) returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  update public.search_contact e set text = s.text from public.search_contacts s
    where s.record_id = e.record_id and s.company_id = p_company_id;
  update public.search_lead e set text = s.text from public.search_leads s
    where s.record_id = e.record_id and (s.company_id = p_company_id or s.contact_id = p_contact_id);
  update public.search_deal e set text = s.text from public.search_deals s
    where s.record_id = e.record_id and (s.company_id = p_company_id or s.contact_id = p_contact_id);
end $$;
revoke execute on function search_linked_anew(bigint, bigint) from public;

-- Digits and letters alone, one word a number or address.
create or replace function search_details(p_phones text[], p_email text, p_wechat text) returns text
language sql immutable parallel safe as $$
  select ' ' || string_agg(regexp_replace(lower(detail), '[^a-z0-9]', '', 'g'), ' ') || ' '
  from unnest(p_phones || array[p_email, p_wechat]) detail where detail is not null
$$;

create or replace function contact_detail_is_found() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform public.search_saved('contact_detail', new.contact_id,
    public.search_details(new.phones, new.email, new.wechat));
  return null;
end $$;

create or replace view search_contacts as
  select k.id as record_id, k.company_id, search_joined(k.search_text, coalesce(search_names(c.search_text), '')) as text
  from contacts k left join companies c on c.id = k.company_id where k.deleted_at is null;
create or replace view search_leads as
  select r.id as record_id, r.company_id, r.contact_id,
    search_joined(r.search_text, concat_ws(' ', search_names(c.search_text), search_names(k.search_text))) as text,
    r.desk_id, r.team_ids, r.reader_ids
  from leads r left join companies c on c.id = r.company_id left join contacts k on k.id = r.contact_id
  where r.deleted_at is null;
create or replace view search_deals as
  select r.id as record_id, r.company_id, r.contact_id,
    search_joined(r.search_text, concat_ws(' ', search_names(c.search_text), search_names(k.search_text))) as text,
    r.desk_id, r.team_ids, r.reader_ids
  from deals r left join companies c on c.id = r.company_id left join contacts k on k.id = r.contact_id
  where r.deleted_at is null;

create or replace trigger companies_are_found after update of search_text, deleted_at on companies
  for each row execute function shared_is_found('company');
create or replace trigger events_are_found after update of search_text, deleted_at on events
  for each row execute function shared_is_found('event');
create or replace trigger contacts_are_found after update of search_text, deleted_at, company_id on contacts
  for each row execute function contact_is_found();
create or replace trigger contact_details_are_found after update on contact_details
  for each row execute function contact_detail_is_found();
create or replace trigger leads_are_found
  after update of search_text, deleted_at, company_id, contact_id, desk_id, team_ids, reader_ids on leads
  for each row execute function case_is_found('lead');
create or replace trigger deals_are_found
  after update of search_text, deleted_at, company_id, contact_id, desk_id, team_ids, reader_ids on deals
  for each row execute function case_is_found('deal');
-- After issues_count_open, which holds the record: whoever renames it meanwhile finds this issue.
create or replace trigger issues_then_are_found after insert or update on issues
  for each row execute function issue_is_found();
create or replace trigger companies_inserted_are_found after insert on companies
  referencing new table as became for each statement execute function new_are_found('company');
create or replace trigger events_inserted_are_found after insert on events
  referencing new table as became for each statement execute function new_are_found('event');
create or replace trigger contacts_inserted_are_found after insert on contacts
  referencing new table as became for each statement execute function new_are_found('contact');
create or replace trigger contact_details_inserted_are_found after insert on contact_details
  referencing new table as became for each statement execute function new_are_found('contact_detail');
create or replace trigger leads_inserted_are_found after insert on leads
  referencing new table as became for each statement execute function new_are_found('lead');
create or replace trigger deals_inserted_are_found after insert on deals
  referencing new table as became for each statement execute function new_are_found('deal');
create or replace trigger tasks_are_found after insert or update on tasks
  for each row execute function task_is_found();

-- What a GIN index was given last stands in a list beside it, which every look reads from end to end: so it is short
-- (db/connection.ts), and longer only for who brings in thousands at once, since what they have in common is then put in
-- its place once. He calls this at his end, so that nobody else does it for him.
create or replace function settle_indexes() returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if public.viewer_id() is null or public.viewer_writes() = 'none' then
    raise exception 'settle_indexes() outside of a permitted write' using errcode = '42501';
  end if;
  perform gin_clean_pending_list(c.oid::regclass) from pg_class c join pg_am a on a.oid = c.relam
  where a.amname = 'gin' and c.relkind = 'i' and c.relnamespace = 'public'::regnamespace
    and (c.relname like 'search\_%\_grams' or c.relname in ('companies_match', 'leads_match', 'contact_details_match'));
end $$;
revoke execute on function settle_indexes() from public;
grant execute on function settle_indexes() to sees_all, sees_desk;

-- All of it anew, from the records, with the indexes built over the whole. For a database that had none, and for what
-- was loaded past the triggers.
create or replace function rebuild_search() returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  nouns constant text[] := array['company', 'contact', 'contact_detail', 'event', 'lead', 'deal', 'issue', 'task'];
  noun text;
begin
  set local maintenance_work_mem = '256MB';
  lock table public.companies, public.contacts, public.contact_details, public.events, public.leads, public.deals,
    public.issues, public.tasks in share row exclusive mode;
  truncate public.search_company, public.search_event, public.search_contact, public.search_contact_detail,
    public.search_lead, public.search_deal, public.search_issue, public.search_task;
  foreach noun in array nouns loop
    execute format('drop index if exists public.search_%s_grams', noun);
  end loop;
  insert into public.search_company (record_id, text)
    select id, public.search_joined(search_text, '') from public.companies where deleted_at is null;
  insert into public.search_event (record_id, text)
    select id, public.search_joined(search_text, '') from public.events where deleted_at is null;
  insert into public.search_contact (record_id, text) select record_id, text from public.search_contacts;
  insert into public.search_lead select record_id, text, desk_id, team_ids, reader_ids from public.search_leads;
  insert into public.search_deal select record_id, text, desk_id, team_ids, reader_ids from public.search_deals;
  insert into public.search_issue
    select i.id, i.whole, i.desk_id, i.team_ids, i.reader_ids from (
      select *, public.search_joined(search_text, nullif(public.search_blocked(deal_id, lead_id), '')) as whole
      from public.issues where deleted_at is null and search_text <> '') i
    where i.whole is not null;
  insert into public.search_task select id, public.search_joined(search_text, ''), desk_id, team_ids, reader_ids
    from public.tasks where deleted_at is null and search_text <> '';
  insert into public.search_contact_detail (record_id, text)
    select contact_id, text from (
      select contact_id, public.search_details(phones, email, wechat) as text from public.contact_details) d
    where text is not null;
  foreach noun in array nouns loop
    execute format('create index search_%1$s_grams on public.search_%1$s using gin (public.grams(text))', noun);
  end loop;
end $$;
revoke execute on function rebuild_search() from public;
do $$ begin
  if not exists (select from search_company) and exists (select from companies) then perform rebuild_search(); end if;
end $$;
