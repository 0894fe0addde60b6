CREATE TABLE "arrivals" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "arrivals_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"deal_id" bigint NOT NULL,
	"desk_id" bigint DEFAULT 0 NOT NULL,
	"team_ids" bigint[] DEFAULT '{}'::bigint[] NOT NULL,
	"reader_ids" bigint[] DEFAULT '{}'::bigint[] NOT NULL,
	"standing" text DEFAULT 'gone' NOT NULL,
	"part_id" bigint NOT NULL,
	"kind" text NOT NULL,
	"origin" text NOT NULL,
	"form" text NOT NULL,
	"arrived_on" date NOT NULL,
	"minor" bigint NOT NULL,
	"currency" text NOT NULL,
	"rate" numeric(18, 8),
	"cny" bigint,
	"credited_minor" bigint NOT NULL,
	"voucher" text NOT NULL,
	"note" text,
	"corrects_id" bigint,
	"strikes" boolean DEFAULT false NOT NULL,
	"correction_reason" text,
	"state" text DEFAULT 'proposed' NOT NULL,
	"proposed_by" bigint NOT NULL,
	"proposed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"decided_by" bigint,
	"decided_at" timestamp with time zone,
	"reason" text,
	"superseded_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "arrivals_kind_known" CHECK ("arrivals"."kind" in ('registered', 'partner_loan', 'bank_loan', 'other_loan')),
	CONSTRAINT "arrivals_origin_known" CHECK ("arrivals"."origin" in ('abroad', 'hk_mo_tw', 'elsewhere', 'this_province', 'this_city')),
	CONSTRAINT "arrivals_form_known" CHECK ("arrivals"."form" in ('cash', 'shares', 'equipment', 'intellectual_property', 'land', 'other')),
	CONSTRAINT "arrivals_standing_known" CHECK ("arrivals"."standing" in ('gone', 'resting', 'negotiation', 'entry_procedures', 'approved')),
	CONSTRAINT "arrivals_state_known" CHECK ("arrivals"."state" in ('proposed', 'confirmed', 'returned', 'superseded')),
	CONSTRAINT "arrivals_positive" CHECK ("arrivals"."minor" > 0 and "arrivals"."credited_minor" > 0),
	CONSTRAINT "arrivals_two_people" CHECK ("arrivals"."decided_by" <> "arrivals"."proposed_by"),
	CONSTRAINT "arrivals_decided" CHECK (("arrivals"."state" = 'proposed') = ("arrivals"."decided_at" is null)),
	CONSTRAINT "arrivals_strike_corrects" CHECK (not "arrivals"."strikes" or "arrivals"."corrects_id" is not null)
);
--> statement-breakpoint
ALTER TABLE "arrivals" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "capital_parts" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "capital_parts_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"deal_id" bigint NOT NULL,
	"desk_id" bigint DEFAULT 0 NOT NULL,
	"team_ids" bigint[] DEFAULT '{}'::bigint[] NOT NULL,
	"reader_ids" bigint[] DEFAULT '{}'::bigint[] NOT NULL,
	"standing" text DEFAULT 'gone' NOT NULL,
	"position" integer NOT NULL,
	"kind" text NOT NULL,
	"origin" text NOT NULL,
	"form" text NOT NULL,
	"party" text,
	"rest" boolean DEFAULT false NOT NULL,
	"minor" bigint,
	"currency" text NOT NULL,
	"rate" numeric(18, 8),
	"cny" bigint,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" bigint NOT NULL,
	"deleted_at" timestamp with time zone,
	"deleted_by" bigint,
	CONSTRAINT "capital_parts_kind_known" CHECK ("capital_parts"."kind" in ('registered', 'partner_loan', 'bank_loan', 'other_loan')),
	CONSTRAINT "capital_parts_origin_known" CHECK ("capital_parts"."origin" in ('abroad', 'hk_mo_tw', 'elsewhere', 'this_province', 'this_city')),
	CONSTRAINT "capital_parts_form_known" CHECK ("capital_parts"."form" in ('cash', 'shares', 'equipment', 'intellectual_property', 'land', 'other')),
	CONSTRAINT "capital_parts_standing_known" CHECK ("capital_parts"."standing" in ('gone', 'resting', 'negotiation', 'entry_procedures', 'approved')),
	CONSTRAINT "capital_parts_positive" CHECK ("capital_parts"."minor" > 0),
	CONSTRAINT "capital_parts_stated" CHECK ("capital_parts"."rest" or "capital_parts"."minor" is not null),
	CONSTRAINT "capital_parts_loan_is_cash" CHECK ("capital_parts"."kind" = 'registered' or "capital_parts"."form" = 'cash')
);
--> statement-breakpoint
ALTER TABLE "capital_parts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "capital_structures" (
	"deal_id" bigint PRIMARY KEY NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" bigint NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "capital_structures" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "planned_arrivals" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "planned_arrivals_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"deal_id" bigint NOT NULL,
	"desk_id" bigint DEFAULT 0 NOT NULL,
	"team_ids" bigint[] DEFAULT '{}'::bigint[] NOT NULL,
	"reader_ids" bigint[] DEFAULT '{}'::bigint[] NOT NULL,
	"standing" text DEFAULT 'gone' NOT NULL,
	"part_id" bigint NOT NULL,
	"kind" text NOT NULL,
	"origin" text NOT NULL,
	"form" text NOT NULL,
	"from_on" date,
	"by_on" date NOT NULL,
	"minor" bigint NOT NULL,
	"currency" text NOT NULL,
	"rate" numeric(18, 8),
	"cny" bigint,
	"open_minor" bigint NOT NULL,
	"open_cny" bigint,
	"note" text,
	"told_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" bigint NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" bigint NOT NULL,
	"deleted_at" timestamp with time zone,
	"deleted_by" bigint,
	CONSTRAINT "planned_arrivals_kind_known" CHECK ("planned_arrivals"."kind" in ('registered', 'partner_loan', 'bank_loan', 'other_loan')),
	CONSTRAINT "planned_arrivals_origin_known" CHECK ("planned_arrivals"."origin" in ('abroad', 'hk_mo_tw', 'elsewhere', 'this_province', 'this_city')),
	CONSTRAINT "planned_arrivals_form_known" CHECK ("planned_arrivals"."form" in ('cash', 'shares', 'equipment', 'intellectual_property', 'land', 'other')),
	CONSTRAINT "planned_arrivals_standing_known" CHECK ("planned_arrivals"."standing" in ('gone', 'resting', 'negotiation', 'entry_procedures', 'approved')),
	CONSTRAINT "planned_arrivals_days" CHECK ("planned_arrivals"."from_on" is null or "planned_arrivals"."from_on" <= "planned_arrivals"."by_on"),
	CONSTRAINT "planned_arrivals_positive" CHECK ("planned_arrivals"."minor" > 0 and "planned_arrivals"."open_minor" between 0 and "planned_arrivals"."minor")
);
--> statement-breakpoint
ALTER TABLE "planned_arrivals" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "notification_choices" DROP CONSTRAINT "notification_choices_kind_known";--> statement-breakpoint
ALTER TABLE "notifications" DROP CONSTRAINT "notifications_kind_known";--> statement-breakpoint
ALTER TABLE "arrivals" ADD CONSTRAINT "arrivals_deal_id_deals_id_fk" FOREIGN KEY ("deal_id") REFERENCES "public"."deals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "arrivals" ADD CONSTRAINT "arrivals_part_id_capital_parts_id_fk" FOREIGN KEY ("part_id") REFERENCES "public"."capital_parts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "arrivals" ADD CONSTRAINT "arrivals_proposed_by_users_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "arrivals" ADD CONSTRAINT "arrivals_decided_by_users_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "capital_parts" ADD CONSTRAINT "capital_parts_deal_id_deals_id_fk" FOREIGN KEY ("deal_id") REFERENCES "public"."deals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "capital_parts" ADD CONSTRAINT "capital_parts_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "capital_structures" ADD CONSTRAINT "capital_structures_deal_id_deals_id_fk" FOREIGN KEY ("deal_id") REFERENCES "public"."deals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "capital_structures" ADD CONSTRAINT "capital_structures_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "planned_arrivals" ADD CONSTRAINT "planned_arrivals_deal_id_deals_id_fk" FOREIGN KEY ("deal_id") REFERENCES "public"."deals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "planned_arrivals" ADD CONSTRAINT "planned_arrivals_part_id_capital_parts_id_fk" FOREIGN KEY ("part_id") REFERENCES "public"."capital_parts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "planned_arrivals" ADD CONSTRAINT "planned_arrivals_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "arrivals_counted" ON "arrivals" USING btree ("arrived_on","id") WHERE state = 'confirmed' and not strikes;--> statement-breakpoint
CREATE INDEX "arrivals_desk_counted" ON "arrivals" USING btree ("desk_id","arrived_on","id") WHERE state = 'confirmed' and not strikes;--> statement-breakpoint
CREATE INDEX "arrivals_waiting" ON "arrivals" USING btree ("proposed_at","id") WHERE state = 'proposed';--> statement-breakpoint
CREATE INDEX "arrivals_deal" ON "arrivals" USING btree ("deal_id","arrived_on");--> statement-breakpoint
CREATE INDEX "arrivals_part" ON "arrivals" USING btree ("part_id");--> statement-breakpoint
CREATE INDEX "arrivals_team" ON "arrivals" USING gin ("team_ids");--> statement-breakpoint
CREATE INDEX "arrivals_readers" ON "arrivals" USING gin ("reader_ids");--> statement-breakpoint
CREATE INDEX "arrivals_proposed_by" ON "arrivals" USING btree ("proposed_by");--> statement-breakpoint
CREATE INDEX "arrivals_decided_by" ON "arrivals" USING btree ("decided_by");--> statement-breakpoint
CREATE UNIQUE INDEX "arrivals_one_correction" ON "arrivals" USING btree ("corrects_id") WHERE state = 'proposed';--> statement-breakpoint
CREATE INDEX "capital_parts_deal" ON "capital_parts" USING btree ("deal_id","position");--> statement-breakpoint
CREATE INDEX "capital_parts_desk" ON "capital_parts" USING btree ("desk_id","standing") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "capital_parts_team" ON "capital_parts" USING gin ("team_ids");--> statement-breakpoint
CREATE INDEX "capital_parts_readers" ON "capital_parts" USING gin ("reader_ids");--> statement-breakpoint
CREATE INDEX "capital_parts_created_by" ON "capital_parts" USING btree ("created_by");--> statement-breakpoint
CREATE UNIQUE INDEX "capital_parts_one_rest" ON "capital_parts" USING btree ("deal_id") WHERE rest and deleted_at is null;--> statement-breakpoint
CREATE INDEX "capital_structures_created_by" ON "capital_structures" USING btree ("created_by");--> statement-breakpoint
CREATE INDEX "planned_arrivals_open" ON "planned_arrivals" USING btree ("by_on","id") WHERE open_minor > 0 and deleted_at is null;--> statement-breakpoint
CREATE INDEX "planned_arrivals_desk_open" ON "planned_arrivals" USING btree ("desk_id","by_on","id") WHERE open_minor > 0 and deleted_at is null;--> statement-breakpoint
CREATE INDEX "planned_arrivals_deal" ON "planned_arrivals" USING btree ("deal_id","by_on");--> statement-breakpoint
CREATE INDEX "planned_arrivals_part" ON "planned_arrivals" USING btree ("part_id");--> statement-breakpoint
CREATE INDEX "planned_arrivals_team" ON "planned_arrivals" USING gin ("team_ids");--> statement-breakpoint
CREATE INDEX "planned_arrivals_readers" ON "planned_arrivals" USING gin ("reader_ids");--> statement-breakpoint
CREATE INDEX "planned_arrivals_created_by" ON "planned_arrivals" USING btree ("created_by");--> statement-breakpoint
CREATE INDEX "planned_arrivals_untold" ON "planned_arrivals" USING btree ("by_on") WHERE told_at is null and open_minor > 0 and deleted_at is null;--> statement-breakpoint
ALTER TABLE "notification_choices" ADD CONSTRAINT "notification_choices_kind_known" CHECK ("notification_choices"."kind" in ('assigned', 'mentioned', 'clock_soon', 'clock_overdue', 'confirmation_asked', 'confirmed', 'returned', 'appraisal_asked', 'appraised', 'hand_over_proposed', 'hand_over_accepted', 'hand_over_declined', 'ruling_asked', 'ruled', 'duplicate_asked', 'task_assigned', 'task_due', 'visit_tomorrow', 'cover_started', 'capital_overdue'));--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_kind_known" CHECK ("notifications"."kind" in ('assigned', 'mentioned', 'clock_soon', 'clock_overdue', 'confirmation_asked', 'confirmed', 'returned', 'appraisal_asked', 'appraised', 'hand_over_proposed', 'hand_over_accepted', 'hand_over_declined', 'ruling_asked', 'ruled', 'duplicate_asked', 'task_assigned', 'task_due', 'visit_tomorrow', 'cover_started', 'capital_overdue'));--> statement-breakpoint
CREATE POLICY "arrivals_see_all" ON "arrivals" AS PERMISSIVE FOR SELECT TO "sees_all" USING (true);--> statement-breakpoint
CREATE POLICY "arrivals_see_desk" ON "arrivals" AS PERMISSIVE FOR SELECT TO "sees_desk" USING (desk_id = any((select viewer_desks())::bigint[]) or team_ids && (select viewer_people())::bigint[] or reader_ids @> array[(select viewer_id())]);--> statement-breakpoint
CREATE POLICY "arrivals_insert" ON "arrivals" AS PERMISSIVE FOR INSERT TO "sees_all", "sees_desk" WITH CHECK (case (select viewer_writes()) when 'all' then true when 'desk' then desk_id = any((select viewer_writes_desks())::bigint[]) or team_ids && (select viewer_people())::bigint[] when 'own' then team_ids && (select viewer_people())::bigint[] else false end);--> statement-breakpoint
CREATE POLICY "arrivals_update" ON "arrivals" AS PERMISSIVE FOR UPDATE TO "sees_all", "sees_desk" USING (case (select viewer_writes()) when 'all' then true when 'desk' then desk_id = any((select viewer_writes_desks())::bigint[]) or team_ids && (select viewer_people())::bigint[] when 'own' then team_ids && (select viewer_people())::bigint[] else false end) WITH CHECK (case (select viewer_writes()) when 'all' then true when 'desk' then desk_id = any((select viewer_writes_desks())::bigint[]) or team_ids && (select viewer_people())::bigint[] when 'own' then team_ids && (select viewer_people())::bigint[] else false end);--> statement-breakpoint
CREATE POLICY "capital_parts_see_all" ON "capital_parts" AS PERMISSIVE FOR SELECT TO "sees_all" USING (true);--> statement-breakpoint
CREATE POLICY "capital_parts_see_desk" ON "capital_parts" AS PERMISSIVE FOR SELECT TO "sees_desk" USING (desk_id = any((select viewer_desks())::bigint[]) or team_ids && (select viewer_people())::bigint[] or reader_ids @> array[(select viewer_id())]);--> statement-breakpoint
CREATE POLICY "capital_parts_insert" ON "capital_parts" AS PERMISSIVE FOR INSERT TO "sees_all", "sees_desk" WITH CHECK (case (select viewer_writes()) when 'all' then true when 'desk' then desk_id = any((select viewer_writes_desks())::bigint[]) or team_ids && (select viewer_people())::bigint[] when 'own' then team_ids && (select viewer_people())::bigint[] else false end);--> statement-breakpoint
CREATE POLICY "capital_parts_update" ON "capital_parts" AS PERMISSIVE FOR UPDATE TO "sees_all", "sees_desk" USING (case (select viewer_writes()) when 'all' then true when 'desk' then desk_id = any((select viewer_writes_desks())::bigint[]) or team_ids && (select viewer_people())::bigint[] when 'own' then team_ids && (select viewer_people())::bigint[] else false end) WITH CHECK (case (select viewer_writes()) when 'all' then true when 'desk' then desk_id = any((select viewer_writes_desks())::bigint[]) or team_ids && (select viewer_people())::bigint[] when 'own' then team_ids && (select viewer_people())::bigint[] else false end);--> statement-breakpoint
CREATE POLICY "capital_structures_see_all" ON "capital_structures" AS PERMISSIVE FOR SELECT TO "sees_all" USING (true);--> statement-breakpoint
CREATE POLICY "capital_structures_see_desk" ON "capital_structures" AS PERMISSIVE FOR SELECT TO "sees_desk" USING (exists (select 1 from deals p where p.id = deal_id and (true)));--> statement-breakpoint
CREATE POLICY "capital_structures_insert" ON "capital_structures" AS PERMISSIVE FOR INSERT TO "sees_all", "sees_desk" WITH CHECK (exists (select 1 from deals p where p.id = deal_id and (case (select viewer_writes()) when 'all' then true when 'desk' then p.desk_id = any((select viewer_writes_desks())::bigint[]) or p.team_ids && (select viewer_people())::bigint[] when 'own' then p.team_ids && (select viewer_people())::bigint[] else false end)));--> statement-breakpoint
CREATE POLICY "capital_structures_update" ON "capital_structures" AS PERMISSIVE FOR UPDATE TO "sees_all", "sees_desk" USING (exists (select 1 from deals p where p.id = deal_id and (case (select viewer_writes()) when 'all' then true when 'desk' then p.desk_id = any((select viewer_writes_desks())::bigint[]) or p.team_ids && (select viewer_people())::bigint[] when 'own' then p.team_ids && (select viewer_people())::bigint[] else false end))) WITH CHECK (exists (select 1 from deals p where p.id = deal_id and (case (select viewer_writes()) when 'all' then true when 'desk' then p.desk_id = any((select viewer_writes_desks())::bigint[]) or p.team_ids && (select viewer_people())::bigint[] when 'own' then p.team_ids && (select viewer_people())::bigint[] else false end)));--> statement-breakpoint
CREATE POLICY "planned_arrivals_see_all" ON "planned_arrivals" AS PERMISSIVE FOR SELECT TO "sees_all" USING (true);--> statement-breakpoint
CREATE POLICY "planned_arrivals_see_desk" ON "planned_arrivals" AS PERMISSIVE FOR SELECT TO "sees_desk" USING (desk_id = any((select viewer_desks())::bigint[]) or team_ids && (select viewer_people())::bigint[] or reader_ids @> array[(select viewer_id())]);--> statement-breakpoint
CREATE POLICY "planned_arrivals_insert" ON "planned_arrivals" AS PERMISSIVE FOR INSERT TO "sees_all", "sees_desk" WITH CHECK (case (select viewer_writes()) when 'all' then true when 'desk' then desk_id = any((select viewer_writes_desks())::bigint[]) or team_ids && (select viewer_people())::bigint[] when 'own' then team_ids && (select viewer_people())::bigint[] else false end);--> statement-breakpoint
CREATE POLICY "planned_arrivals_update" ON "planned_arrivals" AS PERMISSIVE FOR UPDATE TO "sees_all", "sees_desk" USING (case (select viewer_writes()) when 'all' then true when 'desk' then desk_id = any((select viewer_writes_desks())::bigint[]) or team_ids && (select viewer_people())::bigint[] when 'own' then team_ids && (select viewer_people())::bigint[] else false end) WITH CHECK (case (select viewer_writes()) when 'all' then true when 'desk' then desk_id = any((select viewer_writes_desks())::bigint[]) or team_ids && (select viewer_people())::bigint[] when 'own' then team_ids && (select viewer_people())::bigint[] else false end);--> statement-breakpoint
grant select, insert, update on capital_structures, capital_parts, planned_arrivals, arrivals to sees_all, sees_desk;
