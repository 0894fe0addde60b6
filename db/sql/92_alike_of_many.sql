-- What on file warns of the rows of an import: a similar name, the same investor with industry and amount, a first contact
-- of another desk. The rule of look_alikes() for what warns, asked for many rows at once: p_rows is
-- [{at, self, like, company, industry, cny}]. Each row by its index alone, with a limit: a name of two common characters is
-- like thousands. Which of it is told, and whether two names are similar at all, is for the caller (db/import/warn.ts).
create or replace function alike_of_many(p_noun text, p_rows jsonb)
returns table (at int, noun text, id bigint, how text, name text, names jsonb, desk_id bigint, officer_id bigint)
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp set enable_seqscan = off as $$
declare
  closed constant text[] := array['converted', 'disqualified'];
begin
  if public.viewer_id() is null or public.viewer_writes() = 'none' or public.viewer_verb() <> p_noun || '.import' then
    raise exception 'alike_of_many() outside of an import' using errcode = '42501';
  end if;
  if jsonb_array_length(p_rows) > 1000 then
    raise exception 'more rows than are asked for at once' using errcode = '22023';
  end if;
  return query
  with typed as materialized (
    select * from jsonb_to_recordset(p_rows) r(at int, self bigint, "like" text[], company bigint, industry bigint, cny bigint)
  ), found (at, self, noun, id, how, name, names, desk_id, officer_id) as (
    (select r.at, r.self, 'company', x.id, 'similar', x.name, x.names, null::bigint, null::bigint
      from typed r cross join lateral (
        select c.id, c.name, c.names from public.companies c
        where c.match_keys && r."like" and c.deleted_at is null limit 40) x
      where p_noun in ('company', 'lead', 'deal') and cardinality(r."like") > 0)
    union all
    (select r.at, r.self, 'lead', x.id, 'similar', x.name, '{}'::jsonb, x.desk_id, x.case_officer_id
      from typed r cross join lateral (
        select l.id, l.name, l.desk_id, l.case_officer_id from public.leads l
        where l.match_keys && r."like" and l.deleted_at is null and l.stage <> all(closed) limit 40) x
      where p_noun in ('lead', 'deal') and cardinality(r."like") > 0)
    union all
    (select r.at, r.self, 'lead', x.id, 'investor', x.name, '{}'::jsonb, x.desk_id, x.case_officer_id
      from typed r cross join lateral (
        select l.id, l.name, l.desk_id, l.case_officer_id from public.leads l
        where l.company_id = r.company and l.industry_id = r.industry and l.deleted_at is null and l.stage <> all(closed)
          and abs(l.intended_cny - r.cny) * 5 <= greatest(l.intended_cny, r.cny) limit 10) x
      where p_noun in ('lead', 'deal') and r.company is not null)
    union all
    (select r.at, r.self, 'deal', x.id, 'investor', x.name, x.names, x.desk_id, x.case_officer_id
      from typed r cross join lateral (
        select d.id, c.name, c.names, d.desk_id, d.case_officer_id
        from public.deals d join public.companies c on c.id = d.company_id
        where d.company_id = r.company and d.industry_id = r.industry and d.deleted_at is null
          and d.status in ('active', 'on_hold') and abs(d.total_cny - r.cny) * 5 <= greatest(d.total_cny, r.cny) limit 10) x
      where p_noun in ('lead', 'deal') and r.company is not null)
    union all
    (select r.at, r.self, case when x.lead_id is not null then 'lead' else 'deal' end, coalesce(x.lead_id, x.deal_id),
        'first_contact', c.name, c.names, x.desk_id, x.by
      from typed r cross join lateral (
        select f.lead_id, f.deal_id, f.desk_id, f.by from public.first_contacts f
        where f.investor = 'c:' || r.company and f.struck_at is null
          and f.progress_at >= now() - public.first_contact_days()
        order by f.at, f.id limit 1) x
        join public.companies c on c.id = r.company
      where p_noun in ('lead', 'deal') and r.company is not null and x.desk_id <> all(public.viewer_desks()))
  )
  select f.at, f.noun, f.id, f.how, f.name, f.names, f.desk_id, f.officer_id from found f
  where not (f.noun = p_noun and f.id is not distinct from f.self)
    and not exists (
      select 1 from public.duplicate_rulings r
      where f.self is not null and r.verdict = 'different'
        and ((r.noun, r.record_id, r.other_noun, r.other_id) = (p_noun, f.self, f.noun, f.id)
          or (r.noun, r.record_id, r.other_noun, r.other_id) = (f.noun, f.id, p_noun, f.self)))
  order by f.at, case f.how when 'similar' then 1 else 0 end, f.noun, f.id;
end $$;
revoke execute on function alike_of_many(text, jsonb) from public;
grant execute on function alike_of_many(text, jsonb) to sees_all, sees_desk;
