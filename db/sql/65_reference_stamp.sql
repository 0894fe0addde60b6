-- Names and settings that every page reads are kept by each server process until this stamp is another; it comes with
-- every request's session. Raised in the transaction of the change, so nobody sees the one without the other.
create or replace function stamp_reference() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update public.reference_stamps set changes = changes + 1;
  return null;
end $$;
create or replace trigger zones_stamp_reference after insert or update on zones
  for each statement execute function stamp_reference();
create or replace trigger desks_stamp_reference after insert or update or delete on desks
  for each statement execute function stamp_reference();
create or replace trigger industries_stamp_reference after insert or update or delete on industries
  for each statement execute function stamp_reference();
create or replace trigger country_names_stamp_reference after insert or update or delete on country_names
  for each statement execute function stamp_reference();
create or replace trigger work_days_stamp_reference after insert or update or delete on work_days
  for each statement execute function stamp_reference();
create or replace trigger desk_members_stamp_reference after insert or update or delete on desk_members
  for each statement execute function stamp_reference();
-- Not what a person chooses for himself.
create or replace trigger users_stamp_reference after insert or delete or update of name, names, role, disabled_at on users
  for each statement execute function stamp_reference();
