-- Roles are of the whole cluster, so: only if missing, under a lock. Nobody logs in as them; the app's own login
-- switches to one of them in every transaction (db/as.ts). From PostgreSQL 16 on a creator may not switch to the
-- role it made until it is granted to itself.
select pg_advisory_xact_lock(4120261);
--> statement-breakpoint
do $$
declare r text;
begin
  foreach r in array array['sees_none', 'sees_all', 'sees_desk', 'sign_in'] loop
    if not exists (select 1 from pg_roles where rolname = r) then
      execute format('create role %I nologin nosuperuser nocreatedb nocreaterole', r);
    end if;
    if not pg_has_role(current_user, r, 'member') or current_setting('server_version_num')::int >= 160000 then
      execute format('grant %I to current_user', r);
    end if;
  end loop;
end $$;
--> statement-breakpoint
create extension if not exists btree_gist;
--> statement-breakpoint
-- Who is looking, as `as()` has set it for this transaction. A setting that was reset reads as ''.
create function viewer_id() returns bigint language sql stable parallel safe as
  $$ select nullif(current_setting('app.user', true), '')::bigint $$;
--> statement-breakpoint
create function viewer_role() returns text language sql stable parallel safe as
  $$ select nullif(current_setting('app.role', true), '') $$;
--> statement-breakpoint
create function viewer_desks() returns bigint[] language sql stable parallel safe as
  $$ select coalesce(nullif(current_setting('app.desks', true), '')::bigint[], '{}') $$;
--> statement-breakpoint
create function viewer_writes() returns text language sql stable parallel safe as
  $$ select coalesce(nullif(current_setting('app.writes', true), ''), 'none') $$;
--> statement-breakpoint
create function viewer_writes_desks() returns bigint[] language sql stable parallel safe as
  $$ select coalesce(nullif(current_setting('app.writes_desks', true), '')::bigint[], '{}') $$;
--> statement-breakpoint
create function viewer_verb() returns text language sql stable parallel safe as
  $$ select coalesce(nullif(current_setting('app.verb', true), ''), '') $$;
--> statement-breakpoint
create function viewer_details() returns text language sql stable parallel safe as
  $$ select coalesce(nullif(current_setting('app.details', true), ''), 'masked') $$;
