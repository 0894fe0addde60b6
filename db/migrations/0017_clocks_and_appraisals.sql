CREATE TABLE "clock_results" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "clock_results_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"kind" text NOT NULL,
	"lead_id" bigint,
	"deal_id" bigint,
	"desk_id" bigint NOT NULL,
	"officer_id" bigint,
	"due_on" date NOT NULL,
	"done_on" date,
	"kept" boolean NOT NULL,
	"settled_on" date NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "clock_results_once" UNIQUE NULLS NOT DISTINCT("lead_id","deal_id","kind","due_on"),
	CONSTRAINT "clock_results_kind_known" CHECK ("clock_results"."kind" in ('answer', 'appraise', 'progress', 'tell')),
	CONSTRAINT "clock_results_one_case" CHECK (num_nonnulls("clock_results"."lead_id", "clock_results"."deal_id") = 1)
);
--> statement-breakpoint
ALTER TABLE "clock_results" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "lead_appraisals" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "lead_appraisals_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"lead_id" bigint NOT NULL,
	"asked_verdict" text,
	"asked_reason" text,
	"asked_scores" jsonb,
	"asked_by" bigint NOT NULL,
	"asked_at" timestamp with time zone DEFAULT now() NOT NULL,
	"decision" text,
	"decided_by" bigint,
	"decided_at" timestamp with time zone,
	"verdict" text,
	"reason" text,
	"scores" jsonb,
	"weights" jsonb,
	CONSTRAINT "lead_appraisals_decision_known" CHECK ("lead_appraisals"."decision" in ('given', 'returned')),
	CONSTRAINT "lead_appraisals_asked_verdict_known" CHECK ("lead_appraisals"."asked_verdict" in ('pursue', 'watch', 'decline')),
	CONSTRAINT "lead_appraisals_verdict_known" CHECK ("lead_appraisals"."verdict" in ('pursue', 'watch', 'decline')),
	CONSTRAINT "lead_appraisals_given_whole" CHECK ("lead_appraisals"."decision" <> 'given' or "lead_appraisals"."verdict" is not null)
);
--> statement-breakpoint
ALTER TABLE "lead_appraisals" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "work_days" (
	"date" date PRIMARY KEY NOT NULL,
	"year" integer NOT NULL,
	"works" boolean NOT NULL
);
--> statement-breakpoint
ALTER TABLE "work_days" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "notification_choices" DROP CONSTRAINT "notification_choices_kind_known";--> statement-breakpoint
ALTER TABLE "notifications" DROP CONSTRAINT "notifications_kind_known";--> statement-breakpoint
ALTER TABLE "deals" ADD COLUMN "clock_due" date;--> statement-breakpoint
ALTER TABLE "leads" ADD COLUMN "tell_due" date;--> statement-breakpoint
ALTER TABLE "leads" ADD COLUMN "told_on" date;--> statement-breakpoint
ALTER TABLE "leads" ADD COLUMN "told_how" text;--> statement-breakpoint
ALTER TABLE "leads" ADD COLUMN "told_text" text;--> statement-breakpoint
ALTER TABLE "clock_results" ADD CONSTRAINT "clock_results_lead_id_leads_id_fk" FOREIGN KEY ("lead_id") REFERENCES "public"."leads"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clock_results" ADD CONSTRAINT "clock_results_deal_id_deals_id_fk" FOREIGN KEY ("deal_id") REFERENCES "public"."deals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clock_results" ADD CONSTRAINT "clock_results_desk_id_desks_id_fk" FOREIGN KEY ("desk_id") REFERENCES "public"."desks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clock_results" ADD CONSTRAINT "clock_results_officer_id_users_id_fk" FOREIGN KEY ("officer_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lead_appraisals" ADD CONSTRAINT "lead_appraisals_lead_id_leads_id_fk" FOREIGN KEY ("lead_id") REFERENCES "public"."leads"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lead_appraisals" ADD CONSTRAINT "lead_appraisals_asked_by_users_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lead_appraisals" ADD CONSTRAINT "lead_appraisals_decided_by_users_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "clock_results_deal" ON "clock_results" USING btree ("deal_id");--> statement-breakpoint
CREATE INDEX "clock_results_settled" ON "clock_results" USING btree ("settled_on","id");--> statement-breakpoint
CREATE INDEX "clock_results_desk" ON "clock_results" USING btree ("desk_id","settled_on","id");--> statement-breakpoint
CREATE INDEX "clock_results_officer" ON "clock_results" USING btree ("officer_id","settled_on");--> statement-breakpoint
CREATE INDEX "lead_appraisals_lead" ON "lead_appraisals" USING btree ("lead_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "lead_appraisals_one_waits" ON "lead_appraisals" USING btree ("lead_id") WHERE decided_at is null;--> statement-breakpoint
CREATE INDEX "lead_appraisals_asked_by" ON "lead_appraisals" USING btree ("asked_by");--> statement-breakpoint
CREATE INDEX "lead_appraisals_decided_by" ON "lead_appraisals" USING btree ("decided_by");--> statement-breakpoint
CREATE INDEX "work_days_year" ON "work_days" USING btree ("year","date");--> statement-breakpoint
CREATE INDEX "deals_by_clock" ON "deals" USING btree ("clock_due","id") WHERE clock_due is not null and deleted_at is null;--> statement-breakpoint
CREATE INDEX "deals_desk_clock" ON "deals" USING btree ("desk_id","clock_due","id") WHERE clock_due is not null and deleted_at is null;--> statement-breakpoint
CREATE INDEX "leads_tell" ON "leads" USING btree ("tell_due","id") WHERE tell_due is not null and deleted_at is null;--> statement-breakpoint
ALTER TABLE "leads" ADD CONSTRAINT "leads_told_how_known" CHECK ("leads"."told_how" in ('call', 'message', 'meeting', 'letter'));--> statement-breakpoint
ALTER TABLE "notification_choices" ADD CONSTRAINT "notification_choices_kind_known" CHECK ("notification_choices"."kind" in ('assigned', 'mentioned', 'clock_soon', 'clock_overdue', 'confirmation_asked', 'confirmed', 'returned', 'appraisal_asked', 'appraised', 'hand_over_proposed', 'hand_over_accepted', 'hand_over_declined', 'ruling_asked', 'ruled', 'duplicate_asked', 'task_assigned', 'task_due', 'visit_tomorrow', 'cover_started'));--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_kind_known" CHECK ("notifications"."kind" in ('assigned', 'mentioned', 'clock_soon', 'clock_overdue', 'confirmation_asked', 'confirmed', 'returned', 'appraisal_asked', 'appraised', 'hand_over_proposed', 'hand_over_accepted', 'hand_over_declined', 'ruling_asked', 'ruled', 'duplicate_asked', 'task_assigned', 'task_due', 'visit_tomorrow', 'cover_started'));--> statement-breakpoint
CREATE POLICY "clock_results_see_all" ON "clock_results" AS PERMISSIVE FOR SELECT TO "sees_all" USING (true);--> statement-breakpoint
CREATE POLICY "clock_results_see_desk" ON "clock_results" AS PERMISSIVE FOR SELECT TO "sees_desk" USING (desk_id = any((select viewer_desks())::bigint[]));--> statement-breakpoint
CREATE POLICY "lead_appraisals_see_all" ON "lead_appraisals" AS PERMISSIVE FOR SELECT TO "sees_all" USING (true);--> statement-breakpoint
CREATE POLICY "lead_appraisals_see_desk" ON "lead_appraisals" AS PERMISSIVE FOR SELECT TO "sees_desk" USING (exists (select 1 from leads p where p.id = lead_id and (true)));--> statement-breakpoint
CREATE POLICY "lead_appraisals_insert" ON "lead_appraisals" AS PERMISSIVE FOR INSERT TO "sees_all", "sees_desk" WITH CHECK (exists (select 1 from leads p where p.id = lead_id and (case (select viewer_writes()) when 'all' then true when 'desk' then p.desk_id = any((select viewer_writes_desks())::bigint[]) or p.team_ids && (select viewer_people())::bigint[] when 'own' then p.team_ids && (select viewer_people())::bigint[] else false end)));--> statement-breakpoint
CREATE POLICY "lead_appraisals_update" ON "lead_appraisals" AS PERMISSIVE FOR UPDATE TO "sees_all", "sees_desk" USING (exists (select 1 from leads p where p.id = lead_id and (case (select viewer_writes()) when 'all' then true when 'desk' then p.desk_id = any((select viewer_writes_desks())::bigint[]) or p.team_ids && (select viewer_people())::bigint[] when 'own' then p.team_ids && (select viewer_people())::bigint[] else false end))) WITH CHECK (exists (select 1 from leads p where p.id = lead_id and (case (select viewer_writes()) when 'all' then true when 'desk' then p.desk_id = any((select viewer_writes_desks())::bigint[]) or p.team_ids && (select viewer_people())::bigint[] when 'own' then p.team_ids && (select viewer_people())::bigint[] else false end)));--> statement-breakpoint
CREATE POLICY "work_days_see_all" ON "work_days" AS PERMISSIVE FOR SELECT TO "sees_all" USING (true);--> statement-breakpoint
CREATE POLICY "work_days_see_desk" ON "work_days" AS PERMISSIVE FOR SELECT TO "sees_desk" USING (true);--> statement-breakpoint
CREATE POLICY "work_days_insert" ON "work_days" AS PERMISSIVE FOR INSERT TO "sees_all", "sees_desk" WITH CHECK ((select viewer_writes()) = 'all' and (select viewer_verb()) like 'zone.%');--> statement-breakpoint
CREATE POLICY "work_days_update" ON "work_days" AS PERMISSIVE FOR UPDATE TO "sees_all", "sees_desk" USING ((select viewer_writes()) = 'all' and (select viewer_verb()) like 'zone.%') WITH CHECK ((select viewer_writes()) = 'all' and (select viewer_verb()) like 'zone.%');--> statement-breakpoint
CREATE POLICY "work_days_delete" ON "work_days" AS PERMISSIVE FOR DELETE TO "sees_all", "sees_desk" USING ((select viewer_writes()) = 'all' and (select viewer_verb()) like 'zone.%');--> statement-breakpoint
grant select, insert, update on lead_appraisals to sees_all, sees_desk;
--> statement-breakpoint
grant select on clock_results, work_days to sees_all, sees_desk;
--> statement-breakpoint
grant insert, update, delete on work_days to sees_all;
--> statement-breakpoint
-- The clocks of the deals that there are; from now on a trigger keeps them. Whoever introduced an old lead was told or not.
update deals set clock_due = greatest(status_since, stage_since,
    (last_progress_at at time zone coalesce((select timezone from zones), 'Asia/Shanghai'))::date)
  + coalesce((select (settings ->> 'progressDays')::int from zones), 14)
where status = 'active' and stage <> 'approved';
