-- First contact is a right that is taken by what is recorded, not by being asked for: so it is kept where it is recorded,
-- whichever door that comes through. By recorded moment; what lapsed stays, and a later contact begins anew.
create or replace function investor_of(p_company bigint, p_keys text[]) returns text language sql immutable as
  $$ select case when p_company is not null then 'c:' || p_company
     else (select k from unnest(p_keys) k where k like 'n:%' limit 1) end $$;

create or replace function first_contact_days() returns interval language sql stable as
  $$ select make_interval(days => coalesce((select (settings ->> 'firstContactDays')::int from public.zones limit 1), 30)) $$;

-- Progress of a desk with an investor keeps what it has; with somebody's name it takes it where the desk has nothing alive.
create or replace function meet_investor(
  p_investor text, p_desk bigint, p_lead bigint, p_deal bigint, p_activity bigint, p_kind text, p_with text, p_by bigint, p_at timestamptz)
returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if p_investor is null then return; end if;
  update public.first_contacts set progress_at = greatest(progress_at, p_at)
  where investor = p_investor and desk_id = p_desk and struck_at is null
    and progress_at >= p_at - public.first_contact_days();
  if found or p_with is null then return; end if;
  insert into public.first_contacts (investor, desk_id, lead_id, deal_id, activity_id, kind, with_name, by, at, progress_at)
  values (p_investor, p_desk, p_lead, p_deal, p_activity, p_kind, p_with, p_by, p_at, p_at);
end $$;
revoke execute on function meet_investor(text, bigint, bigint, bigint, bigint, text, text, bigint, timestamptz) from public;

create or replace function activity_meets_investor() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  who text;
  inv text;
begin
  if tg_op = 'UPDATE' then
    update public.first_contacts set struck_at = new.deleted_at where activity_id = new.id;
    return null;
  end if;
  if new.lead_id is not null then
    select public.investor_of(l.company_id, l.match_keys), coalesce(c.name, l.reached_name) into inv, who
    from public.leads l left join public.contacts c on c.id = coalesce(new.contact_id, l.contact_id) where l.id = new.lead_id;
  else
    select public.investor_of(d.company_id, null), c.name into inv, who
    from public.deals d left join public.contacts c on c.id = coalesce(new.contact_id, d.contact_id) where d.id = new.deal_id;
  end if;
  if new.kind = 'note' then who := null; end if;
  perform public.meet_investor(inv, new.desk_id, new.lead_id, new.deal_id, new.id, new.kind, who, new.created_by, new.created_at);
  return null;
end $$;
create or replace trigger activities_meet_investor after insert on activities
  for each row when (new.deleted_at is null) execute function activity_meets_investor();
create or replace trigger activities_struck after update of deleted_at on activities
  for each row when (new.deleted_at is distinct from old.deleted_at) execute function activity_meets_investor();

create or replace function lead_meets_investor() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare inv text := public.investor_of(new.company_id, new.match_keys);
begin
  if inv is distinct from public.investor_of(old.company_id, old.match_keys) and inv is not null then
    update public.first_contacts set investor = inv where lead_id = new.id;
    update public.first_contact_cases set investor = inv where noun = 'lead' and record_id = new.id and ruled_at is null;
  end if;
  if new.last_progress_at is distinct from old.last_progress_at then
    perform public.meet_investor(inv, new.desk_id, new.id, null, null, 'reached',
      case when new.first_contact_at is distinct from old.first_contact_at then new.reached_name end, new.updated_by, now());
  end if;
  return null;
end $$;
create or replace trigger leads_meet_investor after update on leads
  for each row execute function lead_meets_investor();

create or replace function deal_meets_investor() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare inv text := public.investor_of(new.company_id, null);
begin
  if new.company_id is distinct from old.company_id then
    update public.first_contacts set investor = inv where deal_id = new.id;
    update public.first_contact_cases set investor = inv where noun = 'deal' and record_id = new.id and ruled_at is null;
  end if;
  if new.last_progress_at is distinct from old.last_progress_at then
    perform public.meet_investor(inv, new.desk_id, null, new.id, null, null, null, new.updated_by, now());
  end if;
  return null;
end $$;
create or replace trigger deals_meet_investor after update on deals
  for each row execute function deal_meets_investor();

-- Who has met this investor, and since when, for whoever works with it: of another desk no more than that.
create or replace function first_contacts_of(p_noun text, p_id bigint)
returns table (investor text, desk_id bigint, by_id bigint, at timestamptz, progress_at timestamptz, kind text, with_name text)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  sees_all boolean := public.viewer_role() in ('admin', 'director', 'viewer');
  inv text;
begin
  if public.viewer_id() is null then raise exception 'first_contacts_of() without a viewer' using errcode = '42501'; end if;
  if p_noun = 'lead' then
    select public.investor_of(l.company_id, l.match_keys) into inv from public.leads l where l.id = p_id;
  else
    select public.investor_of(d.company_id, null) into inv from public.deals d where d.id = p_id;
  end if;
  return query
  select f.investor, f.desk_id, f.by, f.at, f.progress_at,
    case when sees_all or f.desk_id = any(public.viewer_desks()) then f.kind end,
    case when sees_all or f.desk_id = any(public.viewer_desks()) then f.with_name end
  from public.first_contacts f where f.investor = inv and f.struck_at is null order by f.at, f.id limit 50;
end $$;
revoke execute on function first_contacts_of(text, bigint) from public;
grant execute on function first_contacts_of(text, bigint) to sees_all, sees_desk;

create or replace function shares_are_whole() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if (select sum(percent) from public.credit_shares where case_id = new.case_id) <> 100 then
    raise exception 'shares of credit add up to 100' using errcode = '23514', constraint = 'credit_shares_hundred';
  end if;
  return null;
end $$;
drop trigger if exists credit_shares_hundred on credit_shares;
create constraint trigger credit_shares_hundred after insert or update on credit_shares
  deferrable initially deferred for each row execute function shares_are_whole();
