CREATE TABLE "day_counter_deltas" (
	"desk_id" bigint NOT NULL,
	"stage" text NOT NULL,
	"status" text NOT NULL,
	"kind" text NOT NULL,
	"day" date NOT NULL,
	"count" bigint DEFAULT 0 NOT NULL
);
--> statement-breakpoint
ALTER TABLE "day_counter_deltas" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "day_counters" (
	"desk_id" bigint NOT NULL,
	"stage" text NOT NULL,
	"status" text NOT NULL,
	"kind" text NOT NULL,
	"day" date NOT NULL,
	"count" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "day_counters_desk_id_status_kind_stage_day_pk" PRIMARY KEY("desk_id","status","kind","stage","day")
);
--> statement-breakpoint
ALTER TABLE "day_counters" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "reference_stamps" (
	"id" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"changes" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "reference_stamps_one" CHECK ("reference_stamps"."id" = 1)
);
--> statement-breakpoint
ALTER TABLE "reference_stamps" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
DROP INDEX "deals_officer";--> statement-breakpoint
DROP INDEX "leads_officer";--> statement-breakpoint
ALTER TABLE "case_members" ADD COLUMN "team" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "case_members" ADD COLUMN "step_on" date;--> statement-breakpoint
CREATE INDEX "case_members_steps" ON "case_members" USING btree ("user_id","step_on") WHERE team and step_on is not null;--> statement-breakpoint
CREATE INDEX "deals_officer" ON "deals" USING btree ("case_officer_id","stage_since","id") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "leads_officer" ON "leads" USING btree ("case_officer_id","clock_due","id") WHERE deleted_at is null;--> statement-breakpoint
CREATE POLICY "day_counter_deltas_see_all" ON "day_counter_deltas" AS PERMISSIVE FOR SELECT TO "sees_all" USING (true);--> statement-breakpoint
CREATE POLICY "day_counter_deltas_see_desk" ON "day_counter_deltas" AS PERMISSIVE FOR SELECT TO "sees_desk" USING (desk_id = any((select viewer_desks())::bigint[]));--> statement-breakpoint
CREATE POLICY "day_counter_deltas_housekeeping_select" ON "day_counter_deltas" AS PERMISSIVE FOR SELECT TO "housekeeping" USING (true);--> statement-breakpoint
CREATE POLICY "day_counter_deltas_housekeeping_delete" ON "day_counter_deltas" AS PERMISSIVE FOR DELETE TO "housekeeping" USING (true);--> statement-breakpoint
CREATE POLICY "day_counters_see_all" ON "day_counters" AS PERMISSIVE FOR SELECT TO "sees_all" USING (true);--> statement-breakpoint
CREATE POLICY "day_counters_see_desk" ON "day_counters" AS PERMISSIVE FOR SELECT TO "sees_desk" USING (desk_id = any((select viewer_desks())::bigint[]));--> statement-breakpoint
CREATE POLICY "day_counters_housekeeping_select" ON "day_counters" AS PERMISSIVE FOR SELECT TO "housekeeping" USING (true);--> statement-breakpoint
CREATE POLICY "day_counters_housekeeping_insert" ON "day_counters" AS PERMISSIVE FOR INSERT TO "housekeeping" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "day_counters_housekeeping_update" ON "day_counters" AS PERMISSIVE FOR UPDATE TO "housekeeping" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "day_counters_housekeeping_delete" ON "day_counters" AS PERMISSIVE FOR DELETE TO "housekeeping" USING (true);--> statement-breakpoint
CREATE POLICY "reference_stamps_door" ON "reference_stamps" AS PERMISSIVE FOR SELECT TO "sign_in" USING (true);--> statement-breakpoint
grant select on day_counters, day_counter_deltas to sees_all, sees_desk;
--> statement-breakpoint
grant select, insert, update, delete on day_counters to housekeeping;
--> statement-breakpoint
grant select, delete on day_counter_deltas to housekeeping;
--> statement-breakpoint
insert into reference_stamps default values;
--> statement-breakpoint
grant select on reference_stamps to sign_in;
--> statement-breakpoint
grant select (preferences) on users to sign_in;
