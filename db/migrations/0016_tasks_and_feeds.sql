CREATE TABLE "activity_links" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "activity_links_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"activity_id" bigint NOT NULL,
	"lead_id" bigint,
	"deal_id" bigint,
	"company_id" bigint,
	"contact_id" bigint,
	"event_id" bigint,
	CONSTRAINT "activity_links_one_record" CHECK (num_nonnulls("activity_links"."lead_id", "activity_links"."deal_id", "activity_links"."company_id", "activity_links"."contact_id", "activity_links"."event_id") = 1)
);
--> statement-breakpoint
ALTER TABLE "activity_links" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "calendar_feeds" (
	"user_id" bigint PRIMARY KEY NOT NULL,
	"token_hash" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "calendar_feeds_tokenHash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
ALTER TABLE "calendar_feeds" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "feed_tries" (
	"key" text NOT NULL,
	"minute" timestamp with time zone NOT NULL,
	"tries" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "feed_tries_key_minute_pk" PRIMARY KEY("key","minute")
);
--> statement-breakpoint
ALTER TABLE "feed_tries" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "tasks" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "tasks_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"title" text NOT NULL,
	"text" text,
	"lead_id" bigint,
	"deal_id" bigint,
	"company_id" bigint,
	"contact_id" bigint,
	"event_id" bigint,
	"assignee_id" bigint NOT NULL,
	"due_on" date,
	"remind_days" integer,
	"reminded_at" timestamp with time zone,
	"repeat" text,
	"repeat_every" integer,
	"repeat_from" date,
	"repeat_until" date,
	"follows_id" bigint,
	"done_at" timestamp with time zone,
	"done_by" bigint,
	"desk_id" bigint DEFAULT 0 NOT NULL,
	"team_ids" bigint[] DEFAULT '{}'::bigint[] NOT NULL,
	"reader_ids" bigint[] DEFAULT '{}'::bigint[] NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" bigint NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" bigint NOT NULL,
	"deleted_at" timestamp with time zone,
	"deleted_by" bigint,
	CONSTRAINT "tasks_repeat_known" CHECK ("tasks"."repeat" in ('daily', 'weekly', 'monthly', 'yearly')),
	CONSTRAINT "tasks_one_record" CHECK (num_nonnulls("tasks"."lead_id", "tasks"."deal_id", "tasks"."company_id", "tasks"."contact_id", "tasks"."event_id") <= 1),
	CONSTRAINT "tasks_repeat_ends" CHECK ("tasks"."repeat" is null or num_nulls("tasks"."due_on", "tasks"."repeat_every", "tasks"."repeat_from", "tasks"."repeat_until") = 0),
	CONSTRAINT "tasks_remind_of_day" CHECK ("tasks"."remind_days" is null or "tasks"."due_on" is not null)
);
--> statement-breakpoint
ALTER TABLE "tasks" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "activity_links" ADD CONSTRAINT "activity_links_activity_id_activities_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."activities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activity_links" ADD CONSTRAINT "activity_links_lead_id_leads_id_fk" FOREIGN KEY ("lead_id") REFERENCES "public"."leads"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activity_links" ADD CONSTRAINT "activity_links_deal_id_deals_id_fk" FOREIGN KEY ("deal_id") REFERENCES "public"."deals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activity_links" ADD CONSTRAINT "activity_links_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activity_links" ADD CONSTRAINT "activity_links_contact_id_contacts_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contacts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activity_links" ADD CONSTRAINT "activity_links_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_feeds" ADD CONSTRAINT "calendar_feeds_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_lead_id_leads_id_fk" FOREIGN KEY ("lead_id") REFERENCES "public"."leads"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_deal_id_deals_id_fk" FOREIGN KEY ("deal_id") REFERENCES "public"."deals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_contact_id_contacts_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contacts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_assignee_id_users_id_fk" FOREIGN KEY ("assignee_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "activity_links_activity" ON "activity_links" USING btree ("activity_id");--> statement-breakpoint
CREATE INDEX "activity_links_lead" ON "activity_links" USING btree ("lead_id","activity_id");--> statement-breakpoint
CREATE INDEX "activity_links_deal" ON "activity_links" USING btree ("deal_id","activity_id");--> statement-breakpoint
CREATE INDEX "activity_links_company" ON "activity_links" USING btree ("company_id","activity_id");--> statement-breakpoint
CREATE INDEX "activity_links_contact" ON "activity_links" USING btree ("contact_id","activity_id");--> statement-breakpoint
CREATE INDEX "activity_links_event" ON "activity_links" USING btree ("event_id","activity_id");--> statement-breakpoint
CREATE INDEX "tasks_open" ON "tasks" USING btree ("due_on","id") WHERE done_at is null and deleted_at is null;--> statement-breakpoint
CREATE INDEX "tasks_assignee_open" ON "tasks" USING btree ("assignee_id","due_on","id") WHERE done_at is null and deleted_at is null;--> statement-breakpoint
CREATE INDEX "tasks_desk_open" ON "tasks" USING btree ("desk_id","due_on","id") WHERE done_at is null and deleted_at is null;--> statement-breakpoint
CREATE INDEX "tasks_to_remind" ON "tasks" USING btree ("due_on") WHERE done_at is null and deleted_at is null and remind_days is not null and reminded_at is null;--> statement-breakpoint
CREATE INDEX "tasks_done" ON "tasks" USING btree ("done_at","id") WHERE done_at is not null and deleted_at is null;--> statement-breakpoint
CREATE INDEX "tasks_assignee" ON "tasks" USING btree ("assignee_id","done_at");--> statement-breakpoint
CREATE INDEX "tasks_created_by" ON "tasks" USING btree ("created_by","done_at");--> statement-breakpoint
CREATE INDEX "tasks_lead" ON "tasks" USING btree ("lead_id");--> statement-breakpoint
CREATE INDEX "tasks_deal" ON "tasks" USING btree ("deal_id");--> statement-breakpoint
CREATE INDEX "tasks_company" ON "tasks" USING btree ("company_id");--> statement-breakpoint
CREATE INDEX "tasks_contact" ON "tasks" USING btree ("contact_id");--> statement-breakpoint
CREATE INDEX "tasks_event" ON "tasks" USING btree ("event_id");--> statement-breakpoint
CREATE INDEX "tasks_team" ON "tasks" USING gin ("team_ids");--> statement-breakpoint
CREATE INDEX "tasks_readers" ON "tasks" USING gin ("reader_ids");--> statement-breakpoint
CREATE UNIQUE INDEX "tasks_follows" ON "tasks" USING btree ("follows_id") WHERE deleted_at is null;--> statement-breakpoint
CREATE POLICY "activity_links_see_all" ON "activity_links" AS PERMISSIVE FOR SELECT TO "sees_all" USING (true);--> statement-breakpoint
CREATE POLICY "activity_links_see_desk" ON "activity_links" AS PERMISSIVE FOR SELECT TO "sees_desk" USING (exists (select 1 from activities p where p.id = activity_id and (true)));--> statement-breakpoint
CREATE POLICY "activity_links_insert" ON "activity_links" AS PERMISSIVE FOR INSERT TO "sees_all", "sees_desk" WITH CHECK (exists (select 1 from activities p where p.id = activity_id and (case (select viewer_writes()) when 'all' then true when 'desk' then p.desk_id = any((select viewer_writes_desks())::bigint[]) or p.team_ids && (select viewer_people())::bigint[] when 'own' then p.team_ids && (select viewer_people())::bigint[] else false end)));--> statement-breakpoint
CREATE POLICY "activity_links_update" ON "activity_links" AS PERMISSIVE FOR UPDATE TO "sees_all", "sees_desk" USING (exists (select 1 from activities p where p.id = activity_id and (case (select viewer_writes()) when 'all' then true when 'desk' then p.desk_id = any((select viewer_writes_desks())::bigint[]) or p.team_ids && (select viewer_people())::bigint[] when 'own' then p.team_ids && (select viewer_people())::bigint[] else false end))) WITH CHECK (exists (select 1 from activities p where p.id = activity_id and (case (select viewer_writes()) when 'all' then true when 'desk' then p.desk_id = any((select viewer_writes_desks())::bigint[]) or p.team_ids && (select viewer_people())::bigint[] when 'own' then p.team_ids && (select viewer_people())::bigint[] else false end)));--> statement-breakpoint
CREATE POLICY "calendar_feeds_see_all" ON "calendar_feeds" AS PERMISSIVE FOR SELECT TO "sees_all" USING (user_id = (select viewer_id()));--> statement-breakpoint
CREATE POLICY "calendar_feeds_see_desk" ON "calendar_feeds" AS PERMISSIVE FOR SELECT TO "sees_desk" USING (user_id = (select viewer_id()));--> statement-breakpoint
CREATE POLICY "calendar_feeds_insert" ON "calendar_feeds" AS PERMISSIVE FOR INSERT TO "sees_all", "sees_desk" WITH CHECK (user_id = (select viewer_id()) and (select viewer_verb()) = 'calendar.share');--> statement-breakpoint
CREATE POLICY "calendar_feeds_update" ON "calendar_feeds" AS PERMISSIVE FOR UPDATE TO "sees_all", "sees_desk" USING (user_id = (select viewer_id()) and (select viewer_verb()) = 'calendar.share') WITH CHECK (user_id = (select viewer_id()) and (select viewer_verb()) = 'calendar.share');--> statement-breakpoint
CREATE POLICY "calendar_feeds_delete" ON "calendar_feeds" AS PERMISSIVE FOR DELETE TO "sees_all", "sees_desk" USING (user_id = (select viewer_id()) and (select viewer_verb()) = 'calendar.share');--> statement-breakpoint
CREATE POLICY "feed_tries_housekeeping_select" ON "feed_tries" AS PERMISSIVE FOR SELECT TO "housekeeping" USING (minute < now() - interval '1 hour');--> statement-breakpoint
CREATE POLICY "feed_tries_housekeeping_delete" ON "feed_tries" AS PERMISSIVE FOR DELETE TO "housekeeping" USING (minute < now() - interval '1 hour');--> statement-breakpoint
CREATE POLICY "tasks_see_all" ON "tasks" AS PERMISSIVE FOR SELECT TO "sees_all" USING ((lead_id is not null or deal_id is not null) or (select viewer_role()) = 'director' or team_ids && (select viewer_people())::bigint[]);--> statement-breakpoint
CREATE POLICY "tasks_see_desk" ON "tasks" AS PERMISSIVE FOR SELECT TO "sees_desk" USING (desk_id = any((select viewer_desks())::bigint[]) or team_ids && (select viewer_people())::bigint[] or reader_ids @> array[(select viewer_id())]);--> statement-breakpoint
CREATE POLICY "tasks_insert" ON "tasks" AS PERMISSIVE FOR INSERT TO "sees_all", "sees_desk" WITH CHECK ((case (select viewer_writes()) when 'all' then true when 'desk' then desk_id = any((select viewer_writes_desks())::bigint[]) or team_ids && (select viewer_people())::bigint[] when 'own' then team_ids && (select viewer_people())::bigint[] else false end) and (lead_id is null or exists (select 1 from leads p where p.id = lead_id and case (select viewer_writes()) when 'all' then true when 'desk' then p.desk_id = any((select viewer_writes_desks())::bigint[]) or p.team_ids && (select viewer_people())::bigint[] else false end)) and (deal_id is null or exists (select 1 from deals p where p.id = deal_id and case (select viewer_writes()) when 'all' then true when 'desk' then p.desk_id = any((select viewer_writes_desks())::bigint[]) or p.team_ids && (select viewer_people())::bigint[] else false end)));--> statement-breakpoint
CREATE POLICY "tasks_update" ON "tasks" AS PERMISSIVE FOR UPDATE TO "sees_all", "sees_desk" USING (case (select viewer_writes()) when 'all' then true when 'desk' then desk_id = any((select viewer_writes_desks())::bigint[]) or team_ids && (select viewer_people())::bigint[] when 'own' then team_ids && (select viewer_people())::bigint[] else false end) WITH CHECK (case (select viewer_writes()) when 'all' then true when 'desk' then desk_id = any((select viewer_writes_desks())::bigint[]) or team_ids && (select viewer_people())::bigint[] when 'own' then team_ids && (select viewer_people())::bigint[] else false end);--> statement-breakpoint
ALTER POLICY "log_entries_see_all" ON "log_entries" TO sees_all USING (case noun
    when 'lead' then exists (select 1 from leads r where r.id = record_id)
    when 'deal' then exists (select 1 from deals r where r.id = record_id)
    when 'contact_detail' then exists (select 1 from contact_details r where r.contact_id = record_id)
    when 'company' then record_id is not null
    when 'contact' then record_id is not null
    when 'event' then record_id is not null
    when 'task' then exists (select 1 from tasks r where r.id = record_id)
    else false end
    or (select viewer_role()) = 'admin' or actor_id = (select viewer_id()));--> statement-breakpoint
ALTER POLICY "log_entries_see_desk" ON "log_entries" TO sees_desk USING (case noun
    when 'lead' then exists (select 1 from leads r where r.id = record_id)
    when 'deal' then exists (select 1 from deals r where r.id = record_id)
    when 'contact_detail' then exists (select 1 from contact_details r where r.contact_id = record_id)
    when 'company' then record_id is not null
    when 'contact' then record_id is not null
    when 'event' then record_id is not null
    when 'task' then exists (select 1 from tasks r where r.id = record_id)
    else false end
    or (select viewer_role()) = 'admin' or actor_id = (select viewer_id()));
--> statement-breakpoint
grant select, insert, update on tasks to sees_all, sees_desk;
--> statement-breakpoint
grant select, insert on activity_links to sees_all, sees_desk;
--> statement-breakpoint
-- One sees that one has an address and since when; what it is, its hash too, is read by the door's function alone.
grant select (user_id, created_at), insert, delete on calendar_feeds to sees_all, sees_desk;
--> statement-breakpoint
grant select (minute), delete on feed_tries to housekeeping;
