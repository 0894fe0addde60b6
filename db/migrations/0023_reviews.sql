CREATE TABLE "review_figures" (
	"review_id" bigint NOT NULL,
	"desk_id" bigint NOT NULL,
	"key" text NOT NULL,
	"count" bigint NOT NULL,
	"cny" numeric(30, 0) DEFAULT '0' NOT NULL,
	"not_stated" bigint DEFAULT 0 NOT NULL,
	"without_rate" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "review_figures_review_id_desk_id_key_pk" PRIMARY KEY("review_id","desk_id","key")
);
--> statement-breakpoint
ALTER TABLE "review_figures" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "review_items" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "review_items_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"review_id" bigint NOT NULL,
	"position" integer NOT NULL,
	"lead_id" bigint,
	"deal_id" bigint,
	"reasons" text[] NOT NULL,
	"decision" text,
	"owner_id" bigint,
	"due_on" date,
	"outcome" text,
	"task_id" bigint,
	"snapshot" jsonb,
	"removed_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" bigint NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" bigint NOT NULL,
	CONSTRAINT "review_items_outcome_known" CHECK ("review_items"."outcome" in ('decided', 'noted', 'deferred')),
	CONSTRAINT "review_items_one_record" CHECK (num_nonnulls("review_items"."lead_id", "review_items"."deal_id") = 1)
);
--> statement-breakpoint
ALTER TABLE "review_items" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "reviews" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "reviews_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"number" text NOT NULL,
	"desk_id" bigint,
	"held_on" date NOT NULL,
	"since" date NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"present" text,
	"note" text,
	"closed_at" timestamp with time zone,
	"closed_by" bigint,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" bigint NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" bigint NOT NULL,
	CONSTRAINT "reviews_number_unique" UNIQUE("number"),
	CONSTRAINT "reviews_state_known" CHECK ("reviews"."state" in ('open', 'closed')),
	CONSTRAINT "reviews_look_back" CHECK ("reviews"."since" <= "reviews"."held_on"),
	CONSTRAINT "reviews_closed_whole" CHECK (("reviews"."state" = 'open') or "reviews"."closed_at" is not null)
);
--> statement-breakpoint
ALTER TABLE "reviews" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "day_counter_deltas" ADD COLUMN "cny" numeric(30, 0) DEFAULT '0' NOT NULL;--> statement-breakpoint
ALTER TABLE "day_counter_deltas" ADD COLUMN "not_stated" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "day_counter_deltas" ADD COLUMN "without_rate" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "day_counters" ADD COLUMN "cny" numeric(30, 0) DEFAULT '0' NOT NULL;--> statement-breakpoint
ALTER TABLE "day_counters" ADD COLUMN "not_stated" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "day_counters" ADD COLUMN "without_rate" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "deals" ADD COLUMN "approval_expected_on" date;--> statement-breakpoint
ALTER TABLE "deals" ADD COLUMN "approval_put_off" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "deals" ADD COLUMN "next_step_put_off" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "review_figures" ADD CONSTRAINT "review_figures_review_id_reviews_id_fk" FOREIGN KEY ("review_id") REFERENCES "public"."reviews"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_figures" ADD CONSTRAINT "review_figures_desk_id_desks_id_fk" FOREIGN KEY ("desk_id") REFERENCES "public"."desks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_items" ADD CONSTRAINT "review_items_review_id_reviews_id_fk" FOREIGN KEY ("review_id") REFERENCES "public"."reviews"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_items" ADD CONSTRAINT "review_items_lead_id_leads_id_fk" FOREIGN KEY ("lead_id") REFERENCES "public"."leads"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_items" ADD CONSTRAINT "review_items_deal_id_deals_id_fk" FOREIGN KEY ("deal_id") REFERENCES "public"."deals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_items" ADD CONSTRAINT "review_items_owner_id_users_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_items" ADD CONSTRAINT "review_items_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."tasks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_items" ADD CONSTRAINT "review_items_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_desk_id_desks_id_fk" FOREIGN KEY ("desk_id") REFERENCES "public"."desks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_closed_by_users_id_fk" FOREIGN KEY ("closed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "review_figures_desk" ON "review_figures" USING btree ("desk_id");--> statement-breakpoint
CREATE INDEX "review_items_agenda" ON "review_items" USING btree ("review_id","position","id");--> statement-breakpoint
CREATE UNIQUE INDEX "review_items_lead" ON "review_items" USING btree ("lead_id","review_id");--> statement-breakpoint
CREATE UNIQUE INDEX "review_items_deal" ON "review_items" USING btree ("deal_id","review_id");--> statement-breakpoint
CREATE INDEX "review_items_owner" ON "review_items" USING btree ("owner_id");--> statement-breakpoint
CREATE UNIQUE INDEX "review_items_task" ON "review_items" USING btree ("task_id");--> statement-breakpoint
CREATE INDEX "review_items_created_by" ON "review_items" USING btree ("created_by");--> statement-breakpoint
CREATE UNIQUE INDEX "reviews_one_open" ON "reviews" USING btree (coalesce(desk_id, 0)) WHERE state = 'open';--> statement-breakpoint
CREATE INDEX "reviews_by_held" ON "reviews" USING btree ("held_on","id");--> statement-breakpoint
CREATE INDEX "reviews_desk" ON "reviews" USING btree ("desk_id","held_on","id");--> statement-breakpoint
CREATE INDEX "reviews_closed_by" ON "reviews" USING btree ("closed_by");--> statement-breakpoint
CREATE INDEX "reviews_created_by" ON "reviews" USING btree ("created_by");--> statement-breakpoint
CREATE INDEX "deals_expected" ON "deals" USING btree ("approval_expected_on","id") WHERE approval_expected_on is not null and deleted_at is null;--> statement-breakpoint
CREATE POLICY "review_figures_see_all" ON "review_figures" AS PERMISSIVE FOR SELECT TO "sees_all" USING (exists (select 1 from reviews p where p.id = review_id and (true)));--> statement-breakpoint
CREATE POLICY "review_figures_see_desk" ON "review_figures" AS PERMISSIVE FOR SELECT TO "sees_desk" USING ((exists (select 1 from reviews p where p.id = review_id and (true))) and (desk_id = any((select viewer_desks())::bigint[])));--> statement-breakpoint
CREATE POLICY "review_figures_insert" ON "review_figures" AS PERMISSIVE FOR INSERT TO "sees_all", "sees_desk" WITH CHECK (exists (select 1 from reviews p where p.id = review_id and (p.state = 'open' and (select viewer_verb()) like 'review.%' and case (select viewer_writes()) when 'all' then true when 'desk' then p.desk_id = any((select viewer_writes_desks())::bigint[]) else false end)));--> statement-breakpoint
CREATE POLICY "review_figures_update" ON "review_figures" AS PERMISSIVE FOR UPDATE TO "sees_all", "sees_desk" USING (exists (select 1 from reviews p where p.id = review_id and (p.state = 'open' and (select viewer_verb()) like 'review.%' and case (select viewer_writes()) when 'all' then true when 'desk' then p.desk_id = any((select viewer_writes_desks())::bigint[]) else false end))) WITH CHECK (exists (select 1 from reviews p where p.id = review_id and (p.state = 'open' and (select viewer_verb()) like 'review.%' and case (select viewer_writes()) when 'all' then true when 'desk' then p.desk_id = any((select viewer_writes_desks())::bigint[]) else false end)));--> statement-breakpoint
CREATE POLICY "review_items_see_all" ON "review_items" AS PERMISSIVE FOR SELECT TO "sees_all" USING (exists (select 1 from reviews p where p.id = review_id and (true)));--> statement-breakpoint
CREATE POLICY "review_items_see_desk" ON "review_items" AS PERMISSIVE FOR SELECT TO "sees_desk" USING ((exists (select 1 from reviews p where p.id = review_id and (true))) and ((deal_id is null or exists (select 1 from deals d where d.id = deal_id)) and (lead_id is null or exists (select 1 from leads l where l.id = lead_id))));--> statement-breakpoint
CREATE POLICY "review_items_insert" ON "review_items" AS PERMISSIVE FOR INSERT TO "sees_all", "sees_desk" WITH CHECK (exists (select 1 from reviews p where p.id = review_id and (p.state = 'open' and (select viewer_verb()) like 'review.%' and case (select viewer_writes()) when 'all' then true when 'desk' then p.desk_id = any((select viewer_writes_desks())::bigint[]) else false end)));--> statement-breakpoint
CREATE POLICY "review_items_update" ON "review_items" AS PERMISSIVE FOR UPDATE TO "sees_all", "sees_desk" USING (exists (select 1 from reviews p where p.id = review_id and (p.state = 'open' and (select viewer_verb()) like 'review.%' and case (select viewer_writes()) when 'all' then true when 'desk' then p.desk_id = any((select viewer_writes_desks())::bigint[]) else false end))) WITH CHECK (exists (select 1 from reviews p where p.id = review_id and (p.state = 'open' and (select viewer_verb()) like 'review.%' and case (select viewer_writes()) when 'all' then true when 'desk' then p.desk_id = any((select viewer_writes_desks())::bigint[]) else false end)));--> statement-breakpoint
CREATE POLICY "reviews_see_all" ON "reviews" AS PERMISSIVE FOR SELECT TO "sees_all" USING (case (select viewer_role()) when 'director' then true when 'viewer' then state = 'closed' else false end);--> statement-breakpoint
CREATE POLICY "reviews_see_desk" ON "reviews" AS PERMISSIVE FOR SELECT TO "sees_desk" USING (desk_id = any((select viewer_desks())::bigint[]) or (desk_id is null and (select viewer_role()) = 'manager'));--> statement-breakpoint
CREATE POLICY "reviews_insert" ON "reviews" AS PERMISSIVE FOR INSERT TO "sees_all", "sees_desk" WITH CHECK ((select viewer_verb()) like 'review.%' and case (select viewer_writes()) when 'all' then true when 'desk' then desk_id = any((select viewer_writes_desks())::bigint[]) else false end);--> statement-breakpoint
CREATE POLICY "reviews_update" ON "reviews" AS PERMISSIVE FOR UPDATE TO "sees_all", "sees_desk" USING (((select viewer_verb()) like 'review.%' and case (select viewer_writes()) when 'all' then true when 'desk' then desk_id = any((select viewer_writes_desks())::bigint[]) else false end) and (state = 'open' or (select viewer_verb()) = 'review.reopen')) WITH CHECK ((select viewer_verb()) like 'review.%' and case (select viewer_writes()) when 'all' then true when 'desk' then desk_id = any((select viewer_writes_desks())::bigint[]) else false end);--> statement-breakpoint
ALTER POLICY "log_entries_see_all" ON "log_entries" TO sees_all USING (case noun
    when 'lead' then exists (select 1 from leads r where r.id = record_id)
    when 'deal' then exists (select 1 from deals r where r.id = record_id)
    when 'contact_detail' then exists (select 1 from contact_details r where r.contact_id = record_id)
    when 'company' then record_id is not null
    when 'contact' then record_id is not null
    when 'event' then record_id is not null
    when 'task' then exists (select 1 from tasks r where r.id = record_id)
    when 'review' then exists (select 1 from reviews r where r.id = record_id)
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
    when 'review' then exists (select 1 from reviews r where r.id = record_id)
    else false end
    or (select viewer_role()) = 'admin' or actor_id = (select viewer_id()));--> statement-breakpoint
grant select, insert, update on reviews, review_items to sees_all, sees_desk;
--> statement-breakpoint
grant select, insert on review_figures to sees_all, sees_desk;
