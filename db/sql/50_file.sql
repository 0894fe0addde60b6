-- Said before a content is put into the store: from now on it is known, and kept for a day without anything that refers to
-- it. A content that is being collected at this moment is waited for, and then claimed anew.
create or replace function claim_content(p_digest text, p_size bigint) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if public.viewer_id() is null or public.viewer_writes() = 'none' then
    raise exception 'claim_content() outside of a permitted write' using errcode = '42501';
  end if;
  insert into public.contents (digest, size) values (p_digest, p_size)
    on conflict (digest) do update set claimed_at = now();
end $$;
revoke execute on function claim_content(text, bigint) from public;
grant execute on function claim_content(text, bigint) to sees_all, sees_desk;

-- Takes away what nothing refers to, and answers which: their contents are to be deleted before the commit. What keeps
-- contents of its own is entered here; forgotten, its foreign key lets nothing go.
create or replace function drop_loose_contents(p_most int) returns setof text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  return query
  delete from public.contents c where c.digest in (
    select l.digest from public.contents l
    where l.claimed_at < now() - interval '1 day'
      and not exists (select 1 from public.attachments a where a.digest = l.digest)
      and not exists (select 1 from public.exports e where e.digest = l.digest)
    order by l.claimed_at limit p_most for update skip locked)
  returning c.digest;
end $$;
revoke execute on function drop_loose_contents(int) from public;
grant execute on function drop_loose_contents(int) to housekeeping;

-- Which record a file is on, and what it is, stand for good; what is said of it may change.
create or replace function guard_attachment() returns trigger language plpgsql as $$
begin
  if current_user in ('sees_all', 'sees_desk')
    and (new.lead_id, new.deal_id, new.company_id, new.event_id, new.procedure_id, new.arrival_id, new.file_name, new.media_type, new.size, new.digest, new.created_by, new.created_at)
      is distinct from (old.lead_id, old.deal_id, old.company_id, old.event_id, old.procedure_id, old.arrival_id, old.file_name, old.media_type, old.size, old.digest, old.created_by, old.created_at) then
    raise exception 'record and content of a file stand for good' using errcode = '42501', constraint = 'guard_attachment';
  end if;
  return new;
end $$;
create or replace trigger attachments_guard before update on attachments for each row execute function guard_attachment();
