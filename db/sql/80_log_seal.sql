-- Each line of the log waits here for its seal; sealing is housekeeping's, so no writer waits for another's chain.
create or replace function queue_for_seal() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into public.log_queue select id from became;
  return null;
end $$;
create or replace trigger log_entries_queue after insert on log_entries
  referencing new table as became for each statement execute function queue_for_seal();

create or replace trigger log_seals_written_once before update or delete on log_seals
  for each row execute function log_is_written_once();
create or replace trigger log_seals_not_truncated before truncate on log_seals
  for each statement execute function log_is_written_once();
create or replace trigger log_batches_written_once before update or delete on log_batches
  for each row execute function log_is_written_once();
create or replace trigger log_batches_not_truncated before truncate on log_batches
  for each statement execute function log_is_written_once();
