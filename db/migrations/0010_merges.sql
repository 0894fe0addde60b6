CREATE TABLE "merge_links" (
	"merge_id" bigint NOT NULL,
	"point" text NOT NULL,
	"key" text[] NOT NULL,
	CONSTRAINT "merge_links_merge_id_point_key_pk" PRIMARY KEY("merge_id","point","key")
);
--> statement-breakpoint
ALTER TABLE "merge_links" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "merge_values" (
	"merge_id" bigint PRIMARY KEY NOT NULL,
	"before" jsonb NOT NULL,
	"after" jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "merge_values" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "merges" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "merges_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"noun" text NOT NULL,
	"kept_id" bigint NOT NULL,
	"merged_id" bigint NOT NULL,
	"moved" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"merged_at" timestamp with time zone DEFAULT now() NOT NULL,
	"merged_by" bigint NOT NULL,
	"undone_at" timestamp with time zone,
	"undone_by" bigint,
	"stayed" text[],
	"links_stayed" integer,
	CONSTRAINT "merges_noun_known" CHECK ("merges"."noun" in ('company', 'contact', 'lead', 'deal')),
	CONSTRAINT "merges_two_records" CHECK ("merges"."kept_id" <> "merges"."merged_id")
);
--> statement-breakpoint
ALTER TABLE "merges" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "companies" ADD COLUMN "merged_into" bigint;--> statement-breakpoint
ALTER TABLE "contacts" ADD COLUMN "merged_into" bigint;--> statement-breakpoint
ALTER TABLE "deals" ADD COLUMN "merged_into" bigint;--> statement-breakpoint
ALTER TABLE "leads" ADD COLUMN "merged_into" bigint;--> statement-breakpoint
ALTER TABLE "merge_links" ADD CONSTRAINT "merge_links_merge_id_merges_id_fk" FOREIGN KEY ("merge_id") REFERENCES "public"."merges"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "merge_values" ADD CONSTRAINT "merge_values_merge_id_merges_id_fk" FOREIGN KEY ("merge_id") REFERENCES "public"."merges"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "merges" ADD CONSTRAINT "merges_merged_by_users_id_fk" FOREIGN KEY ("merged_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "merges" ADD CONSTRAINT "merges_undone_by_users_id_fk" FOREIGN KEY ("undone_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "merges_kept" ON "merges" USING btree ("noun","kept_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "merges_standing" ON "merges" USING btree ("noun","merged_id") WHERE undone_at is null;--> statement-breakpoint
CREATE INDEX "merges_merged_by" ON "merges" USING btree ("merged_by");--> statement-breakpoint
CREATE INDEX "merges_undone_by" ON "merges" USING btree ("undone_by");--> statement-breakpoint
CREATE INDEX "companies_merged" ON "companies" USING btree ("merged_into") WHERE merged_into is not null;--> statement-breakpoint
CREATE INDEX "contacts_merged" ON "contacts" USING btree ("merged_into") WHERE merged_into is not null;--> statement-breakpoint
CREATE INDEX "deals_merged" ON "deals" USING btree ("merged_into") WHERE merged_into is not null;--> statement-breakpoint
CREATE INDEX "leads_merged" ON "leads" USING btree ("merged_into") WHERE merged_into is not null;--> statement-breakpoint
ALTER TABLE "companies" ADD CONSTRAINT "companies_merged_is_deleted" CHECK ("companies"."merged_into" is null or "companies"."deleted_at" is not null);--> statement-breakpoint
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_merged_is_deleted" CHECK ("contacts"."merged_into" is null or "contacts"."deleted_at" is not null);--> statement-breakpoint
ALTER TABLE "deals" ADD CONSTRAINT "deals_merged_is_deleted" CHECK ("deals"."merged_into" is null or "deals"."deleted_at" is not null);--> statement-breakpoint
ALTER TABLE "leads" ADD CONSTRAINT "leads_merged_is_deleted" CHECK ("leads"."merged_into" is null or "leads"."deleted_at" is not null);--> statement-breakpoint
CREATE POLICY "merge_values_see" ON "merge_values" AS PERMISSIVE FOR SELECT TO "sees_all", "sees_desk" USING ((select viewer_writes()) <> 'none' and exists (select 1 from merges m where m.id = merge_id and (select viewer_verb()) in (m.noun || '.merge', m.noun || '.undo_merge')));--> statement-breakpoint
CREATE POLICY "merge_values_insert" ON "merge_values" AS PERMISSIVE FOR INSERT TO "sees_all", "sees_desk" WITH CHECK ((select viewer_writes()) <> 'none' and exists (select 1 from merges m where m.id = merge_id and (select viewer_verb()) in (m.noun || '.merge', m.noun || '.undo_merge')));--> statement-breakpoint
CREATE POLICY "merges_see_all" ON "merges" AS PERMISSIVE FOR SELECT TO "sees_all" USING (true);--> statement-breakpoint
CREATE POLICY "merges_see_desk" ON "merges" AS PERMISSIVE FOR SELECT TO "sees_desk" USING (case noun
    when 'lead' then exists (select 1 from leads r where r.id = kept_id)
    when 'deal' then exists (select 1 from deals r where r.id = kept_id)
    else true end);--> statement-breakpoint
CREATE POLICY "merges_insert" ON "merges" AS PERMISSIVE FOR INSERT TO "sees_all", "sees_desk" WITH CHECK ((select viewer_writes()) <> 'none' and (select viewer_verb()) = noun || '.merge' and merged_by = (select viewer_id()));--> statement-breakpoint
CREATE POLICY "merges_update" ON "merges" AS PERMISSIVE FOR UPDATE TO "sees_all", "sees_desk" USING ((select viewer_writes()) <> 'none' and (select viewer_verb()) = noun || '.undo_merge');