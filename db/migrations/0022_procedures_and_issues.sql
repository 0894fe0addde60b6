CREATE TABLE "issues" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "issues_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"lead_id" bigint,
	"deal_id" bigint,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"text" text,
	"owner_id" bigint,
	"due_on" date,
	"opened_on" date NOT NULL,
	"closed_on" date,
	"closed_by" bigint,
	"settled_by" text,
	"reopened_at" timestamp with time zone,
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
	CONSTRAINT "issues_kind_known" CHECK ("issues"."kind" in ('funds', 'land', 'policy', 'approval', 'utilities', 'labour', 'other')),
	CONSTRAINT "issues_one_record" CHECK (num_nonnulls("issues"."lead_id", "issues"."deal_id") = 1),
	CONSTRAINT "issues_closed_whole" CHECK (num_nonnulls("issues"."closed_on", "issues"."closed_by", "issues"."settled_by") in (0, 3)),
	CONSTRAINT "issues_days_in_order" CHECK ("issues"."closed_on" >= "issues"."opened_on")
);
--> statement-breakpoint
ALTER TABLE "issues" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "procedure_templates" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "procedure_templates_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"name" text NOT NULL,
	"names" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"agency" text,
	"mandatory" boolean DEFAULT true NOT NULL,
	"days" integer,
	"after_ids" bigint[] DEFAULT '{}'::bigint[] NOT NULL,
	"position" integer NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "procedure_templates" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "procedures" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "procedures_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"deal_id" bigint NOT NULL,
	"template_id" bigint,
	"name" text NOT NULL,
	"names" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"agency" text,
	"mandatory" boolean NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"after_ids" bigint[] DEFAULT '{}'::bigint[] NOT NULL,
	"due_on" date,
	"done_on" date,
	"document_number" text,
	"officer_id" bigint,
	"note" text,
	"waived_at" timestamp with time zone,
	"waived_by" bigint,
	"waived_reason" text,
	"told_at" timestamp with time zone,
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
	CONSTRAINT "procedures_settled_once" CHECK ("procedures"."done_on" is null or "procedures"."waived_at" is null),
	CONSTRAINT "procedures_waived_whole" CHECK (num_nonnulls("procedures"."waived_at", "procedures"."waived_by", "procedures"."waived_reason") in (0, 3))
);
--> statement-breakpoint
ALTER TABLE "procedures" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "notification_choices" DROP CONSTRAINT "notification_choices_kind_known";--> statement-breakpoint
ALTER TABLE "notifications" DROP CONSTRAINT "notifications_kind_known";--> statement-breakpoint
ALTER TABLE "deals" ADD COLUMN "leader_id" bigint;--> statement-breakpoint
ALTER TABLE "deals" ADD COLUMN "leader_name" text;--> statement-breakpoint
ALTER TABLE "deals" ADD COLUMN "open_issues" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "leads" ADD COLUMN "open_issues" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "issues" ADD CONSTRAINT "issues_lead_id_leads_id_fk" FOREIGN KEY ("lead_id") REFERENCES "public"."leads"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "issues" ADD CONSTRAINT "issues_deal_id_deals_id_fk" FOREIGN KEY ("deal_id") REFERENCES "public"."deals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "issues" ADD CONSTRAINT "issues_owner_id_users_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "issues" ADD CONSTRAINT "issues_closed_by_users_id_fk" FOREIGN KEY ("closed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "issues" ADD CONSTRAINT "issues_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "procedures" ADD CONSTRAINT "procedures_deal_id_deals_id_fk" FOREIGN KEY ("deal_id") REFERENCES "public"."deals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "procedures" ADD CONSTRAINT "procedures_template_id_procedure_templates_id_fk" FOREIGN KEY ("template_id") REFERENCES "public"."procedure_templates"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "procedures" ADD CONSTRAINT "procedures_officer_id_users_id_fk" FOREIGN KEY ("officer_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "procedures" ADD CONSTRAINT "procedures_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "issues_deal" ON "issues" USING btree ("deal_id","closed_on","id");--> statement-breakpoint
CREATE INDEX "issues_lead" ON "issues" USING btree ("lead_id","closed_on","id");--> statement-breakpoint
CREATE INDEX "issues_open" ON "issues" USING btree ("due_on","id") WHERE closed_on is null and deleted_at is null;--> statement-breakpoint
CREATE INDEX "issues_desk_open" ON "issues" USING btree ("desk_id","due_on","id") WHERE closed_on is null and deleted_at is null;--> statement-breakpoint
CREATE INDEX "issues_owner" ON "issues" USING btree ("owner_id","due_on","id");--> statement-breakpoint
CREATE INDEX "issues_closed" ON "issues" USING btree ("closed_on","id") WHERE closed_on is not null and deleted_at is null;--> statement-breakpoint
CREATE INDEX "issues_closed_by" ON "issues" USING btree ("closed_by") WHERE closed_by is not null;--> statement-breakpoint
CREATE INDEX "issues_created_by" ON "issues" USING btree ("created_by");--> statement-breakpoint
CREATE INDEX "issues_team" ON "issues" USING gin ("team_ids");--> statement-breakpoint
CREATE INDEX "issues_readers" ON "issues" USING gin ("reader_ids");--> statement-breakpoint
CREATE UNIQUE INDEX "procedure_templates_name" ON "procedure_templates" USING btree ("name");--> statement-breakpoint
CREATE INDEX "procedures_deal" ON "procedures" USING btree ("deal_id","position","id");--> statement-breakpoint
CREATE INDEX "procedures_template" ON "procedures" USING btree ("template_id") WHERE template_id is not null;--> statement-breakpoint
CREATE INDEX "procedures_open" ON "procedures" USING btree ("due_on","deal_id") WHERE done_on is null and waived_at is null and deleted_at is null;--> statement-breakpoint
CREATE INDEX "procedures_desk_open" ON "procedures" USING btree ("desk_id","due_on","deal_id") WHERE done_on is null and waived_at is null and deleted_at is null;--> statement-breakpoint
CREATE INDEX "procedures_officer" ON "procedures" USING btree ("officer_id","due_on") WHERE officer_id is not null;--> statement-breakpoint
CREATE INDEX "procedures_to_tell" ON "procedures" USING btree ("due_on") WHERE done_on is null and waived_at is null and deleted_at is null and due_on is not null and told_at is null;--> statement-breakpoint
CREATE INDEX "procedures_created_by" ON "procedures" USING btree ("created_by");--> statement-breakpoint
CREATE INDEX "procedures_team" ON "procedures" USING gin ("team_ids");--> statement-breakpoint
CREATE INDEX "procedures_readers" ON "procedures" USING gin ("reader_ids");--> statement-breakpoint
ALTER TABLE "deals" ADD CONSTRAINT "deals_leader_id_users_id_fk" FOREIGN KEY ("leader_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "deals_blocked" ON "deals" USING btree ("updated_at","id") WHERE open_issues > 0 and deleted_at is null;--> statement-breakpoint
CREATE INDEX "deals_intent_on" ON "deals" USING btree ("entry_document_on","id") WHERE entry_document_kind = 'intent' and deleted_at is null;--> statement-breakpoint
CREATE INDEX "deals_agreement_on" ON "deals" USING btree ("agreement_on","id") WHERE agreement_on is not null and deleted_at is null;--> statement-breakpoint
CREATE INDEX "deals_review" ON "deals" USING btree ("review_on","id") WHERE status = 'on_hold' and deleted_at is null;--> statement-breakpoint
CREATE INDEX "deals_leader" ON "deals" USING btree ("leader_id") WHERE leader_id is not null;--> statement-breakpoint
CREATE INDEX "deals_leader_name" ON "deals" USING btree ("leader_name") WHERE leader_name is not null;--> statement-breakpoint
ALTER TABLE "deals" ADD CONSTRAINT "deals_one_leader" CHECK (num_nonnulls("deals"."leader_id", "deals"."leader_name") <= 1);--> statement-breakpoint
ALTER TABLE "notification_choices" ADD CONSTRAINT "notification_choices_kind_known" CHECK ("notification_choices"."kind" in ('assigned', 'mentioned', 'clock_soon', 'clock_overdue', 'confirmation_asked', 'confirmed', 'returned', 'appraisal_asked', 'appraised', 'hand_over_proposed', 'hand_over_accepted', 'hand_over_declined', 'ruling_asked', 'ruled', 'duplicate_asked', 'task_assigned', 'task_due', 'visit_tomorrow', 'procedure_overdue', 'issue_assigned', 'hold_over', 'cover_started', 'capital_overdue'));--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_kind_known" CHECK ("notifications"."kind" in ('assigned', 'mentioned', 'clock_soon', 'clock_overdue', 'confirmation_asked', 'confirmed', 'returned', 'appraisal_asked', 'appraised', 'hand_over_proposed', 'hand_over_accepted', 'hand_over_declined', 'ruling_asked', 'ruled', 'duplicate_asked', 'task_assigned', 'task_due', 'visit_tomorrow', 'procedure_overdue', 'issue_assigned', 'hold_over', 'cover_started', 'capital_overdue'));--> statement-breakpoint
CREATE POLICY "issues_see_all" ON "issues" AS PERMISSIVE FOR SELECT TO "sees_all" USING (true);--> statement-breakpoint
CREATE POLICY "issues_see_desk" ON "issues" AS PERMISSIVE FOR SELECT TO "sees_desk" USING (desk_id = any((select viewer_desks())::bigint[]) or team_ids && (select viewer_people())::bigint[] or reader_ids @> array[(select viewer_id())]);--> statement-breakpoint
CREATE POLICY "issues_insert" ON "issues" AS PERMISSIVE FOR INSERT TO "sees_all", "sees_desk" WITH CHECK (case (select viewer_writes()) when 'all' then true when 'desk' then desk_id = any((select viewer_writes_desks())::bigint[]) or team_ids && (select viewer_people())::bigint[] when 'own' then team_ids && (select viewer_people())::bigint[] else false end);--> statement-breakpoint
CREATE POLICY "issues_update" ON "issues" AS PERMISSIVE FOR UPDATE TO "sees_all", "sees_desk" USING (case (select viewer_writes()) when 'all' then true when 'desk' then desk_id = any((select viewer_writes_desks())::bigint[]) or team_ids && (select viewer_people())::bigint[] when 'own' then team_ids && (select viewer_people())::bigint[] else false end) WITH CHECK (case (select viewer_writes()) when 'all' then true when 'desk' then desk_id = any((select viewer_writes_desks())::bigint[]) or team_ids && (select viewer_people())::bigint[] when 'own' then team_ids && (select viewer_people())::bigint[] else false end);--> statement-breakpoint
CREATE POLICY "procedure_templates_see_all" ON "procedure_templates" AS PERMISSIVE FOR SELECT TO "sees_all" USING (true);--> statement-breakpoint
CREATE POLICY "procedure_templates_see_desk" ON "procedure_templates" AS PERMISSIVE FOR SELECT TO "sees_desk" USING (true);--> statement-breakpoint
CREATE POLICY "procedure_templates_insert" ON "procedure_templates" AS PERMISSIVE FOR INSERT TO "sees_all", "sees_desk" WITH CHECK ((select viewer_writes()) = 'all' and (select viewer_verb()) like 'procedure_template.%');--> statement-breakpoint
CREATE POLICY "procedure_templates_update" ON "procedure_templates" AS PERMISSIVE FOR UPDATE TO "sees_all", "sees_desk" USING ((select viewer_writes()) = 'all' and (select viewer_verb()) like 'procedure_template.%') WITH CHECK ((select viewer_writes()) = 'all' and (select viewer_verb()) like 'procedure_template.%');--> statement-breakpoint
CREATE POLICY "procedure_templates_delete" ON "procedure_templates" AS PERMISSIVE FOR DELETE TO "sees_all", "sees_desk" USING ((select viewer_writes()) = 'all' and (select viewer_verb()) like 'procedure_template.%');--> statement-breakpoint
CREATE POLICY "procedures_see_all" ON "procedures" AS PERMISSIVE FOR SELECT TO "sees_all" USING (true);--> statement-breakpoint
CREATE POLICY "procedures_see_desk" ON "procedures" AS PERMISSIVE FOR SELECT TO "sees_desk" USING (desk_id = any((select viewer_desks())::bigint[]) or team_ids && (select viewer_people())::bigint[] or reader_ids @> array[(select viewer_id())]);--> statement-breakpoint
CREATE POLICY "procedures_insert" ON "procedures" AS PERMISSIVE FOR INSERT TO "sees_all", "sees_desk" WITH CHECK (case (select viewer_writes()) when 'all' then true when 'desk' then desk_id = any((select viewer_writes_desks())::bigint[]) or team_ids && (select viewer_people())::bigint[] when 'own' then team_ids && (select viewer_people())::bigint[] else false end);--> statement-breakpoint
CREATE POLICY "procedures_update" ON "procedures" AS PERMISSIVE FOR UPDATE TO "sees_all", "sees_desk" USING (case (select viewer_writes()) when 'all' then true when 'desk' then desk_id = any((select viewer_writes_desks())::bigint[]) or team_ids && (select viewer_people())::bigint[] when 'own' then team_ids && (select viewer_people())::bigint[] else false end) WITH CHECK (case (select viewer_writes()) when 'all' then true when 'desk' then desk_id = any((select viewer_writes_desks())::bigint[]) or team_ids && (select viewer_people())::bigint[] when 'own' then team_ids && (select viewer_people())::bigint[] else false end);
--> statement-breakpoint
grant select, insert, update on procedures, issues to sees_all, sees_desk;
--> statement-breakpoint
grant select on procedure_templates to sees_all, sees_desk;
--> statement-breakpoint
grant insert, update, delete on procedure_templates to sees_all;
