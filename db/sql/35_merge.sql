-- Merging two companies, contacts, leads or deals: what hangs on the one moves to the other in a few statements, each
-- row noted, so that an undo moves back exactly these. The two records themselves are written by the one who merges,
-- under his row policies; what hangs on them moves here, also where it is out of his sight.
grant select, insert, update on merges to sees_all, sees_desk;
grant select, insert on merge_values to sees_all, sees_desk;

-- THE LIST of all columns that point at one of the four, and what a merge does with them. A new one is entered here, or
-- db/merge-points.test.ts fails:
--   move  the row goes to the kept record, and comes back on undo. `keys` are the columns that tell the row (a column
--         that is moved is none of them); `once` those of which the kept record has a value once only (both in the same
--         event): such a row stays with the merged record, out of sight, and is there again when the merge is undone.
--   stay  the row belongs to the merged record's own story, or follows from something else.
-- `said_by`: the column that says which noun `col` points at, where one column points at several. Moved in this order.
create or replace function merge_points() returns table (
  noun text, tab text, col text, how text, keys text[], once text[], said_by text)
language sql immutable as $$ values
  ('company', 'contacts', 'company_id', 'move', array['id'], '{}'::text[], null::text),
  ('company', 'leads', 'company_id', 'move', array['id'], '{}', null),
  ('company', 'deals', 'company_id', 'move', array['id'], '{}', null),
  ('company', 'companies', 'parent_id', 'move', array['id'], '{}', null),
  -- most of them followed their lead or deal already (40_activity.sql)
  ('company', 'activities', 'company_id', 'move', array['id'], '{}', null),
  ('contact', 'leads', 'contact_id', 'move', array['id'], '{}', null),
  ('contact', 'deals', 'contact_id', 'move', array['id'], '{}', null),
  ('contact', 'activities', 'contact_id', 'move', array['id'], '{}', null),
  -- a tag that both bear stays with the merged one
  ('company', 'company_tags', 'company_id', 'move', array['tag_id'], array['tag_id'], null),
  ('lead', 'lead_tags', 'lead_id', 'move', array['tag_id'], array['tag_id'], null),
  ('deal', 'deal_tags', 'deal_id', 'move', array['tag_id'], array['tag_id'], null),
  -- chosen field by field
  ('contact', 'contact_details', 'contact_id', 'stay', '{}', '{}', null),
  ('lead', 'activities', 'lead_id', 'move', array['id'], '{}', null),
  ('deal', 'activities', 'deal_id', 'move', array['id'], '{}', null),
  -- what is to be done, and what an activity elsewhere touches
  ('company', 'tasks', 'company_id', 'move', array['id'], '{}', null),
  ('contact', 'tasks', 'contact_id', 'move', array['id'], '{}', null),
  ('lead', 'tasks', 'lead_id', 'move', array['id'], '{}', null),
  ('deal', 'tasks', 'deal_id', 'move', array['id'], '{}', null),
  -- what is to be settled before an approval, and what blocks
  ('deal', 'procedures', 'deal_id', 'move', array['id'], '{}', null),
  ('lead', 'issues', 'lead_id', 'move', array['id'], '{}', null),
  ('deal', 'issues', 'deal_id', 'move', array['id'], '{}', null),
  ('company', 'activity_links', 'company_id', 'move', array['id'], array['activity_id'], null),
  ('contact', 'activity_links', 'contact_id', 'move', array['id'], array['activity_id'], null),
  ('lead', 'activity_links', 'lead_id', 'move', array['id'], array['activity_id'], null),
  ('deal', 'activity_links', 'deal_id', 'move', array['id'], array['activity_id'], null),
  ('company', 'attachments', 'company_id', 'move', array['id'], '{}', null),
  ('lead', 'attachments', 'lead_id', 'move', array['id'], '{}', null),
  ('deal', 'attachments', 'deal_id', 'move', array['id'], '{}', null),
  -- a lead with a living deal is not merged away
  ('lead', 'deals', 'lead_id', 'stay', '{}', '{}', null),
  -- dated facts and decisions are the record's own: figures as of a day count the kept one, by its own
  ('lead', 'lead_facts', 'lead_id', 'stay', '{}', '{}', null),
  ('deal', 'deal_facts', 'deal_id', 'stay', '{}', '{}', null),
  ('deal', 'stage_proposals', 'deal_id', 'stay', '{}', '{}', null),
  -- a structure adds up to its own deal's total; money that came is never merged away (db/write/capital-merge.ts)
  ('deal', 'capital_structures', 'deal_id', 'stay', '{}', '{}', null),
  ('deal', 'capital_parts', 'deal_id', 'stay', '{}', '{}', null),
  ('deal', 'planned_arrivals', 'deal_id', 'stay', '{}', '{}', null),
  ('deal', 'capital_facts', 'deal_id', 'stay', '{}', '{}', null),
  ('deal', 'arrivals', 'deal_id', 'stay', '{}', '{}', null),
  -- what a review decided was decided of that record
  ('lead', 'review_items', 'lead_id', 'stay', '{}', '{}', null),
  ('deal', 'review_items', 'deal_id', 'stay', '{}', '{}', null),
  -- an open offer lapses with the record
  ('lead', 'hand_overs', 'lead_id', 'stay', '{}', '{}', null),
  ('deal', 'hand_overs', 'deal_id', 'stay', '{}', '{}', null),
  ('lead', 'lead_appraisals', 'lead_id', 'stay', '{}', '{}', null),
  -- a desk's record of kept and missed clocks is of the record that had them
  ('lead', 'clock_results', 'lead_id', 'stay', '{}', '{}', null),
  ('deal', 'clock_results', 'deal_id', 'stay', '{}', '{}', null),
  -- each record keeps its own log; the team's table follows team_ids
  ('any', 'log_entries', 'record_id', 'stay', '{}', '{}', 'noun'),
  ('any', 'log_seals', 'record_id', 'stay', '{}', '{}', 'noun'),
  ('any', 'log_heads', 'record_id', 'stay', '{}', '{}', 'noun'),
  ('any', 'case_members', 'record_id', 'stay', '{}', '{}', 'noun'),
  -- what was said of two of them holds of the kept one, and so does what is asked: by one person once
  ('company', 'duplicate_rulings', 'record_id', 'move', array['id'], '{}', 'noun'),
  ('company', 'duplicate_rulings', 'other_id', 'move', array['id'], array['asked_by', 'ruled_at'], 'other_noun'),
  ('contact', 'duplicate_rulings', 'record_id', 'move', array['id'], '{}', 'noun'),
  ('contact', 'duplicate_rulings', 'other_id', 'move', array['id'], array['asked_by', 'ruled_at'], 'other_noun'),
  ('lead', 'duplicate_rulings', 'record_id', 'move', array['id'], '{}', 'noun'),
  ('lead', 'duplicate_rulings', 'other_id', 'move', array['id'], array['asked_by', 'ruled_at'], 'other_noun'),
  ('deal', 'duplicate_rulings', 'record_id', 'move', array['id'], '{}', 'noun'),
  ('deal', 'duplicate_rulings', 'other_id', 'move', array['id'], array['asked_by', 'ruled_at'], 'other_noun'),
  ('any', 'duplicate_probes', 'record_id', 'stay', '{}', '{}', 'noun'),
  -- the evidence of a first contact is where its lead or deal is; the investor follows the company (45_first_contact.sql)
  ('lead', 'first_contacts', 'lead_id', 'move', array['id'], '{}', null),
  ('deal', 'first_contacts', 'deal_id', 'move', array['id'], '{}', null),
  ('lead', 'first_contact_cases', 'record_id', 'move', array['id'], '{}', 'noun'),
  ('deal', 'first_contact_cases', 'record_id', 'move', array['id'], '{}', 'noun'),
  -- each record's own, kept by triggers (45_search.sql)
  ('company', 'search_company', 'record_id', 'stay', '{}', '{}', null),
  ('contact', 'search_contact', 'record_id', 'stay', '{}', '{}', null),
  ('contact', 'search_contact_detail', 'record_id', 'stay', '{}', '{}', null),
  ('lead', 'search_lead', 'record_id', 'stay', '{}', '{}', null),
  ('deal', 'search_deal', 'record_id', 'stay', '{}', '{}', null),
  ('any', 'search_event', 'record_id', 'stay', '{}', '{}', null),
  ('any', 'search_issue', 'record_id', 'stay', '{}', '{}', null),
  ('any', 'search_task', 'record_id', 'stay', '{}', '{}', null),
  -- what an import has made and changed is of these records: its undo asks what became of them
  ('any', 'import_records', 'record_id', 'stay', '{}', '{}', 'noun'),
  -- what people were told stays told; its link leads on
  ('any', 'notifications', 'record_id', 'stay', '{}', '{}', 'noun')
