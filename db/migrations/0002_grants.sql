-- What the two seeing roles may touch at all; which rows, the policies say. Nobody may delete a business record.
grant usage on schema public to sees_all, sees_desk, sign_in;
--> statement-breakpoint
grant select, insert, update on
  companies, contacts, contact_details, events, leads, lead_facts, deals, deal_facts, stage_proposals, activities,
  submissions to sees_all, sees_desk;
--> statement-breakpoint
grant select on zones, desks, desk_members, desk_routes, industries, country_names, rates, log_entries to sees_all, sees_desk;
--> statement-breakpoint
grant insert, update, delete on desk_members, desk_routes, rates, country_names to sees_all;
--> statement-breakpoint
grant insert, update on desks, industries, zones to sees_all;
--> statement-breakpoint
-- Password hashes are read at the door only.
grant select (id, login, name, names, role, locale, theme, preferences, hired_on, must_change_password, version, disabled_at, created_at, updated_at)
  on users to sees_all, sees_desk;
--> statement-breakpoint
grant insert on users to sees_all;
--> statement-breakpoint
grant update (login, name, names, role, hired_on, disabled_at) on users to sees_all;
--> statement-breakpoint
grant update (locale, theme, preferences, password_hash, must_change_password, session_version, version, updated_at)
  on users to sees_all, sees_desk;
--> statement-breakpoint
grant select on sign_ins to sees_all;
--> statement-breakpoint
grant select (id, login, name, role, locale, theme, password_hash, must_change_password, session_version, disabled_at) on users to sign_in;
--> statement-breakpoint
grant select on desk_members, zones to sign_in;
--> statement-breakpoint
create policy desk_members_door on desk_members for select to sign_in using (true);
--> statement-breakpoint
create policy zones_door on zones for select to sign_in using (true);
--> statement-breakpoint
create policy sign_ins_count on sign_ins for select to sign_in using (true);
--> statement-breakpoint
grant select, insert on sign_ins to sign_in;
--> statement-breakpoint
alter table lead_facts add constraint lead_facts_one_at_a_time exclude using gist
  (lead_id with =, fact with =, daterange(effective_on, effective_until) with &&) where (superseded_at is null);
--> statement-breakpoint
alter table deal_facts add constraint deal_facts_one_at_a_time exclude using gist
  (deal_id with =, fact with =, daterange(effective_on, effective_until) with &&) where (superseded_at is null);
