-- How long the list beside each may grow is every connection's own (db/connection.ts).
alter index companies_match reset (gin_pending_list_limit);
alter index leads_match reset (gin_pending_list_limit);
alter index contact_details_match reset (gin_pending_list_limit);

-- What on file blocks the rows of an import: the same key of a name, a credit code, a phone or an e-mail. The rule of
-- look_alikes() for what blocks, asked for many rows at once: p_rows is [{at, self, exact, code, reach}].
create or replace function look_alikes_of_many(p_noun text, p_rows jsonb)
returns table (at int, noun text, id bigint, how text, name text, names jsonb, desk_id bigint, officer_id bigint, since timestamptz)
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp set enable_seqscan = off as $$
declare
  company_ids bigint[];
  lead_ids bigint[];
  contact_ids bigint[];
  closed constant text[] := array['converted', 'disqualified'];
  all_exact text[];
  all_reach text[];
  all_codes text[];
begin
  if public.viewer_id() is null or public.viewer_writes() = 'none' or public.viewer_verb() <> p_noun || '.import' then
    raise exception 'look_alikes_of_many() outside of an import' using errcode = '42501';
  end if;
  if jsonb_array_length(p_rows) > 1000 then
    raise exception 'more rows than are asked for at once' using errcode = '22023';
  end if;
  select array_agg(distinct k) into all_exact from jsonb_to_recordset(p_rows) r(exact text[]), unnest(r.exact) k;
  select array_agg(distinct k) into all_reach from jsonb_to_recordset(p_rows) r(reach text[]), unnest(r.reach) k;
  select array_agg(distinct r.code) into all_codes from jsonb_to_recordset(p_rows) r(code text) where r.code is not null;
  -- each by its index alone: beside the joins the planner would read the whole table; and key by key, since it takes a
  -- thousand keys at once for a filter that lets most rows pass
  company_ids := array(select distinct c.id from unnest(all_exact) k
    join public.companies c on c.match_keys @> array[k] and c.deleted_at is null);
  lead_ids := array(select distinct l.id from unnest(all_exact) k
    join public.leads l on l.match_keys @> array[k] and l.deleted_at is null);
  contact_ids := array(select distinct d.contact_id from unnest(all_reach) k
    join public.contact_details d on d.match_keys @> array[k]);
  return query
  with typed as materialized (
    select r.at, r.self, k, case when n = 1 then 'exact' else 'reach' end as kind
    from jsonb_to_recordset(p_rows) r(at int, self bigint, exact text[], reach text[]),
      lateral (select 1 as n, unnest(r.exact) as k union all select 2, unnest(r.reach)) x
  ), coded as (
    select r.at, r.self, r.code from jsonb_to_recordset(p_rows) r(at int, self bigint, code text) where r.code is not null
  ), reached as (
    select t.at, t.self, d.contact_id, min(case when t.k like 't:%' then 'phone' else 'email' end) as how
    from public.contact_details d cross join unnest(d.match_keys) m(k) join typed t on t.k = m.k and t.kind = 'reach'
    where d.contact_id = any(contact_ids) group by t.at, t.self, d.contact_id
  ), found (at, self, noun, id, how, name, names, desk_id, officer_id, since) as (
    (select distinct t.at, t.self, 'company', c.id, 'name', c.name, c.names, null::bigint, null::bigint, c.created_at
      from public.companies c cross join unnest(c.match_keys) m(k) join typed t on t.k = m.k and t.kind = 'exact'
      where p_noun in ('company', 'lead', 'deal') and c.id = any(company_ids))
    union all
    (select r.at, r.self, 'company', c.id, 'credit_code', c.name, c.names, null, null, c.created_at
      from public.companies c join coded r on r.code = c.credit_code
      where c.credit_code = any(all_codes) and c.deleted_at is null)
    union all
    (select r.at, r.self, 'contact', t.id, r.how, t.name, t.names, null, null, t.created_at
      from reached r join public.contacts t on t.id = r.contact_id where t.deleted_at is null)
    union all
    (select distinct t.at, t.self, 'lead', l.id, 'name', l.name, '{}'::jsonb, l.desk_id, l.case_officer_id, l.created_at
      from public.leads l cross join unnest(l.match_keys) m(k) join typed t on t.k = m.k and t.kind = 'exact'
      where p_noun in ('lead', 'deal') and l.id = any(lead_ids) and l.stage <> all(closed))
    union all
    (select r.at, r.self, 'lead', l.id, r.how, l.name, '{}'::jsonb, l.desk_id, l.case_officer_id, l.created_at
      from reached r join public.leads l on l.contact_id = r.contact_id
      where p_noun in ('lead', 'deal') and l.deleted_at is null and l.stage <> all(closed))
  )
  select f.at, f.noun, f.id, f.how, f.name, f.names, f.desk_id, f.officer_id, f.since from found f
  where not (f.noun = p_noun and f.id is not distinct from f.self)
    and not exists (
      select 1 from public.duplicate_rulings r
      where f.self is not null and r.verdict = 'different'
        and ((r.noun, r.record_id, r.other_noun, r.other_id) = (p_noun, f.self, f.noun, f.id)
          or (r.noun, r.record_id, r.other_noun, r.other_id) = (f.noun, f.id, p_noun, f.self)))
  order by f.at, case f.noun when 'company' then 0 when 'contact' then 0 else 1 end, f.id;
end $$;
revoke execute on function look_alikes_of_many(text, jsonb) from public;
grant execute on function look_alikes_of_many(text, jsonb) to sees_all, sees_desk;

-- The last look of an import before it commits. Entries hold the gate together (look_alikes), an import alone, and only
-- from here to its commit. True when somebody has entered, since its transaction began, a record with a key of one that
-- it has made itself: those are told by the transaction that wrote them.
create or replace function entered_meanwhile(p_noun text) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  me xid := pg_current_xact_id()::xid;
  began timestamptz := now() - interval '10 seconds';
begin
  if public.viewer_id() is null or public.viewer_writes() = 'none' or public.viewer_verb() <> p_noun || '.import' then
    raise exception 'entered_meanwhile() outside of an import' using errcode = '42501';
  end if;
  perform pg_advisory_xact_lock(4120267, 0);
  return exists (
      select from public.companies c cross join unnest(c.match_keys) k
      where c.updated_at >= began and c.deleted_at is null and c.xmin <> me and k like 'n:%'
        and exists (select from public.companies o where o.match_keys && array[k] and o.xmin = me and o.id <> c.id))
    or exists (
      select from public.leads l cross join unnest(l.match_keys) k
      where l.updated_at >= began and l.deleted_at is null and l.xmin <> me and k like 'n:%'
        and exists (select from public.leads o where o.match_keys && array[k] and o.xmin = me and o.id <> l.id))
    or exists (
      select from public.contact_details d cross join unnest(d.match_keys) k
      where d.updated_at >= began and d.xmin <> me
        and exists (select from public.contacts c where c.id = d.contact_id and c.deleted_at is null)
        and exists (select from public.contact_details o where o.match_keys && array[k] and o.xmin = me
          and o.contact_id <> d.contact_id));
end $$;
revoke execute on function entered_meanwhile(text) from public;
grant execute on function entered_meanwhile(text) to sees_all, sees_desk;