$$;

-- The columns that tell a row, as text; and the condition that a row of `t` is the one that a line `l` names.
create or replace function merge_key(p_keys text[]) returns text language sql immutable as $$
  select 'array[' || string_agg(format('t.%I::text', k), ', ' order by n) || ']'
  from unnest(p_keys) with ordinality u(k, n)
$$;
create or replace function merge_key_is(p_tab text, p_keys text[]) returns text language sql stable as $$
  select string_agg(format('t.%I = l.key[%s]::%s', k, n, format_type(a.atttypid, a.atttypmod)), ' and ' order by n)
  from unnest(p_keys) with ordinality u(k, n)
  join pg_attribute a on a.attrelid = format('public.%I', p_tab)::regclass and a.attname = k
$$;
-- Rows of `t` at $2 that the merge moves to $1: not the two records themselves, nor what $1 has already.
create or replace function merge_moves(p_noun text, p_tab text, p_col text, p_once text[], p_said_by text) returns text
language sql immutable as $$
  select format('t.%I = $2', p_col)
    || case when p_said_by is null then '' else format(' and t.%I = %L', p_said_by, p_noun) end
    || case when p_tab = 'companies' then ' and t.id <> $1' else '' end
    || case when p_once = '{}' then '' else format(' and not exists (select 1 from public.%I o where o.%I = $1 and %s)',
         p_tab, p_col, (select string_agg(format('o.%1$I is not distinct from t.%1$I', k), ' and ') from unnest(p_once) k)) end
