-- An activity is seen by whom its lead or deal is seen: desk and people are copied from it, and follow it. Noted by
-- whoever stands in for a colleague, it says for whom.
create or replace function activity_takes_case() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if new.deal_id is not null then
    select desk_id, team_ids, reader_ids, company_id into new.desk_id, new.team_ids, new.reader_ids, new.company_id
    from public.deals where id = new.deal_id;
  else
    select desk_id, team_ids, reader_ids, company_id into new.desk_id, new.team_ids, new.reader_ids, new.company_id
    from public.leads where id = new.lead_id;
  end if;
  -- one that moves with its lead or deal was noted by whom it was noted
  if tg_op = 'INSERT' then new.for_id := public.acts_for(new.desk_id, new.team_ids); end if;
  return new;
end $$;
create or replace trigger activities_take_case before insert or update of lead_id, deal_id on activities
  for each row execute function activity_takes_case();

create or replace function case_gives_activities() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if public.merge_is_moving() then return null; end if;
  if (new.desk_id, new.team_ids, new.reader_ids, new.company_id)
      is distinct from (old.desk_id, old.team_ids, old.reader_ids, old.company_id) then
    if tg_table_name = 'deals' then
      update public.activities set desk_id = new.desk_id, team_ids = new.team_ids, reader_ids = new.reader_ids, company_id = new.company_id
      where deal_id = new.id;
    else
      update public.activities set desk_id = new.desk_id, team_ids = new.team_ids, reader_ids = new.reader_ids, company_id = new.company_id
      where lead_id = new.id;
    end if;
  end if;
  return null;
end $$;
create or replace trigger leads_give_activities after update on leads for each row execute function case_gives_activities();
create or replace trigger deals_give_activities after update on deals for each row execute function case_gives_activities();
