CREATE TABLE "company_tags" (
	"company_id" bigint NOT NULL,
	"tag_id" bigint NOT NULL,
	CONSTRAINT "company_tags_company_id_tag_id_pk" PRIMARY KEY("company_id","tag_id")
);
--> statement-breakpoint
ALTER TABLE "company_tags" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "deal_tags" (
	"deal_id" bigint NOT NULL,
	"tag_id" bigint NOT NULL,
	CONSTRAINT "deal_tags_deal_id_tag_id_pk" PRIMARY KEY("deal_id","tag_id")
);
--> statement-breakpoint
ALTER TABLE "deal_tags" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "lead_tags" (
	"lead_id" bigint NOT NULL,
	"tag_id" bigint NOT NULL,
	CONSTRAINT "lead_tags_lead_id_tag_id_pk" PRIMARY KEY("lead_id","tag_id")
);
--> statement-breakpoint
ALTER TABLE "lead_tags" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "tags" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "tags_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"name" text NOT NULL,
	"key" text NOT NULL,
	"colour" integer DEFAULT 0 NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" bigint,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "tags" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "views" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "views_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"list" text NOT NULL,
	"name" text NOT NULL,
	"search" text NOT NULL,
	"scope" text NOT NULL,
	"desk_id" bigint,
	"user_id" bigint NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "views_list_known" CHECK ("views"."list" in ('leads', 'deals', 'companies')),
	CONSTRAINT "views_scope_known" CHECK ("views"."scope" in ('mine', 'desk', 'bureau')),
	CONSTRAINT "views_desk_of_desk" CHECK (("views"."scope" = 'desk') = ("views"."desk_id" is not null))
);
--> statement-breakpoint
ALTER TABLE "views" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "company_tags" ADD CONSTRAINT "company_tags_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "company_tags" ADD CONSTRAINT "company_tags_tag_id_tags_id_fk" FOREIGN KEY ("tag_id") REFERENCES "public"."tags"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deal_tags" ADD CONSTRAINT "deal_tags_deal_id_deals_id_fk" FOREIGN KEY ("deal_id") REFERENCES "public"."deals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deal_tags" ADD CONSTRAINT "deal_tags_tag_id_tags_id_fk" FOREIGN KEY ("tag_id") REFERENCES "public"."tags"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lead_tags" ADD CONSTRAINT "lead_tags_lead_id_leads_id_fk" FOREIGN KEY ("lead_id") REFERENCES "public"."leads"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lead_tags" ADD CONSTRAINT "lead_tags_tag_id_tags_id_fk" FOREIGN KEY ("tag_id") REFERENCES "public"."tags"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tags" ADD CONSTRAINT "tags_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "views" ADD CONSTRAINT "views_desk_id_desks_id_fk" FOREIGN KEY ("desk_id") REFERENCES "public"."desks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "views" ADD CONSTRAINT "views_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "company_tags_tag" ON "company_tags" USING btree ("tag_id","company_id");--> statement-breakpoint
CREATE INDEX "deal_tags_tag" ON "deal_tags" USING btree ("tag_id","deal_id");--> statement-breakpoint
CREATE INDEX "lead_tags_tag" ON "lead_tags" USING btree ("tag_id","lead_id");--> statement-breakpoint
CREATE UNIQUE INDEX "tags_key" ON "tags" USING btree ("key");--> statement-breakpoint
CREATE INDEX "tags_created_by" ON "tags" USING btree ("created_by");--> statement-breakpoint
CREATE INDEX "views_user" ON "views" USING btree ("user_id","list");--> statement-breakpoint
CREATE INDEX "views_desk" ON "views" USING btree ("desk_id","list");--> statement-breakpoint
CREATE INDEX "views_list" ON "views" USING btree ("list","id");--> statement-breakpoint
CREATE POLICY "company_tags_see_all" ON "company_tags" AS PERMISSIVE FOR SELECT TO "sees_all" USING (true);--> statement-breakpoint
CREATE POLICY "company_tags_see_desk" ON "company_tags" AS PERMISSIVE FOR SELECT TO "sees_desk" USING (true);--> statement-breakpoint
CREATE POLICY "company_tags_insert" ON "company_tags" AS PERMISSIVE FOR INSERT TO "sees_all", "sees_desk" WITH CHECK ((select viewer_writes()) in ('all', 'desk'));--> statement-breakpoint
CREATE POLICY "company_tags_update" ON "company_tags" AS PERMISSIVE FOR UPDATE TO "sees_all", "sees_desk" USING ((select viewer_writes()) in ('all', 'desk')) WITH CHECK ((select viewer_writes()) in ('all', 'desk'));--> statement-breakpoint
CREATE POLICY "company_tags_delete" ON "company_tags" AS PERMISSIVE FOR DELETE TO "sees_all", "sees_desk" USING ((select viewer_writes()) in ('all', 'desk'));--> statement-breakpoint
CREATE POLICY "deal_tags_see_all" ON "deal_tags" AS PERMISSIVE FOR SELECT TO "sees_all" USING (true);--> statement-breakpoint
CREATE POLICY "deal_tags_see_desk" ON "deal_tags" AS PERMISSIVE FOR SELECT TO "sees_desk" USING (exists (select 1 from deals p where p.id = deal_id and (true)));--> statement-breakpoint
CREATE POLICY "deal_tags_insert" ON "deal_tags" AS PERMISSIVE FOR INSERT TO "sees_all", "sees_desk" WITH CHECK (exists (select 1 from deals p where p.id = deal_id and (case (select viewer_writes()) when 'all' then true when 'desk' then p.desk_id = any((select viewer_writes_desks())::bigint[]) or p.team_ids @> array[(select viewer_id())] when 'own' then p.team_ids @> array[(select viewer_id())] else false end)));--> statement-breakpoint
CREATE POLICY "deal_tags_update" ON "deal_tags" AS PERMISSIVE FOR UPDATE TO "sees_all", "sees_desk" USING (exists (select 1 from deals p where p.id = deal_id and (case (select viewer_writes()) when 'all' then true when 'desk' then p.desk_id = any((select viewer_writes_desks())::bigint[]) or p.team_ids @> array[(select viewer_id())] when 'own' then p.team_ids @> array[(select viewer_id())] else false end))) WITH CHECK (exists (select 1 from deals p where p.id = deal_id and (case (select viewer_writes()) when 'all' then true when 'desk' then p.desk_id = any((select viewer_writes_desks())::bigint[]) or p.team_ids @> array[(select viewer_id())] when 'own' then p.team_ids @> array[(select viewer_id())] else false end)));--> statement-breakpoint
CREATE POLICY "deal_tags_delete" ON "deal_tags" AS PERMISSIVE FOR DELETE TO "sees_all", "sees_desk" USING (exists (select 1 from deals p where p.id = deal_id and (case (select viewer_writes()) when 'all' then true when 'desk' then p.desk_id = any((select viewer_writes_desks())::bigint[]) or p.team_ids @> array[(select viewer_id())] when 'own' then p.team_ids @> array[(select viewer_id())] else false end)));--> statement-breakpoint
CREATE POLICY "lead_tags_see_all" ON "lead_tags" AS PERMISSIVE FOR SELECT TO "sees_all" USING (true);--> statement-breakpoint
CREATE POLICY "lead_tags_see_desk" ON "lead_tags" AS PERMISSIVE FOR SELECT TO "sees_desk" USING (exists (select 1 from leads p where p.id = lead_id and (true)));--> statement-breakpoint
CREATE POLICY "lead_tags_insert" ON "lead_tags" AS PERMISSIVE FOR INSERT TO "sees_all", "sees_desk" WITH CHECK (exists (select 1 from leads p where p.id = lead_id and (case (select viewer_writes()) when 'all' then true when 'desk' then p.desk_id = any((select viewer_writes_desks())::bigint[]) or p.team_ids @> array[(select viewer_id())] when 'own' then p.team_ids @> array[(select viewer_id())] else false end)));--> statement-breakpoint
CREATE POLICY "lead_tags_update" ON "lead_tags" AS PERMISSIVE FOR UPDATE TO "sees_all", "sees_desk" USING (exists (select 1 from leads p where p.id = lead_id and (case (select viewer_writes()) when 'all' then true when 'desk' then p.desk_id = any((select viewer_writes_desks())::bigint[]) or p.team_ids @> array[(select viewer_id())] when 'own' then p.team_ids @> array[(select viewer_id())] else false end))) WITH CHECK (exists (select 1 from leads p where p.id = lead_id and (case (select viewer_writes()) when 'all' then true when 'desk' then p.desk_id = any((select viewer_writes_desks())::bigint[]) or p.team_ids @> array[(select viewer_id())] when 'own' then p.team_ids @> array[(select viewer_id())] else false end)));--> statement-breakpoint
CREATE POLICY "lead_tags_delete" ON "lead_tags" AS PERMISSIVE FOR DELETE TO "sees_all", "sees_desk" USING (exists (select 1 from leads p where p.id = lead_id and (case (select viewer_writes()) when 'all' then true when 'desk' then p.desk_id = any((select viewer_writes_desks())::bigint[]) or p.team_ids @> array[(select viewer_id())] when 'own' then p.team_ids @> array[(select viewer_id())] else false end)));--> statement-breakpoint
CREATE POLICY "tags_see_all" ON "tags" AS PERMISSIVE FOR SELECT TO "sees_all" USING (true);--> statement-breakpoint
CREATE POLICY "tags_see_desk" ON "tags" AS PERMISSIVE FOR SELECT TO "sees_desk" USING (true);--> statement-breakpoint
CREATE POLICY "tags_insert" ON "tags" AS PERMISSIVE FOR INSERT TO "sees_all", "sees_desk" WITH CHECK ((select viewer_writes()) = 'all' and (select viewer_verb()) like 'tag.%');--> statement-breakpoint
CREATE POLICY "tags_update" ON "tags" AS PERMISSIVE FOR UPDATE TO "sees_all", "sees_desk" USING ((select viewer_writes()) = 'all' and (select viewer_verb()) like 'tag.%') WITH CHECK ((select viewer_writes()) = 'all' and (select viewer_verb()) like 'tag.%');--> statement-breakpoint
CREATE POLICY "tags_delete" ON "tags" AS PERMISSIVE FOR DELETE TO "sees_all", "sees_desk" USING ((select viewer_writes()) = 'all' and (select viewer_verb()) like 'tag.%');--> statement-breakpoint
CREATE POLICY "views_see_all" ON "views" AS PERMISSIVE FOR SELECT TO "sees_all" USING (scope <> 'mine' or user_id = (select viewer_id()));--> statement-breakpoint
CREATE POLICY "views_see_desk" ON "views" AS PERMISSIVE FOR SELECT TO "sees_desk" USING (scope = 'bureau' or (scope = 'mine' and user_id = (select viewer_id())) or desk_id = any((select viewer_desks())::bigint[]));--> statement-breakpoint
CREATE POLICY "views_insert" ON "views" AS PERMISSIVE FOR INSERT TO "sees_all", "sees_desk" WITH CHECK ((select viewer_verb()) like 'view.%' and case (select viewer_writes()) when 'all' then scope <> 'mine' or user_id = (select viewer_id()) when 'desk' then (scope = 'mine' and user_id = (select viewer_id())) or (scope = 'desk' and desk_id = any((select viewer_writes_desks())::bigint[])) when 'own' then scope = 'mine' and user_id = (select viewer_id()) else false end);--> statement-breakpoint
CREATE POLICY "views_update" ON "views" AS PERMISSIVE FOR UPDATE TO "sees_all", "sees_desk" USING ((select viewer_verb()) like 'view.%' and case (select viewer_writes()) when 'all' then scope <> 'mine' or user_id = (select viewer_id()) when 'desk' then (scope = 'mine' and user_id = (select viewer_id())) or (scope = 'desk' and desk_id = any((select viewer_writes_desks())::bigint[])) when 'own' then scope = 'mine' and user_id = (select viewer_id()) else false end) WITH CHECK ((select viewer_verb()) like 'view.%' and case (select viewer_writes()) when 'all' then scope <> 'mine' or user_id = (select viewer_id()) when 'desk' then (scope = 'mine' and user_id = (select viewer_id())) or (scope = 'desk' and desk_id = any((select viewer_writes_desks())::bigint[])) when 'own' then scope = 'mine' and user_id = (select viewer_id()) else false end);--> statement-breakpoint
CREATE POLICY "views_delete" ON "views" AS PERMISSIVE FOR DELETE TO "sees_all", "sees_desk" USING ((select viewer_verb()) like 'view.%' and case (select viewer_writes()) when 'all' then scope <> 'mine' or user_id = (select viewer_id()) when 'desk' then (scope = 'mine' and user_id = (select viewer_id())) or (scope = 'desk' and desk_id = any((select viewer_writes_desks())::bigint[])) when 'own' then scope = 'mine' and user_id = (select viewer_id()) else false end);--> statement-breakpoint
grant select, insert, delete on lead_tags, deal_tags, company_tags to sees_all, sees_desk;--> statement-breakpoint
grant select on tags to sees_desk;--> statement-breakpoint
grant select, insert, update, delete on tags to sees_all;--> statement-breakpoint
grant select, insert, update, delete on views to sees_all, sees_desk;