$$;
revoke execute on function merge_points(), merge_key(text[]), merge_key_is(text, text[]),
  merge_moves(text, text, text, text[], text) from public;

-- How many living rows would move, by table; what both have counts as `once`.
create or replace function count_merge_links(p_noun text, p_kept bigint, p_merged bigint) returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare p record; n bigint; held bigint; counts jsonb := '{}'; living text;
begin
  if public.viewer_verb() <> p_noun || '.merge' then
    raise exception 'count_merge_links() outside of a merge' using errcode = '42501';
  end if;
  for p in select * from public.merge_points() m where m.noun in (p_noun, 'any') and m.how = 'move' loop
    living := case when exists (select 1 from pg_attribute a where a.attrelid = format('public.%I', p.tab)::regclass
      and a.attname = 'deleted_at' and not a.attisdropped) then ' and t.deleted_at is null' else '' end;
    execute format('select count(*) from public.%I t where %s%s', p.tab,
      public.merge_moves(p_noun, p.tab, p.col, p.once, p.said_by), living) into n using p_kept, p_merged;
    execute format('select count(*) from public.%I t where %s%s', p.tab,
      public.merge_moves(p_noun, p.tab, p.col, '{}', p.said_by), living) into held using p_kept, p_merged;
    counts := counts || jsonb_build_object(p.tab, coalesce((counts->>p.tab)::bigint, 0) + n);
    if held > n then
      counts := counts || jsonb_build_object('once', coalesce((counts->>'once')::bigint, 0) + held - n);
    end if;
  end loop;
  return counts;
end $$;
revoke execute on function count_merge_links(text, bigint, bigint) from public;
grant execute on function count_merge_links(text, bigint, bigint) to sees_all, sees_desk;

-- While many rows move at once, triggers that follow each by itself leave it to merge_followed(), which is one statement
-- for all of them.
create or replace function merge_is_moving() returns boolean language sql stable as
  $$ select coalesce(current_setting('app.moving', true), '') = 'on' $$;

-- Activities go with the leads and deals that moved; and all that hangs on the one is found by its names now.
create or replace function merge_followed(p_merge bigint, p_noun text, p_at bigint) returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if p_noun = 'company' then
    update public.activities a set company_id = p_at from public.merge_links l
      where l.merge_id = p_merge and l.point = 'leads.company_id' and a.lead_id = l.key[1]::bigint
        and exists (select 1 from public.leads r where r.id = a.lead_id and r.company_id = p_at);
    update public.activities a set company_id = p_at from public.merge_links l
      where l.merge_id = p_merge and l.point = 'deals.company_id' and a.deal_id = l.key[1]::bigint
        and exists (select 1 from public.deals r where r.id = a.deal_id and r.company_id = p_at);
    perform public.search_linked_anew(p_at, null);
  elsif p_noun = 'contact' then
    perform public.search_linked_anew(null, p_at);
  end if;
