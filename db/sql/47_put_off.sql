-- How often the next step and the expected approval were put off to a later day (domain/deal/slipped.ts). Another next
-- step begins anew; the day of an approval stays the same promise, also after it was emptied. By trigger, so that no door
-- forgets it; its name comes after the guards', which know no change but the writer's own.
create or replace function count_put_off() returns trigger language plpgsql as $$
begin
  if new.next_step is distinct from old.next_step or new.next_step_on is null then
    new.next_step_put_off := 0;
  elsif new.next_step_on > old.next_step_on then
    new.next_step_put_off := old.next_step_put_off + 1;
  else
    new.next_step_put_off := old.next_step_put_off;
  end if;
  new.approval_put_off := old.approval_put_off
    + coalesce(new.approval_expected_on > old.approval_expected_on, false)::int;
  return new;
end $$;
create or replace trigger deals_put_off before update of next_step, next_step_on, approval_expected_on on deals
  for each row execute function count_put_off();
