-- A company, contact or event that a lead or deal names is not deleted, also when that one is out of the deleter's
-- sight: it answers yes or no to whoever may delete, and to nobody else.
create or replace function record_in_use(p_noun text, p_id bigint) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if (public.viewer_verb() <> p_noun || '.delete' and public.viewer_verb() not like '%.undo\_import') or public.viewer_writes() = 'none' then
    raise exception 'record_in_use() outside of a deletion' using errcode = '42501';
  end if;
  return case p_noun
    when 'company' then
      exists (select 1 from public.leads where company_id = p_id and deleted_at is null)
      or exists (select 1 from public.deals where company_id = p_id and deleted_at is null)
      or exists (select 1 from public.contacts where company_id = p_id and deleted_at is null)
      or exists (select 1 from public.companies where parent_id = p_id and deleted_at is null)
    when 'contact' then
      exists (select 1 from public.leads where contact_id = p_id and deleted_at is null)
      or exists (select 1 from public.deals where contact_id = p_id and deleted_at is null)
    when 'event' then
      exists (select 1 from public.leads where event_id = p_id and deleted_at is null)
      or exists (select 1 from public.deals where event_id = p_id and deleted_at is null)
  end;
end $$;
revoke execute on function record_in_use(text, bigint) from public;
grant execute on function record_in_use(text, bigint) to sees_all, sees_desk;