end $$;
revoke execute on function merge_followed(bigint, text, bigint) from public;

-- Moves all of it, once, for the merge that this transaction entered.
create or replace function move_merge_links(p_merge bigint) returns jsonb
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare m public.merges; p record; n bigint; counts jsonb := '{}';
begin
  select * into m from public.merges where id = p_merge and merged_by = public.viewer_id() and merged_at = now() and undone_at is null;
  if m.id is null or public.viewer_verb() <> m.noun || '.merge' or public.viewer_writes() = 'none' then
    raise exception 'move_merge_links() outside of a merge' using errcode = '42501';
  end if;
  perform set_config('app.moving', 'on', true);
  for p in select * from public.merge_points() k where k.noun in (m.noun, 'any') and k.how = 'move' loop
    execute format('with moved as (update public.%1$I t set %2$I = $1 where %3$s returning %4$s as key)
      insert into public.merge_links (merge_id, point, key) select $3, $4, key from moved',
      p.tab, p.col, public.merge_moves(m.noun, p.tab, p.col, p.once, p.said_by), public.merge_key(p.keys))
      using m.kept_id, m.merged_id, m.id, p.tab || '.' || p.col;
    get diagnostics n = row_count;
    -- before the rest of the activities, which is moved by itself
    if p.tab = 'deals' then perform public.merge_followed(m.id, m.noun, m.kept_id); end if;
    if n > 0 then
      counts := counts || jsonb_build_object(p.tab, coalesce((counts->>p.tab)::bigint, 0) + n);
    end if;
  end loop;
  perform set_config('app.moving', '', true);
  update public.merges set moved = counts where id = p_merge;
  return counts;
end $$;
revoke execute on function move_merge_links(bigint) from public;
grant execute on function move_merge_links(bigint) to sees_all, sees_desk;

