-- Whom the viewer stands in for today, and all for whom he acts: the policies below ask for them.
create function viewer_covers() returns bigint[] language sql stable parallel safe as
  $$ select coalesce(nullif(current_setting('app.covers', true), '')::bigint[], '{}') $$;
--> statement-breakpoint
create function viewer_people() returns bigint[] language sql stable parallel safe as
  $$ select public.viewer_covers() || public.viewer_id() $$;
--> statement-breakpoint
CREATE TABLE "covers" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "covers_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"absent_id" bigint NOT NULL,
	"colleague_id" bigint NOT NULL,
	"from_on" date NOT NULL,
	"until_on" date NOT NULL,
	"reason" text,
	"created_by" bigint NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_by" bigint,
	"ended_at" timestamp with time zone,
	CONSTRAINT "covers_two_people" CHECK ("covers"."absent_id" <> "covers"."colleague_id"),
	CONSTRAINT "covers_days_in_order" CHECK ("covers"."until_on" >= "covers"."from_on")
);
--> statement-breakpoint
ALTER TABLE "covers" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "hand_overs" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "hand_overs_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"lead_id" bigint,
	"deal_id" bigint,
	"number" text NOT NULL,
	"from_desk_id" bigint NOT NULL,
	"to_desk_id" bigint NOT NULL,
	"reason" text NOT NULL,
	"credit_share" integer,
	"reader_ids" bigint[] DEFAULT '{}'::bigint[] NOT NULL,
	"proposed_by" bigint NOT NULL,
	"proposed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"decided_by" bigint,
	"decided_at" timestamp with time zone,
	"decision_reason" text,
	CONSTRAINT "hand_overs_state_known" CHECK ("hand_overs"."state" in ('open', 'accepted', 'declined', 'withdrawn', 'lapsed')),
	CONSTRAINT "hand_overs_one_record" CHECK (num_nonnulls("hand_overs"."lead_id", "hand_overs"."deal_id") = 1),
	CONSTRAINT "hand_overs_two_desks" CHECK ("hand_overs"."from_desk_id" <> "hand_overs"."to_desk_id"),
	CONSTRAINT "hand_overs_share" CHECK ("hand_overs"."credit_share" between 0 and 100),
	CONSTRAINT "hand_overs_settled" CHECK (("hand_overs"."state" = 'open') = ("hand_overs"."decided_at" is null))
);
--> statement-breakpoint
ALTER TABLE "hand_overs" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "activities" ADD COLUMN "for_id" bigint;--> statement-breakpoint
ALTER TABLE "covers" ADD CONSTRAINT "covers_absent_id_users_id_fk" FOREIGN KEY ("absent_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "covers" ADD CONSTRAINT "covers_colleague_id_users_id_fk" FOREIGN KEY ("colleague_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "covers" ADD CONSTRAINT "covers_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "covers" ADD CONSTRAINT "covers_ended_by_users_id_fk" FOREIGN KEY ("ended_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hand_overs" ADD CONSTRAINT "hand_overs_lead_id_leads_id_fk" FOREIGN KEY ("lead_id") REFERENCES "public"."leads"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hand_overs" ADD CONSTRAINT "hand_overs_deal_id_deals_id_fk" FOREIGN KEY ("deal_id") REFERENCES "public"."deals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hand_overs" ADD CONSTRAINT "hand_overs_from_desk_id_desks_id_fk" FOREIGN KEY ("from_desk_id") REFERENCES "public"."desks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hand_overs" ADD CONSTRAINT "hand_overs_to_desk_id_desks_id_fk" FOREIGN KEY ("to_desk_id") REFERENCES "public"."desks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hand_overs" ADD CONSTRAINT "hand_overs_proposed_by_users_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hand_overs" ADD CONSTRAINT "hand_overs_decided_by_users_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "covers_absent" ON "covers" USING btree ("absent_id","until_on");--> statement-breakpoint
CREATE INDEX "covers_colleague" ON "covers" USING btree ("colleague_id","until_on");--> statement-breakpoint
CREATE INDEX "covers_created_by" ON "covers" USING btree ("created_by");--> statement-breakpoint
CREATE INDEX "covers_ended_by" ON "covers" USING btree ("ended_by");--> statement-breakpoint
CREATE INDEX "covers_until" ON "covers" USING btree ("until_on","id");--> statement-breakpoint
CREATE UNIQUE INDEX "hand_overs_open_lead" ON "hand_overs" USING btree ("lead_id") WHERE state = 'open';--> statement-breakpoint
CREATE UNIQUE INDEX "hand_overs_open_deal" ON "hand_overs" USING btree ("deal_id") WHERE state = 'open';--> statement-breakpoint
CREATE INDEX "hand_overs_lead" ON "hand_overs" USING btree ("lead_id","id");--> statement-breakpoint
CREATE INDEX "hand_overs_deal" ON "hand_overs" USING btree ("deal_id","id");--> statement-breakpoint
CREATE INDEX "hand_overs_from" ON "hand_overs" USING btree ("from_desk_id","id");--> statement-breakpoint
CREATE INDEX "hand_overs_to" ON "hand_overs" USING btree ("to_desk_id","state","id");--> statement-breakpoint
CREATE INDEX "hand_overs_state" ON "hand_overs" USING btree ("state","id");--> statement-breakpoint
CREATE INDEX "hand_overs_proposed_by" ON "hand_overs" USING btree ("proposed_by");--> statement-breakpoint
CREATE INDEX "hand_overs_decided_by" ON "hand_overs" USING btree ("decided_by");--> statement-breakpoint
CREATE POLICY "covers_see_all" ON "covers" AS PERMISSIVE FOR SELECT TO "sees_all" USING (true);--> statement-breakpoint
CREATE POLICY "covers_see_desk" ON "covers" AS PERMISSIVE FOR SELECT TO "sees_desk" USING (absent_id = (select viewer_id()) or colleague_id = (select viewer_id()) or exists (select 1 from desk_members m where m.user_id = absent_id and m.desk_id = any((select viewer_desks())::bigint[])));--> statement-breakpoint
CREATE POLICY "covers_insert" ON "covers" AS PERMISSIVE FOR INSERT TO "sees_all", "sees_desk" WITH CHECK ((select viewer_verb()) like 'cover.%' and case (select viewer_writes()) when 'all' then true when 'desk' then absent_id = (select viewer_id()) or exists (select 1 from desk_members m where m.user_id = absent_id and m.desk_id = any((select viewer_writes_desks())::bigint[])) when 'own' then absent_id = (select viewer_id()) else false end);--> statement-breakpoint
CREATE POLICY "covers_update" ON "covers" AS PERMISSIVE FOR UPDATE TO "sees_all", "sees_desk" USING ((select viewer_verb()) like 'cover.%' and case (select viewer_writes()) when 'all' then true when 'desk' then absent_id = (select viewer_id()) or exists (select 1 from desk_members m where m.user_id = absent_id and m.desk_id = any((select viewer_writes_desks())::bigint[])) when 'own' then absent_id = (select viewer_id()) else false end) WITH CHECK ((select viewer_verb()) like 'cover.%' and case (select viewer_writes()) when 'all' then true when 'desk' then absent_id = (select viewer_id()) or exists (select 1 from desk_members m where m.user_id = absent_id and m.desk_id = any((select viewer_writes_desks())::bigint[])) when 'own' then absent_id = (select viewer_id()) else false end);--> statement-breakpoint
CREATE POLICY "covers_door" ON "covers" AS PERMISSIVE FOR SELECT TO "sign_in" USING (ended_at is null);--> statement-breakpoint
CREATE POLICY "hand_overs_see_all" ON "hand_overs" AS PERMISSIVE FOR SELECT TO "sees_all" USING (true);--> statement-breakpoint
CREATE POLICY "hand_overs_see_desk" ON "hand_overs" AS PERMISSIVE FOR SELECT TO "sees_desk" USING (((select viewer_role()) = 'manager' and to_desk_id = any((select viewer_writes_desks())::bigint[])) or (exists (select 1 from leads p where p.id = lead_id and (true)) or exists (select 1 from deals p where p.id = deal_id and (true))));--> statement-breakpoint
CREATE POLICY "hand_overs_insert" ON "hand_overs" AS PERMISSIVE FOR INSERT TO "sees_all", "sees_desk" WITH CHECK (proposed_by = (select viewer_id()) and (exists (select 1 from leads p where p.id = lead_id and (case (select viewer_writes()) when 'all' then true when 'desk' then p.desk_id = any((select viewer_writes_desks())::bigint[]) or p.team_ids && (select viewer_people())::bigint[] when 'own' then p.team_ids && (select viewer_people())::bigint[] else false end)) or exists (select 1 from deals p where p.id = deal_id and (case (select viewer_writes()) when 'all' then true when 'desk' then p.desk_id = any((select viewer_writes_desks())::bigint[]) or p.team_ids && (select viewer_people())::bigint[] when 'own' then p.team_ids && (select viewer_people())::bigint[] else false end))));--> statement-breakpoint
ALTER POLICY "activities_see_desk" ON "activities" TO sees_desk USING (desk_id = any((select viewer_desks())::bigint[]) or team_ids && (select viewer_people())::bigint[] or reader_ids @> array[(select viewer_id())]);--> statement-breakpoint
ALTER POLICY "activities_insert" ON "activities" TO sees_all,sees_desk WITH CHECK (case (select viewer_writes()) when 'all' then true when 'desk' then desk_id = any((select viewer_writes_desks())::bigint[]) or team_ids && (select viewer_people())::bigint[] when 'own' then team_ids && (select viewer_people())::bigint[] else false end);--> statement-breakpoint
ALTER POLICY "activities_update" ON "activities" TO sees_all,sees_desk USING (case (select viewer_writes()) when 'all' then true when 'desk' then desk_id = any((select viewer_writes_desks())::bigint[]) or team_ids && (select viewer_people())::bigint[] when 'own' then team_ids && (select viewer_people())::bigint[] else false end) WITH CHECK (case (select viewer_writes()) when 'all' then true when 'desk' then desk_id = any((select viewer_writes_desks())::bigint[]) or team_ids && (select viewer_people())::bigint[] when 'own' then team_ids && (select viewer_people())::bigint[] else false end);--> statement-breakpoint
ALTER POLICY "deal_facts_insert" ON "deal_facts" TO sees_all,sees_desk WITH CHECK (exists (select 1 from deals p where p.id = deal_id and (case (select viewer_writes()) when 'all' then true when 'desk' then p.desk_id = any((select viewer_writes_desks())::bigint[]) or p.team_ids && (select viewer_people())::bigint[] when 'own' then p.team_ids && (select viewer_people())::bigint[] else false end)));--> statement-breakpoint
ALTER POLICY "deal_facts_update" ON "deal_facts" TO sees_all,sees_desk USING (exists (select 1 from deals p where p.id = deal_id and (case (select viewer_writes()) when 'all' then true when 'desk' then p.desk_id = any((select viewer_writes_desks())::bigint[]) or p.team_ids && (select viewer_people())::bigint[] when 'own' then p.team_ids && (select viewer_people())::bigint[] else false end))) WITH CHECK (exists (select 1 from deals p where p.id = deal_id and (case (select viewer_writes()) when 'all' then true when 'desk' then p.desk_id = any((select viewer_writes_desks())::bigint[]) or p.team_ids && (select viewer_people())::bigint[] when 'own' then p.team_ids && (select viewer_people())::bigint[] else false end)));--> statement-breakpoint
ALTER POLICY "deals_see_desk" ON "deals" TO sees_desk USING (desk_id = any((select viewer_desks())::bigint[]) or team_ids && (select viewer_people())::bigint[] or reader_ids @> array[(select viewer_id())]);--> statement-breakpoint
ALTER POLICY "deals_insert" ON "deals" TO sees_all,sees_desk WITH CHECK (case (select viewer_writes()) when 'all' then true when 'desk' then desk_id = any((select viewer_writes_desks())::bigint[]) or team_ids && (select viewer_people())::bigint[] when 'own' then team_ids && (select viewer_people())::bigint[] else false end);--> statement-breakpoint
ALTER POLICY "deals_update" ON "deals" TO sees_all,sees_desk USING (case (select viewer_writes()) when 'all' then true when 'desk' then desk_id = any((select viewer_writes_desks())::bigint[]) or team_ids && (select viewer_people())::bigint[] when 'own' then team_ids && (select viewer_people())::bigint[] else false end) WITH CHECK (case (select viewer_writes()) when 'all' then true when 'desk' then desk_id = any((select viewer_writes_desks())::bigint[]) or team_ids && (select viewer_people())::bigint[] when 'own' then team_ids && (select viewer_people())::bigint[] else false end);--> statement-breakpoint
ALTER POLICY "stage_proposals_insert" ON "stage_proposals" TO sees_all,sees_desk WITH CHECK (exists (select 1 from deals p where p.id = deal_id and (case (select viewer_writes()) when 'all' then true when 'desk' then p.desk_id = any((select viewer_writes_desks())::bigint[]) or p.team_ids && (select viewer_people())::bigint[] when 'own' then p.team_ids && (select viewer_people())::bigint[] else false end)));--> statement-breakpoint
ALTER POLICY "stage_proposals_update" ON "stage_proposals" TO sees_all,sees_desk USING (exists (select 1 from deals p where p.id = deal_id and (case (select viewer_writes()) when 'all' then true when 'desk' then p.desk_id = any((select viewer_writes_desks())::bigint[]) or p.team_ids && (select viewer_people())::bigint[] when 'own' then p.team_ids && (select viewer_people())::bigint[] else false end))) WITH CHECK (exists (select 1 from deals p where p.id = deal_id and (case (select viewer_writes()) when 'all' then true when 'desk' then p.desk_id = any((select viewer_writes_desks())::bigint[]) or p.team_ids && (select viewer_people())::bigint[] when 'own' then p.team_ids && (select viewer_people())::bigint[] else false end)));--> statement-breakpoint
ALTER POLICY "lead_facts_insert" ON "lead_facts" TO sees_all,sees_desk WITH CHECK (exists (select 1 from leads p where p.id = lead_id and (case (select viewer_writes()) when 'all' then true when 'desk' then p.desk_id = any((select viewer_writes_desks())::bigint[]) or p.team_ids && (select viewer_people())::bigint[] when 'own' then p.team_ids && (select viewer_people())::bigint[] else false end)));--> statement-breakpoint
ALTER POLICY "lead_facts_update" ON "lead_facts" TO sees_all,sees_desk USING (exists (select 1 from leads p where p.id = lead_id and (case (select viewer_writes()) when 'all' then true when 'desk' then p.desk_id = any((select viewer_writes_desks())::bigint[]) or p.team_ids && (select viewer_people())::bigint[] when 'own' then p.team_ids && (select viewer_people())::bigint[] else false end))) WITH CHECK (exists (select 1 from leads p where p.id = lead_id and (case (select viewer_writes()) when 'all' then true when 'desk' then p.desk_id = any((select viewer_writes_desks())::bigint[]) or p.team_ids && (select viewer_people())::bigint[] when 'own' then p.team_ids && (select viewer_people())::bigint[] else false end)));--> statement-breakpoint
ALTER POLICY "leads_see_desk" ON "leads" TO sees_desk USING (desk_id = any((select viewer_desks())::bigint[]) or team_ids && (select viewer_people())::bigint[] or reader_ids @> array[(select viewer_id())]);--> statement-breakpoint
ALTER POLICY "leads_insert" ON "leads" TO sees_all,sees_desk WITH CHECK (case (select viewer_writes()) when 'all' then true when 'desk' then desk_id = any((select viewer_writes_desks())::bigint[]) or team_ids && (select viewer_people())::bigint[] when 'own' then team_ids && (select viewer_people())::bigint[] else false end);--> statement-breakpoint
ALTER POLICY "leads_update" ON "leads" TO sees_all,sees_desk USING (case (select viewer_writes()) when 'all' then true when 'desk' then desk_id = any((select viewer_writes_desks())::bigint[]) or team_ids && (select viewer_people())::bigint[] when 'own' then team_ids && (select viewer_people())::bigint[] else false end) WITH CHECK (case (select viewer_writes()) when 'all' then true when 'desk' then desk_id = any((select viewer_writes_desks())::bigint[]) or team_ids && (select viewer_people())::bigint[] when 'own' then team_ids && (select viewer_people())::bigint[] else false end);--> statement-breakpoint
ALTER POLICY "deal_tags_insert" ON "deal_tags" TO sees_all,sees_desk WITH CHECK (exists (select 1 from deals p where p.id = deal_id and (case (select viewer_writes()) when 'all' then true when 'desk' then p.desk_id = any((select viewer_writes_desks())::bigint[]) or p.team_ids && (select viewer_people())::bigint[] when 'own' then p.team_ids && (select viewer_people())::bigint[] else false end)));--> statement-breakpoint
ALTER POLICY "deal_tags_update" ON "deal_tags" TO sees_all,sees_desk USING (exists (select 1 from deals p where p.id = deal_id and (case (select viewer_writes()) when 'all' then true when 'desk' then p.desk_id = any((select viewer_writes_desks())::bigint[]) or p.team_ids && (select viewer_people())::bigint[] when 'own' then p.team_ids && (select viewer_people())::bigint[] else false end))) WITH CHECK (exists (select 1 from deals p where p.id = deal_id and (case (select viewer_writes()) when 'all' then true when 'desk' then p.desk_id = any((select viewer_writes_desks())::bigint[]) or p.team_ids && (select viewer_people())::bigint[] when 'own' then p.team_ids && (select viewer_people())::bigint[] else false end)));--> statement-breakpoint
ALTER POLICY "deal_tags_delete" ON "deal_tags" TO sees_all,sees_desk USING (exists (select 1 from deals p where p.id = deal_id and (case (select viewer_writes()) when 'all' then true when 'desk' then p.desk_id = any((select viewer_writes_desks())::bigint[]) or p.team_ids && (select viewer_people())::bigint[] when 'own' then p.team_ids && (select viewer_people())::bigint[] else false end)));--> statement-breakpoint
ALTER POLICY "lead_tags_insert" ON "lead_tags" TO sees_all,sees_desk WITH CHECK (exists (select 1 from leads p where p.id = lead_id and (case (select viewer_writes()) when 'all' then true when 'desk' then p.desk_id = any((select viewer_writes_desks())::bigint[]) or p.team_ids && (select viewer_people())::bigint[] when 'own' then p.team_ids && (select viewer_people())::bigint[] else false end)));--> statement-breakpoint
ALTER POLICY "lead_tags_update" ON "lead_tags" TO sees_all,sees_desk USING (exists (select 1 from leads p where p.id = lead_id and (case (select viewer_writes()) when 'all' then true when 'desk' then p.desk_id = any((select viewer_writes_desks())::bigint[]) or p.team_ids && (select viewer_people())::bigint[] when 'own' then p.team_ids && (select viewer_people())::bigint[] else false end))) WITH CHECK (exists (select 1 from leads p where p.id = lead_id and (case (select viewer_writes()) when 'all' then true when 'desk' then p.desk_id = any((select viewer_writes_desks())::bigint[]) or p.team_ids && (select viewer_people())::bigint[] when 'own' then p.team_ids && (select viewer_people())::bigint[] else false end)));--> statement-breakpoint
ALTER POLICY "lead_tags_delete" ON "lead_tags" TO sees_all,sees_desk USING (exists (select 1 from leads p where p.id = lead_id and (case (select viewer_writes()) when 'all' then true when 'desk' then p.desk_id = any((select viewer_writes_desks())::bigint[]) or p.team_ids && (select viewer_people())::bigint[] when 'own' then p.team_ids && (select viewer_people())::bigint[] else false end)));
--> statement-breakpoint
grant select, insert on hand_overs to sees_all, sees_desk;
--> statement-breakpoint
grant select, insert on covers to sees_all, sees_desk;
--> statement-breakpoint
grant update (ended_by, ended_at) on covers to sees_all, sees_desk;
--> statement-breakpoint
grant select (absent_id, colleague_id, from_on, until_on, ended_at) on covers to sign_in;
--> statement-breakpoint
alter table covers add constraint covers_one_at_a_time exclude using gist
  (absent_id with =, daterange(from_on, until_on, '[]') with &&) where (ended_at is null);
