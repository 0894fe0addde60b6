CREATE TABLE "capital_facts" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "capital_facts_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"deal_id" bigint NOT NULL,
	"part_id" bigint NOT NULL,
	"plan_id" bigint,
	"kind" text NOT NULL,
	"origin" text NOT NULL,
	"form" text NOT NULL,
	"party" text,
	"from_on" date,
	"by_on" date,
	"minor" bigint,
	"currency" text NOT NULL,
	"rate" numeric(18, 8),
	"cny" bigint,
	"effective_on" date NOT NULL,
	"effective_until" date,
	"recorded_at" timestamp with time zone NOT NULL,
	"recorded_by" bigint NOT NULL,
	CONSTRAINT "capital_facts_kind_known" CHECK ("capital_facts"."kind" in ('registered', 'partner_loan', 'bank_loan', 'other_loan')),
	CONSTRAINT "capital_facts_origin_known" CHECK ("capital_facts"."origin" in ('abroad', 'hk_mo_tw', 'elsewhere', 'this_province', 'this_city')),
	CONSTRAINT "capital_facts_form_known" CHECK ("capital_facts"."form" in ('cash', 'shares', 'equipment', 'intellectual_property', 'land', 'other')),
	CONSTRAINT "capital_facts_plan_has_day" CHECK (("capital_facts"."plan_id" is null) = ("capital_facts"."by_on" is null))
);
--> statement-breakpoint
ALTER TABLE "capital_facts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "search_issue" (
	"record_id" bigint PRIMARY KEY NOT NULL,
	"text" text NOT NULL,
	"desk_id" bigint,
	"team_ids" bigint[] DEFAULT '{}'::bigint[] NOT NULL,
	"reader_ids" bigint[] DEFAULT '{}'::bigint[] NOT NULL
);
--> statement-breakpoint
ALTER TABLE "search_issue" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "capital_parts" ADD COLUMN "effective_on" date;--> statement-breakpoint
ALTER TABLE "planned_arrivals" ADD COLUMN "effective_on" date;--> statement-breakpoint
-- What stood before had no day of its own: it is so since it was entered.
update capital_parts set effective_on = (created_at at time zone coalesce((select timezone from zones), 'Asia/Shanghai'))::date;--> statement-breakpoint
update planned_arrivals set effective_on = (updated_at at time zone coalesce((select timezone from zones), 'Asia/Shanghai'))::date;--> statement-breakpoint
ALTER TABLE "capital_parts" ALTER COLUMN "effective_on" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "planned_arrivals" ALTER COLUMN "effective_on" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "issues" ADD COLUMN "search_text" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "reviews" ADD COLUMN "counted_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "capital_facts" ADD CONSTRAINT "capital_facts_deal_id_deals_id_fk" FOREIGN KEY ("deal_id") REFERENCES "public"."deals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "capital_facts" ADD CONSTRAINT "capital_facts_part_id_capital_parts_id_fk" FOREIGN KEY ("part_id") REFERENCES "public"."capital_parts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "capital_facts" ADD CONSTRAINT "capital_facts_plan_id_planned_arrivals_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."planned_arrivals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "search_issue" ADD CONSTRAINT "search_issue_record_id_issues_id_fk" FOREIGN KEY ("record_id") REFERENCES "public"."issues"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "capital_facts_deal" ON "capital_facts" USING btree ("deal_id");--> statement-breakpoint
CREATE INDEX "capital_facts_part" ON "capital_facts" USING btree ("part_id","effective_on");--> statement-breakpoint
CREATE INDEX "capital_facts_plan" ON "capital_facts" USING btree ("plan_id","effective_on") WHERE plan_id is not null;--> statement-breakpoint
CREATE INDEX "search_issue_grams" ON "search_issue" USING gin (grams("text")) WITH (gin_pending_list_limit=256);--> statement-breakpoint
CREATE POLICY "capital_facts_see_all" ON "capital_facts" AS PERMISSIVE FOR SELECT TO "sees_all" USING (true);--> statement-breakpoint
CREATE POLICY "capital_facts_see_desk" ON "capital_facts" AS PERMISSIVE FOR SELECT TO "sees_desk" USING (exists (select 1 from deals p where p.id = deal_id and (true)));--> statement-breakpoint
CREATE POLICY "capital_facts_insert" ON "capital_facts" AS PERMISSIVE FOR INSERT TO "sees_all", "sees_desk" WITH CHECK (exists (select 1 from deals p where p.id = deal_id and (case (select viewer_writes()) when 'all' then true when 'desk' then p.desk_id = any((select viewer_writes_desks())::bigint[]) or p.team_ids && (select viewer_people())::bigint[] when 'own' then p.team_ids && (select viewer_people())::bigint[] else false end)));--> statement-breakpoint
CREATE POLICY "capital_facts_update" ON "capital_facts" AS PERMISSIVE FOR UPDATE TO "sees_all", "sees_desk" USING (exists (select 1 from deals p where p.id = deal_id and (case (select viewer_writes()) when 'all' then true when 'desk' then p.desk_id = any((select viewer_writes_desks())::bigint[]) or p.team_ids && (select viewer_people())::bigint[] when 'own' then p.team_ids && (select viewer_people())::bigint[] else false end))) WITH CHECK (exists (select 1 from deals p where p.id = deal_id and (case (select viewer_writes()) when 'all' then true when 'desk' then p.desk_id = any((select viewer_writes_desks())::bigint[]) or p.team_ids && (select viewer_people())::bigint[] when 'own' then p.team_ids && (select viewer_people())::bigint[] else false end)));--> statement-breakpoint
grant select on capital_facts to sees_all, sees_desk;
--> statement-breakpoint
alter table capital_facts add constraint capital_facts_one_at_a_time exclude using gist
  (part_id with =, coalesce(plan_id, 0) with =, daterange(effective_on, effective_until) with &&);
--> statement-breakpoint
insert into capital_facts (deal_id, part_id, kind, origin, form, party, minor, currency, rate, cny, effective_on, recorded_at, recorded_by)
  select deal_id, id, kind, origin, form, party, minor, currency, rate, cny, effective_on, created_at, created_by
  from capital_parts where deleted_at is null;
--> statement-breakpoint
insert into capital_facts (deal_id, part_id, plan_id, kind, origin, form, from_on, by_on, minor, currency, rate, cny, effective_on,
    recorded_at, recorded_by)
  select deal_id, part_id, id, kind, origin, form, from_on, by_on, minor, currency, rate, cny, effective_on, updated_at, updated_by
  from planned_arrivals where deleted_at is null;
--> statement-breakpoint
-- A review that was closed counted up to that moment.
update reviews set counted_until = date_trunc('milliseconds', closed_at) where closed_at is not null;