-- Back to where they were, those that are still where the merge put them; answers how many are not.
create or replace function return_merge_links(p_merge bigint) returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare m public.merges; p record; n bigint; total bigint; back bigint := 0;
begin
  select * into m from public.merges where id = p_merge and undone_at = now() and undone_by = public.viewer_id();
  if m.id is null or public.viewer_verb() <> m.noun || '.undo_merge' or public.viewer_writes() = 'none' then
    raise exception 'return_merge_links() outside of an undo' using errcode = '42501';
  end if;
  select count(*) into total from public.merge_links where merge_id = p_merge;
  perform set_config('app.moving', 'on', true);
  for p in select * from public.merge_points() k where k.noun in (m.noun, 'any') and k.how = 'move' loop
    execute format('update public.%1$I t set %2$I = $2 from public.merge_links l
      where l.merge_id = $3 and l.point = $4 and %3$s and t.%2$I = $1', p.tab, p.col, public.merge_key_is(p.tab, p.keys))
      using m.kept_id, m.merged_id, m.id, p.tab || '.' || p.col;
    get diagnostics n = row_count;
    if p.tab = 'deals' then perform public.merge_followed(m.id, m.noun, m.merged_id); end if;
    back := back + n;
  end loop;
  perform set_config('app.moving', '', true);
  update public.merges set links_stayed = total - back where id = p_merge;
  return total - back;
end $$;
revoke execute on function return_merge_links(bigint) from public;
grant execute on function return_merge_links(bigint) to sees_all, sees_desk;

-- Companies and contacts have no desk: they are on one's own desks when no living lead or deal of another hangs on them.
create or replace function merge_elsewhere(p_noun text, p_ids bigint[]) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare mine bigint[] := public.viewer_writes_desks();
begin
  if public.viewer_verb() not in (p_noun || '.merge', p_noun || '.undo_merge') then
    raise exception 'merge_elsewhere() outside of a merge' using errcode = '42501';
  end if;
  return case p_noun
    when 'company' then
      exists (select 1 from public.leads where company_id = any(p_ids) and deleted_at is null and desk_id <> all(mine))
      or exists (select 1 from public.deals where company_id = any(p_ids) and deleted_at is null and desk_id <> all(mine))
    else
      exists (select 1 from public.leads where contact_id = any(p_ids) and deleted_at is null and desk_id <> all(mine))
      or exists (select 1 from public.deals where contact_id = any(p_ids) and deleted_at is null and desk_id <> all(mine))
  end;
end $$;
revoke execute on function merge_elsewhere(text, bigint[]) from public;
grant execute on function merge_elsewhere(text, bigint[]) to sees_all, sees_desk;

-- Whether a deal lives that came of this lead, also where it is out of sight.
create or replace function merge_lead_has_deal(p_lead bigint) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if public.viewer_verb() <> 'lead.merge' then
    raise exception 'merge_lead_has_deal() outside of a merge' using errcode = '42501';
  end if;
  return exists (select 1 from public.deals where lead_id = p_lead and deleted_at is null);
end $$;
revoke execute on function merge_lead_has_deal(bigint) from public;
grant execute on function merge_lead_has_deal(bigint) to sees_all, sees_desk;

-- Merged into another is said under the verbs that merge, and a merged record is not restored but by undoing (the check
-- on the table: merged is deleted).
create or replace function guard_merged() returns trigger language plpgsql as $$
begin
  if current_user in ('sees_all', 'sees_desk') and new.merged_into is distinct from old.merged_into
      and split_part(public.viewer_verb(), '.', 2) not in ('merge', 'undo_merge') then
    raise exception '% may not merge', public.viewer_verb() using errcode = '42501', constraint = 'guard_merged';
  end if;
  return new;
end $$;
create or replace trigger companies_guard_merged before update of merged_into on companies for each row execute function guard_merged();
create or replace trigger contacts_guard_merged before update of merged_into on contacts for each row execute function guard_merged();
create or replace trigger leads_guard_merged before update of merged_into on leads for each row execute function guard_merged();
create or replace trigger deals_guard_merged before update of merged_into on deals for each row execute function guard_merged();

-- Whoever names a company or contact while it is being merged waits for that, and then names the one that was kept.
create or replace function follow_merge() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare next bigint;
begin
  if tg_op = 'INSERT' or new.company_id is distinct from old.company_id then
    loop
      select merged_into into next from public.companies where id = new.company_id for key share;
      exit when next is null;
      new.company_id := next;
    end loop;
  end if;
  if tg_table_name <> 'contacts' then
    if new.contact_id is not null and (tg_op = 'INSERT' or new.contact_id is distinct from old.contact_id) then
      loop
        select merged_into into next from public.contacts where id = new.contact_id for key share;
        exit when next is null;
        new.contact_id := next;
      end loop;
    end if;
  end if;
  return new;
end $$;
create or replace trigger contacts_follow_merge before insert or update of company_id on contacts for each row execute function follow_merge();
create or replace trigger leads_follow_merge before insert or update of company_id, contact_id on leads for each row execute function follow_merge();
create or replace trigger deals_follow_merge before insert or update of company_id, contact_id on deals for each row execute function follow_merge();

-- A record is found by what was merged into it: its former names and number; and what looks like those looks like it.
create or replace function find_by_merged() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare others text; keys text[];
begin
  execute format('select string_agg(search_text, '' '' order by id) from public.%I where merged_into = $1', tg_table_name)
    into others using new.id;
  if others is null then return new; end if;
  new.search_text := new.search_text || ' ' || others;
  if tg_table_name in ('companies', 'leads') then
    execute format('select array_agg(distinct k) from public.%I, unnest(match_keys) k where merged_into = $1', tg_table_name)
      into keys using new.id;
    new.match_keys := array(select distinct k from unnest(new.match_keys || keys) k order by 1);
  end if;
  return new;
end $$;
create or replace trigger companies_find_by_merged before update of search_text on companies for each row execute function find_by_merged();
create or replace trigger contacts_find_by_merged before update of search_text on contacts for each row execute function find_by_merged();
create or replace trigger leads_find_by_merged before update of search_text on leads for each row execute function find_by_merged();
create or replace trigger deals_find_by_merged before update of search_text on deals for each row execute function find_by_merged();

-- When it is too late for an undo, or it was done, what it would need is kept no longer.
create or replace function purge_merges() returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare n bigint; old bigint[];
begin
  old := array(select m.id from public.merges m join public.merge_values v on v.merge_id = m.id
    where m.merged_at < now() - interval '31 days' or m.undone_at < now() - interval '1 day');
  delete from public.merge_links where merge_id = any(old);
  delete from public.merge_values where merge_id = any(old);
  get diagnostics n = row_count;
  return n;
end $$;
revoke execute on function purge_merges() from public;
grant execute on function purge_merges() to housekeeping;
