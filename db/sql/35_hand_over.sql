-- An offer to another desk is decided by those who do not write the record yet: so here, after a look at the offer.
-- `accepted` moves the record to the receiving desk, whose head then writes it; whoever had it stays a member, and the
-- origin is never without one. Answers 'done', what stands in the way
-- (the words are in handover.refused), or null for whoever may not. The record is locked first, as everywhere.
create or replace function settle_hand_over(
  p_id bigint, p_state text, p_reason text default null, p_version int default null, p_officer bigint default null)
returns text language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  me bigint := public.viewer_id();
  stem text := split_part(public.viewer_verb(), '.', 2);
  noun text := split_part(public.viewer_verb(), '.', 1);
  o public.hand_overs;
  role text := public.viewer_role();
  heads bigint[] := case when role = 'manager' then public.viewer_writes_desks() else '{}' end;
  ver int;
  closed boolean;
  waits boolean := false;
  desk bigint;
  officer bigint;
begin
  if stem is distinct from (case p_state when 'accepted' then 'accept_hand_over' when 'declined' then 'decline_hand_over'
      when 'withdrawn' then 'withdraw_hand_over' end) or public.viewer_writes() = 'none' then
    raise exception 'settle_hand_over() outside of its verb' using errcode = '42501';
  end if;
  select * into o from public.hand_overs where id = p_id;
  if o.id is null or (noun = 'lead') <> (o.lead_id is not null) then return null; end if;
  if not (role = 'director' or o.to_desk_id = any(heads) and p_state <> 'withdrawn'
      or p_state = 'withdrawn' and (o.from_desk_id = any(heads) or o.proposed_by = any(public.viewer_people()))) then
    return null;
  end if;
  if noun = 'lead' then
    select version, desk_id, case_officer_id, deleted_at is not null or stage in ('converted', 'disqualified')
      into ver, desk, officer, closed from public.leads where id = o.lead_id for update;
  else
    select version, desk_id, case_officer_id, deleted_at is not null or status in ('lost', 'withdrawn')
      into ver, desk, officer, closed from public.deals where id = o.deal_id for update;
    waits := exists (select from public.stage_proposals where deal_id = o.deal_id and decided_at is null);
  end if;
  select * into o from public.hand_overs where id = p_id for update;
  if o.state <> 'open' then return o.state; end if;
  if p_state = 'accepted' then
    if closed or desk <> o.from_desk_id then return 'lapsed'; end if;
    if ver <> p_version then return 'changed'; end if;
    if waits then return 'proposal_waits'; end if;
  end if;

  update public.hand_overs set state = p_state, decided_by = me, decided_at = now(), decision_reason = p_reason where id = p_id;
  if noun = 'lead' then
    update public.leads set reader_ids = public.without(reader_ids, o.reader_ids) where id = o.lead_id;
  else
    update public.deals set reader_ids = public.without(reader_ids, o.reader_ids) where id = o.deal_id;
  end if;
  if p_state <> 'accepted' then return 'done'; end if;
  if noun = 'lead' then
    update public.leads set desk_id = o.to_desk_id, case_officer_id = p_officer, version = version + 1, updated_at = now(), updated_by = me,
      last_progress_at = now(), unrouted = false,
      team_ids = public.united(team_ids, array_remove(array[coalesce(officer, o.proposed_by), p_officer], null))
    where id = o.lead_id;
  else
    update public.deals set desk_id = o.to_desk_id, case_officer_id = p_officer, version = version + 1, updated_at = now(), updated_by = me,
      last_progress_at = now(),
      team_ids = public.united(team_ids, array_remove(array[coalesce(officer, o.proposed_by), p_officer], null))
    where id = o.deal_id;
  end if;
  return 'done';
end $$;

create or replace function without(p_all bigint[], p_some bigint[]) returns bigint[] language sql immutable as
  $$ select coalesce(array_agg(one order by at), '{}') from unnest(p_all) with ordinality u(one, at) where one <> all (p_some) $$;
create or replace function united(p_all bigint[], p_more bigint[]) returns bigint[] language sql immutable as
  $$ select p_all || public.without(coalesce(array_agg(distinct one), '{}'), p_all) from unnest(p_more) one $$;

revoke execute on function settle_hand_over(bigint, text, text, int, bigint) from public;
grant execute on function settle_hand_over(bigint, text, text, int, bigint) to sees_all, sees_desk;

-- An offer lapses when its record moves on by itself. Named to come after the guard: the readers who go are the offer's.
create or replace function lapse_hand_over() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  offered bigint[];
  ended boolean;
begin
  if tg_table_name = 'leads' then
    ended := new.stage in ('converted', 'disqualified');
  else
    ended := new.status in ('lost', 'withdrawn');
  end if;
  if new.deleted_at is null and not ended and new.desk_id = old.desk_id then return new; end if;
  update public.hand_overs set state = 'lapsed', decided_by = public.viewer_id(), decided_at = now()
  where state = 'open' and case when tg_table_name = 'leads' then lead_id = new.id else deal_id = new.id end
  returning reader_ids into offered;
  if offered is not null then new.reader_ids := public.without(new.reader_ids, offered); end if;
  return new;
end $$;
create or replace trigger leads_lapse_hand_over before update on leads for each row
  when (new.deleted_at is distinct from old.deleted_at or new.desk_id <> old.desk_id or new.stage <> old.stage)
  execute function lapse_hand_over();
create or replace trigger deals_lapse_hand_over before update on deals for each row
  when (new.deleted_at is distinct from old.deleted_at or new.desk_id <> old.desk_id or new.status <> old.status)
  execute function lapse_hand_over();

-- Who becomes head of a desk sees what is offered to it, and who is head no longer sees it no more: as if he had been one,
-- or none, when it was offered.
create or replace function head_gets_offers() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  was boolean := tg_op <> 'INSERT' and old.head;
  is_head boolean := tg_op <> 'DELETE' and new.head;
  person bigint := coalesce(new.user_id, old.user_id);
  o record;
begin
  if was = is_head then return null; end if;
  for o in
    select h.id, h.lead_id, h.deal_id, coalesce(l.team_ids, d.team_ids) as team, coalesce(l.reader_ids, d.reader_ids) as readers
    from public.hand_overs h left join public.leads l on l.id = h.lead_id left join public.deals d on d.id = h.deal_id
    where h.state = 'open' and h.to_desk_id = coalesce(new.desk_id, old.desk_id)
      and (is_head or h.reader_ids @> array[person])
    order by h.id
  loop
    -- whom the record shows already is no reader of the offer, and keeps it when the offer ends
    continue when is_head and person = any(o.team || o.readers);
    update public.leads set reader_ids = case when is_head then public.united(reader_ids, array[person])
      else public.without(reader_ids, array[person]) end where id = o.lead_id;
    update public.deals set reader_ids = case when is_head then public.united(reader_ids, array[person])
      else public.without(reader_ids, array[person]) end where id = o.deal_id;
    update public.hand_overs set reader_ids = case when is_head then public.united(reader_ids, array[person])
      else public.without(reader_ids, array[person]) end where id = o.id;
  end loop;
  return null;
end $$;
create or replace trigger desk_members_get_offers after insert or update of head or delete on desk_members
  for each row execute function head_gets_offers();
