CREATE TABLE "case_members" (
	"noun" text NOT NULL,
	"user_id" bigint NOT NULL,
	"desk_id" bigint NOT NULL,
	"record_id" bigint NOT NULL,
	CONSTRAINT "case_members_noun_user_id_desk_id_record_id_pk" PRIMARY KEY("noun","user_id","desk_id","record_id")
);
--> statement-breakpoint
ALTER TABLE "case_members" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "counter_deltas" (
	"noun" text NOT NULL,
	"desk_id" bigint NOT NULL,
	"stage" text NOT NULL,
	"status" text NOT NULL,
	"year" integer NOT NULL,
	"count" bigint DEFAULT 0 NOT NULL,
	"cny" numeric(30, 0) DEFAULT '0' NOT NULL,
	"not_stated" bigint DEFAULT 0 NOT NULL,
	"without_rate" bigint DEFAULT 0 NOT NULL,
	"foreign_count" bigint DEFAULT 0 NOT NULL,
	"foreign_cny" numeric(30, 0) DEFAULT '0' NOT NULL,
	"foreign_not_stated" bigint DEFAULT 0 NOT NULL,
	"foreign_without_rate" bigint DEFAULT 0 NOT NULL
);
--> statement-breakpoint
ALTER TABLE "counter_deltas" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "counters" (
	"noun" text NOT NULL,
	"desk_id" bigint NOT NULL,
	"stage" text NOT NULL,
	"status" text NOT NULL,
	"year" integer NOT NULL,
	"count" bigint DEFAULT 0 NOT NULL,
	"cny" numeric(30, 0) DEFAULT '0' NOT NULL,
	"not_stated" bigint DEFAULT 0 NOT NULL,
	"without_rate" bigint DEFAULT 0 NOT NULL,
	"foreign_count" bigint DEFAULT 0 NOT NULL,
	"foreign_cny" numeric(30, 0) DEFAULT '0' NOT NULL,
	"foreign_not_stated" bigint DEFAULT 0 NOT NULL,
	"foreign_without_rate" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "counters_noun_desk_id_stage_status_year_pk" PRIMARY KEY("noun","desk_id","stage","status","year")
);
--> statement-breakpoint
ALTER TABLE "counters" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "chore_runs" (
	"chore" text PRIMARY KEY NOT NULL,
	"done_at" timestamp with time zone,
	"rows" bigint DEFAULT 0 NOT NULL,
	"failed_at" timestamp with time zone,
	"error" text
);
--> statement-breakpoint
ALTER TABLE "chore_runs" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "log_batches" (
	"id" bigint PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"lines" integer NOT NULL,
	"seal" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "log_batches" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "log_heads" (
	"noun" text NOT NULL,
	"record_id" bigint NOT NULL,
	"lines" integer NOT NULL,
	"seal" text NOT NULL,
	CONSTRAINT "log_heads_noun_record_id_pk" PRIMARY KEY("noun","record_id")
);
--> statement-breakpoint
ALTER TABLE "log_heads" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "log_queue" (
	"entry_id" bigint PRIMARY KEY NOT NULL
);
--> statement-breakpoint
ALTER TABLE "log_queue" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "log_seals" (
	"entry_id" bigint PRIMARY KEY NOT NULL,
	"noun" text NOT NULL,
	"record_id" bigint NOT NULL,
	"position" integer NOT NULL,
	"seal" text NOT NULL,
	"batch_id" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "log_seals" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE UNIQUE INDEX "log_seals_chain" ON "log_seals" USING btree ("noun","record_id","position");--> statement-breakpoint
CREATE INDEX "log_seals_batch" ON "log_seals" USING btree ("batch_id","entry_id");--> statement-breakpoint
CREATE POLICY "sign_ins_housekeeping_select" ON "sign_ins" AS PERMISSIVE FOR SELECT TO "housekeeping" USING ((outcome = 'locked' and at < now() - interval '7 days') or (outcome in ('wrong', 'disabled') and at < now() - interval '90 days'));--> statement-breakpoint
CREATE POLICY "sign_ins_housekeeping_delete" ON "sign_ins" AS PERMISSIVE FOR DELETE TO "housekeeping" USING ((outcome = 'locked' and at < now() - interval '7 days') or (outcome in ('wrong', 'disabled') and at < now() - interval '90 days'));--> statement-breakpoint
CREATE POLICY "log_entries_housekeeping_select" ON "log_entries" AS PERMISSIVE FOR SELECT TO "housekeeping" USING (true);--> statement-breakpoint
CREATE POLICY "submissions_housekeeping_select" ON "submissions" AS PERMISSIVE FOR SELECT TO "housekeeping" USING (at < now() - interval '7 days');--> statement-breakpoint
CREATE POLICY "submissions_housekeeping_delete" ON "submissions" AS PERMISSIVE FOR DELETE TO "housekeeping" USING (at < now() - interval '7 days');--> statement-breakpoint
CREATE POLICY "counter_deltas_see_all" ON "counter_deltas" AS PERMISSIVE FOR SELECT TO "sees_all" USING (true);--> statement-breakpoint
CREATE POLICY "counter_deltas_see_desk" ON "counter_deltas" AS PERMISSIVE FOR SELECT TO "sees_desk" USING (desk_id = any((select viewer_desks())::bigint[]));--> statement-breakpoint
CREATE POLICY "counter_deltas_housekeeping_select" ON "counter_deltas" AS PERMISSIVE FOR SELECT TO "housekeeping" USING (true);--> statement-breakpoint
CREATE POLICY "counter_deltas_housekeeping_delete" ON "counter_deltas" AS PERMISSIVE FOR DELETE TO "housekeeping" USING (true);--> statement-breakpoint
CREATE POLICY "counters_see_all" ON "counters" AS PERMISSIVE FOR SELECT TO "sees_all" USING (true);--> statement-breakpoint
CREATE POLICY "counters_see_desk" ON "counters" AS PERMISSIVE FOR SELECT TO "sees_desk" USING (desk_id = any((select viewer_desks())::bigint[]));--> statement-breakpoint
CREATE POLICY "counters_housekeeping_select" ON "counters" AS PERMISSIVE FOR SELECT TO "housekeeping" USING (true);--> statement-breakpoint
CREATE POLICY "counters_housekeeping_insert" ON "counters" AS PERMISSIVE FOR INSERT TO "housekeeping" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "counters_housekeeping_update" ON "counters" AS PERMISSIVE FOR UPDATE TO "housekeeping" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "chore_runs_see_all" ON "chore_runs" AS PERMISSIVE FOR SELECT TO "sees_all" USING ((select viewer_role()) = 'admin');--> statement-breakpoint
CREATE POLICY "chore_runs_housekeeping_select" ON "chore_runs" AS PERMISSIVE FOR SELECT TO "housekeeping" USING (true);--> statement-breakpoint
CREATE POLICY "chore_runs_housekeeping_insert" ON "chore_runs" AS PERMISSIVE FOR INSERT TO "housekeeping" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "chore_runs_housekeeping_update" ON "chore_runs" AS PERMISSIVE FOR UPDATE TO "housekeeping" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "log_batches_housekeeping_select" ON "log_batches" AS PERMISSIVE FOR SELECT TO "housekeeping" USING (true);--> statement-breakpoint
CREATE POLICY "log_batches_housekeeping_insert" ON "log_batches" AS PERMISSIVE FOR INSERT TO "housekeeping" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "log_heads_housekeeping_select" ON "log_heads" AS PERMISSIVE FOR SELECT TO "housekeeping" USING (true);--> statement-breakpoint
CREATE POLICY "log_heads_housekeeping_insert" ON "log_heads" AS PERMISSIVE FOR INSERT TO "housekeeping" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "log_heads_housekeeping_update" ON "log_heads" AS PERMISSIVE FOR UPDATE TO "housekeeping" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "log_queue_housekeeping_select" ON "log_queue" AS PERMISSIVE FOR SELECT TO "housekeeping" USING (true);--> statement-breakpoint
CREATE POLICY "log_queue_housekeeping_delete" ON "log_queue" AS PERMISSIVE FOR DELETE TO "housekeeping" USING (true);--> statement-breakpoint
CREATE POLICY "log_seals_housekeeping_select" ON "log_seals" AS PERMISSIVE FOR SELECT TO "housekeeping" USING (true);--> statement-breakpoint
CREATE POLICY "log_seals_housekeeping_insert" ON "log_seals" AS PERMISSIVE FOR INSERT TO "housekeeping" WITH CHECK (true);