-- What bears any of these tags, as one array for `id = any(…)`: under the policies of the links each of them would ask
-- for its record. Ids only; which of them one sees, the policies of the records say.
create or replace function tagged_ids(p_noun text, p_tags bigint[]) returns bigint[]
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return coalesce(case p_noun
    when 'lead' then (select array_agg(distinct lead_id) from public.lead_tags where tag_id = any(p_tags))
    when 'deal' then (select array_agg(distinct deal_id) from public.deal_tags where tag_id = any(p_tags))
    when 'company' then (select array_agg(distinct company_id) from public.company_tags where tag_id = any(p_tags))
  end, '{}');
end $$;
revoke execute on function tagged_ids(text, bigint[]) from public;
grant execute on function tagged_ids(text, bigint[]) to sees_all, sees_desk;

-- How many records bear each tag, those included that the one who asks does not see: before a merge or a deletion
-- whoever decides must know what it touches.
create or replace function tag_uses() returns table (tag_id bigint, leads bigint, deals bigint, companies bigint)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return query
  select t.id,
    (select count(*) from public.lead_tags l join public.leads r on r.id = l.lead_id where l.tag_id = t.id and r.deleted_at is null),
    (select count(*) from public.deal_tags l join public.deals r on r.id = l.deal_id where l.tag_id = t.id and r.deleted_at is null),
    (select count(*) from public.company_tags l join public.companies r on r.id = l.company_id where l.tag_id = t.id and r.deleted_at is null)
  from public.tags t;
end $$;
revoke execute on function tag_uses() from public;
grant execute on function tag_uses() to sees_all;
