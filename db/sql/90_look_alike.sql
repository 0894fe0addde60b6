-- What is on file that looks like what is being typed, also where it is out of sight: to whoever may enter such records,
-- and to nobody else. Which of it he may see, and how often he may ask, is for the caller (db/write/look-alike.ts).
-- At an entry the keys are held until it ends, so that two people who type the same at once do not both enter it.
create or replace function look_alikes(
  p_noun text, p_self bigint, p_exact text[], p_like text[], p_code text, p_reach text[],
  p_company bigint, p_industry bigint, p_cny bigint)
returns table (noun text, id bigint, how text, name text, names jsonb, desk_id bigint, officer_id bigint, since timestamptz)
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp set gin_fuzzy_search_limit = 5000 as $$
declare
  k text;
  closed constant text[] := array['converted', 'disqualified'];
begin
  if public.viewer_id() is null or public.viewer_writes() = 'none' or public.viewer_verb() not in (
      'duplicate.check', 'company.create', 'company.edit', 'contact.create', 'contact.edit',
      'lead.create', 'lead.edit', 'lead.convert', 'deal.create', 'deal.edit', 'deal.open') then
    raise exception 'look_alikes() outside of an entry' using errcode = '42501';
  end if;
  if public.viewer_verb() <> 'duplicate.check' then
    -- an import looks once more before it commits, alone (entered_meanwhile)
    perform pg_advisory_xact_lock_shared(4120267, 0);
    for k in select distinct unnest(p_exact || p_reach) order by 1 loop
      perform pg_advisory_xact_lock(4120266, hashtext(k));
    end loop;
  end if;
  return query
  with contact_hits as (
    select d.contact_id, case when exists (select 1 from unnest(d.match_keys) m where m = any(p_reach) and m like 't:%')
      then 'phone' else 'email' end as how
    from public.contact_details d where d.match_keys && p_reach limit 20
  ), found (noun, id, how, name, names, desk_id, officer_id, since) as (
    (select 'company', c.id, case when c.match_keys && p_exact then 'name' else 'similar' end, c.name, c.names,
        null::bigint, null::bigint, c.created_at
      from public.companies c
      where p_noun in ('company', 'lead', 'deal') and p_company is null and c.deleted_at is null
        and c.match_keys && (p_exact || p_like) limit 60)
    union all
    (select 'company', c.id, 'credit_code', c.name, c.names, null, null, c.created_at
      from public.companies c where c.credit_code = p_code and c.deleted_at is null)
    union all
    (select 'contact', t.id, h.how, t.name, t.names, null, null, t.created_at
      from contact_hits h join public.contacts t on t.id = h.contact_id where t.deleted_at is null)
    union all
    (select 'lead', l.id, case when l.match_keys && p_exact then 'name' else 'similar' end, l.name, '{}'::jsonb,
        l.desk_id, l.case_officer_id, l.created_at
      from public.leads l
      where p_noun in ('lead', 'deal') and p_company is null and l.deleted_at is null and l.stage <> all(closed)
        and l.match_keys && (p_exact || p_like) limit 60)
    union all
    (select 'lead', l.id, h.how, l.name, '{}'::jsonb, l.desk_id, l.case_officer_id, l.created_at
      from contact_hits h join public.leads l on l.contact_id = h.contact_id
      where p_noun in ('lead', 'deal') and l.deleted_at is null and l.stage <> all(closed) limit 20)
    union all
    (select 'lead', l.id, 'investor', l.name, '{}'::jsonb, l.desk_id, l.case_officer_id, l.created_at
      from public.leads l
      where p_noun in ('lead', 'deal') and l.company_id = p_company and l.industry_id = p_industry
        and l.deleted_at is null and l.stage <> all(closed)
        and abs(l.intended_cny - p_cny) * 5 <= greatest(l.intended_cny, p_cny) limit 20)
    union all
    (select 'deal', d.id, 'investor', c.name, c.names, d.desk_id, d.case_officer_id, d.created_at
      from public.deals d join public.companies c on c.id = d.company_id
      where p_noun in ('lead', 'deal') and d.company_id = p_company and d.industry_id = p_industry
        and d.deleted_at is null and d.status in ('active', 'on_hold')
        and abs(d.total_cny - p_cny) * 5 <= greatest(d.total_cny, p_cny) limit 20)
    union all
    -- another desk has met this investor first, and its right is alive
    (select case when f.lead_id is not null then 'lead' else 'deal' end, coalesce(f.lead_id, f.deal_id), 'first_contact',
        c.name, c.names, f.desk_id, f.by, f.at
      from (select * from public.first_contacts fc
          where fc.investor = 'c:' || p_company and fc.struck_at is null
            and fc.progress_at >= now() - public.first_contact_days()
          order by fc.at, fc.id limit 1) f
        join public.companies c on c.id = p_company
      where p_noun in ('lead', 'deal') and f.desk_id <> all(public.viewer_desks()))
  )
  select f.* from found f
  where not (f.noun = p_noun and f.id is not distinct from p_self)
    and not exists (
      select 1 from public.duplicate_rulings r
      where p_self is not null and r.verdict = 'different'
        and ((r.noun, r.record_id, r.other_noun, r.other_id) = (p_noun, p_self, f.noun, f.id)
          or (r.noun, r.record_id, r.other_noun, r.other_id) = (f.noun, f.id, p_noun, p_self)));
end $$;
revoke execute on function look_alikes(text, bigint, text[], text[], text, text[], bigint, bigint, bigint) from public;
grant execute on function look_alikes(text, bigint, text[], text[], text, text[], bigint, bigint, bigint) to sees_all, sees_desk;
