-- The system's own chores (db/housekeeping) run as a role that reaches what they need and no business record.
select pg_advisory_xact_lock(4120261);
--> statement-breakpoint
do $$
begin
  if not exists (select 1 from pg_roles where rolname = 'housekeeping') then
    create role housekeeping nologin nosuperuser nocreatedb nocreaterole;
  end if;
  if not pg_has_role(current_user, 'housekeeping', 'member') or current_setting('server_version_num')::int >= 160000 then
    grant housekeeping to current_user;
  end if;
end $$;
