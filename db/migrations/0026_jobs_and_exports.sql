CREATE TABLE "export_schedules" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "export_schedules_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"user_id" bigint NOT NULL,
	"name" text NOT NULL,
	"list" text NOT NULL,
	"format" text NOT NULL,
	"search" text NOT NULL,
	"words" text DEFAULT '' NOT NULL,
	"every" text NOT NULL,
	"on_day" integer,
	"active" boolean DEFAULT true NOT NULL,
	"last_on" date,
	"next_on" date NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	CONSTRAINT "export_schedules_list_known" CHECK ("export_schedules"."list" in ('deals', 'leads', 'companies', 'events', 'clocks')),
	CONSTRAINT "export_schedules_format_known" CHECK ("export_schedules"."format" in ('xlsx', 'csv', 'desks')),
	CONSTRAINT "export_schedules_every_known" CHECK ("export_schedules"."every" in ('daily', 'weekly', 'monthly')),
	CONSTRAINT "export_schedules_day_of_rhythm" CHECK (case "export_schedules"."every" when 'daily' then "export_schedules"."on_day" is null when 'weekly' then "export_schedules"."on_day" between 1 and 7 else "export_schedules"."on_day" between 1 and 31 end)
);
--> statement-breakpoint
ALTER TABLE "export_schedules" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "exports" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "exports_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"user_id" bigint NOT NULL,
	"job_id" bigint NOT NULL,
	"schedule_id" bigint,
	"list" text NOT NULL,
	"format" text NOT NULL,
	"search" text NOT NULL,
	"words" text DEFAULT '' NOT NULL,
	"locale" text NOT NULL,
	"name" text,
	"rows" integer,
	"bytes" bigint,
	"file" text,
	"digest" text,
	"ready_at" timestamp with time zone,
	"kept_until" timestamp with time zone,
	"removed_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "exports_list_known" CHECK ("exports"."list" in ('deals', 'leads', 'companies', 'events', 'clocks')),
	CONSTRAINT "exports_format_known" CHECK ("exports"."format" in ('xlsx', 'csv', 'desks')),
	CONSTRAINT "exports_locale_known" CHECK ("exports"."locale" in ('zh-Hans', 'zh-Hant', 'en', 'ja', 'ko'))
);
--> statement-breakpoint
ALTER TABLE "exports" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "jobs" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "jobs_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"user_id" bigint NOT NULL,
	"kind" text NOT NULL,
	"permission" text NOT NULL,
	"details" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"done" integer DEFAULT 0 NOT NULL,
	"total" integer,
	"result" jsonb,
	"reason" text,
	"attempt" integer DEFAULT 0 NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"worker" text,
	"process" text,
	"beat_at" timestamp with time zone,
	"cancel_asked_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"started_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	CONSTRAINT "jobs_kind_known" CHECK ("jobs"."kind" in ('export', 'import')),
	CONSTRAINT "jobs_state_known" CHECK ("jobs"."state" in ('waiting', 'running', 'done', 'failed', 'cancelled'))
);
--> statement-breakpoint
ALTER TABLE "jobs" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "notification_choices" DROP CONSTRAINT "notification_choices_kind_known";--> statement-breakpoint
ALTER TABLE "notifications" DROP CONSTRAINT "notifications_kind_known";--> statement-breakpoint
ALTER TABLE "notifications" DROP CONSTRAINT "notifications_noun_known";--> statement-breakpoint
ALTER TABLE "export_schedules" ADD CONSTRAINT "export_schedules_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exports" ADD CONSTRAINT "exports_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exports" ADD CONSTRAINT "exports_job_id_jobs_id_fk" FOREIGN KEY ("job_id") REFERENCES "public"."jobs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exports" ADD CONSTRAINT "exports_schedule_id_export_schedules_id_fk" FOREIGN KEY ("schedule_id") REFERENCES "public"."export_schedules"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "jobs" ADD CONSTRAINT "jobs_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "export_schedules_user" ON "export_schedules" USING btree ("user_id","id");--> statement-breakpoint
CREATE INDEX "export_schedules_due" ON "export_schedules" USING btree ("next_on") WHERE active and deleted_at is null;--> statement-breakpoint
CREATE INDEX "exports_user" ON "exports" USING btree ("user_id","id");--> statement-breakpoint
CREATE INDEX "exports_job" ON "exports" USING btree ("job_id");--> statement-breakpoint
CREATE INDEX "exports_schedule" ON "exports" USING btree ("schedule_id");--> statement-breakpoint
CREATE INDEX "exports_kept" ON "exports" USING btree ("kept_until") WHERE file is not null;--> statement-breakpoint
CREATE INDEX "jobs_user" ON "jobs" USING btree ("user_id","id");--> statement-breakpoint
CREATE INDEX "jobs_open" ON "jobs" USING btree ("id") WHERE state in ('waiting', 'running');--> statement-breakpoint
ALTER TABLE "notification_choices" ADD CONSTRAINT "notification_choices_kind_known" CHECK ("notification_choices"."kind" in ('assigned', 'mentioned', 'clock_soon', 'clock_overdue', 'confirmation_asked', 'confirmed', 'returned', 'appraisal_asked', 'appraised', 'hand_over_proposed', 'hand_over_accepted', 'hand_over_declined', 'ruling_asked', 'ruled', 'duplicate_asked', 'task_assigned', 'task_due', 'visit_tomorrow', 'procedure_overdue', 'issue_assigned', 'hold_over', 'cover_started', 'capital_overdue', 'job_done', 'job_failed'));--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_kind_known" CHECK ("notifications"."kind" in ('assigned', 'mentioned', 'clock_soon', 'clock_overdue', 'confirmation_asked', 'confirmed', 'returned', 'appraisal_asked', 'appraised', 'hand_over_proposed', 'hand_over_accepted', 'hand_over_declined', 'ruling_asked', 'ruled', 'duplicate_asked', 'task_assigned', 'task_due', 'visit_tomorrow', 'procedure_overdue', 'issue_assigned', 'hold_over', 'cover_started', 'capital_overdue', 'job_done', 'job_failed'));--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_noun_known" CHECK ("notifications"."noun" in ('lead', 'deal', 'company', 'contact', 'event', 'task', 'user', 'job'));--> statement-breakpoint
CREATE POLICY "export_schedules_see_all" ON "export_schedules" AS PERMISSIVE FOR SELECT TO "sees_all" USING (user_id = (select viewer_id()));--> statement-breakpoint
CREATE POLICY "export_schedules_see_desk" ON "export_schedules" AS PERMISSIVE FOR SELECT TO "sees_desk" USING (user_id = (select viewer_id()));--> statement-breakpoint
CREATE POLICY "export_schedules_insert" ON "export_schedules" AS PERMISSIVE FOR INSERT TO "sees_all", "sees_desk" WITH CHECK (user_id = (select viewer_id()) and (select viewer_writes()) <> 'none' and (select viewer_verb()) = 'export.schedule');--> statement-breakpoint
CREATE POLICY "export_schedules_update" ON "export_schedules" AS PERMISSIVE FOR UPDATE TO "sees_all", "sees_desk" USING (user_id = (select viewer_id()) and (select viewer_writes()) <> 'none' and (select viewer_verb()) = 'export.schedule') WITH CHECK (user_id = (select viewer_id()) and (select viewer_writes()) <> 'none' and (select viewer_verb()) = 'export.schedule');--> statement-breakpoint
CREATE POLICY "exports_see_all" ON "exports" AS PERMISSIVE FOR SELECT TO "sees_all" USING (user_id = (select viewer_id()));--> statement-breakpoint
CREATE POLICY "exports_see_desk" ON "exports" AS PERMISSIVE FOR SELECT TO "sees_desk" USING (user_id = (select viewer_id()));--> statement-breakpoint
CREATE POLICY "exports_insert" ON "exports" AS PERMISSIVE FOR INSERT TO "sees_all", "sees_desk" WITH CHECK (user_id = (select viewer_id()) and (select viewer_writes()) <> 'none' and (select viewer_verb()) like '%.export');--> statement-breakpoint
CREATE POLICY "exports_update" ON "exports" AS PERMISSIVE FOR UPDATE TO "sees_all", "sees_desk" USING (user_id = (select viewer_id()) and (select viewer_writes()) <> 'none' and (select viewer_verb()) like '%.export') WITH CHECK (user_id = (select viewer_id()) and (select viewer_writes()) <> 'none' and (select viewer_verb()) like '%.export');--> statement-breakpoint
CREATE POLICY "exports_housekeeping_select" ON "exports" AS PERMISSIVE FOR SELECT TO "housekeeping" USING (kept_until < now());--> statement-breakpoint
CREATE POLICY "exports_housekeeping_update" ON "exports" AS PERMISSIVE FOR UPDATE TO "housekeeping" USING (kept_until < now()) WITH CHECK (kept_until < now());--> statement-breakpoint
CREATE POLICY "jobs_see_all" ON "jobs" AS PERMISSIVE FOR SELECT TO "sees_all" USING (user_id = (select viewer_id()) or (select viewer_role()) in ('admin', 'director'));--> statement-breakpoint
CREATE POLICY "jobs_see_desk" ON "jobs" AS PERMISSIVE FOR SELECT TO "sees_desk" USING (user_id = (select viewer_id()));--> statement-breakpoint
grant select on jobs to sees_all, sees_desk;
--> statement-breakpoint
grant select, insert, update on exports, export_schedules to sees_all, sees_desk;
--> statement-breakpoint
grant select (id, file, kept_until), update (file, removed_at) on exports to housekeeping;
