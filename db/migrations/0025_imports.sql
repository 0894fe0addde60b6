CREATE TABLE "import_files" (
	"import_id" bigint PRIMARY KEY NOT NULL,
	"bytes" "bytea" NOT NULL,
	"saved_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "import_files" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "import_mappings" (
	"user_id" bigint NOT NULL,
	"noun" text NOT NULL,
	"shape" text NOT NULL,
	"mapping" jsonb NOT NULL,
	"used_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "import_mappings_user_id_noun_shape_pk" PRIMARY KEY("user_id","noun","shape"),
	CONSTRAINT "import_mappings_noun_known" CHECK ("import_mappings"."noun" in ('company', 'contact', 'lead', 'deal'))
);
--> statement-breakpoint
ALTER TABLE "import_mappings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "import_records" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "import_records_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"import_id" bigint NOT NULL,
	"at" integer NOT NULL,
	"noun" text NOT NULL,
	"record_id" bigint NOT NULL,
	"version" integer NOT NULL,
	"created" boolean NOT NULL,
	"before" jsonb,
	"saved_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "import_records_noun_known" CHECK ("import_records"."noun" in ('company', 'contact', 'lead', 'deal'))
);
--> statement-breakpoint
ALTER TABLE "import_records" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "import_rows" (
	"import_id" bigint NOT NULL,
	"at" integer NOT NULL,
	"said" jsonb NOT NULL,
	"cells" jsonb NOT NULL,
	"unread" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"plan" text DEFAULT 'create' NOT NULL,
	"errors" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"changes" jsonb,
	"untouched" jsonb,
	"number" text,
	"matches" jsonb,
	"same" text,
	"different" text,
	"saved_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "import_rows_import_id_at_pk" PRIMARY KEY("import_id","at"),
	CONSTRAINT "import_rows_plan_known" CHECK ("import_rows"."plan" in ('create', 'update', 'same', 'skip', 'ask', 'bad'))
);
--> statement-breakpoint
ALTER TABLE "import_rows" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "imports" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "imports_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"noun" text NOT NULL,
	"user_id" bigint NOT NULL,
	"file_name" text NOT NULL,
	"digest" text NOT NULL,
	"state" text DEFAULT 'uploaded' NOT NULL,
	"sheets" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"sheet" text,
	"columns" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"skipped" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"mode" text DEFAULT 'both' NOT NULL,
	"counts" jsonb,
	"failure" text,
	"job" bigint,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"checked_at" timestamp with time zone,
	"applied_at" timestamp with time zone,
	"good_only" boolean DEFAULT false NOT NULL,
	"undone_at" timestamp with time zone,
	"undone_by" bigint,
	"kept" jsonb,
	CONSTRAINT "imports_noun_known" CHECK ("imports"."noun" in ('company', 'contact', 'lead', 'deal')),
	CONSTRAINT "imports_state_known" CHECK ("imports"."state" in ('uploaded', 'checking', 'checked', 'applying', 'applied', 'undone', 'discarded')),
	CONSTRAINT "imports_mode_known" CHECK ("imports"."mode" in ('both', 'create', 'update'))
);
--> statement-breakpoint
ALTER TABLE "imports" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "import_files" ADD CONSTRAINT "import_files_import_id_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."imports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_mappings" ADD CONSTRAINT "import_mappings_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_records" ADD CONSTRAINT "import_records_import_id_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."imports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_rows" ADD CONSTRAINT "import_rows_import_id_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."imports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_undone_by_users_id_fk" FOREIGN KEY ("undone_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "import_mappings_shape" ON "import_mappings" USING btree ("noun","shape","used_at");--> statement-breakpoint
CREATE INDEX "import_records_import" ON "import_records" USING btree ("import_id","id");--> statement-breakpoint
CREATE INDEX "import_rows_plan" ON "import_rows" USING btree ("import_id","plan","at");--> statement-breakpoint
CREATE INDEX "imports_by_time" ON "imports" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "imports_user" ON "imports" USING btree ("user_id","id");--> statement-breakpoint
CREATE INDEX "imports_undone_by" ON "imports" USING btree ("undone_by");--> statement-breakpoint
CREATE POLICY "import_files_see" ON "import_files" AS PERMISSIVE FOR SELECT TO "sees_all", "sees_desk" USING (exists (select 1 from imports i where i.id = import_id and (true)));--> statement-breakpoint
CREATE POLICY "import_files_insert" ON "import_files" AS PERMISSIVE FOR INSERT TO "sees_all", "sees_desk" WITH CHECK (exists (select 1 from imports i where i.id = import_id and ((select viewer_writes()) <> 'none' and i.user_id = (select viewer_id()) and (select viewer_verb()) = i.noun || '.import')));--> statement-breakpoint
CREATE POLICY "import_files_update" ON "import_files" AS PERMISSIVE FOR UPDATE TO "sees_all", "sees_desk" USING (exists (select 1 from imports i where i.id = import_id and ((select viewer_writes()) <> 'none' and i.user_id = (select viewer_id()) and (select viewer_verb()) = i.noun || '.import'))) WITH CHECK (exists (select 1 from imports i where i.id = import_id and ((select viewer_writes()) <> 'none' and i.user_id = (select viewer_id()) and (select viewer_verb()) = i.noun || '.import')));--> statement-breakpoint
CREATE POLICY "import_files_delete" ON "import_files" AS PERMISSIVE FOR DELETE TO "sees_all", "sees_desk" USING (exists (select 1 from imports i where i.id = import_id and ((select viewer_writes()) <> 'none' and i.user_id = (select viewer_id()) and (select viewer_verb()) = i.noun || '.import')));--> statement-breakpoint
CREATE POLICY "import_files_housekeeping_select" ON "import_files" AS PERMISSIVE FOR SELECT TO "housekeeping" USING (saved_at < now() - interval '1 day');--> statement-breakpoint
CREATE POLICY "import_files_housekeeping_delete" ON "import_files" AS PERMISSIVE FOR DELETE TO "housekeeping" USING (saved_at < now() - interval '1 day');--> statement-breakpoint
CREATE POLICY "import_mappings_see_all" ON "import_mappings" AS PERMISSIVE FOR SELECT TO "sees_all" USING (true);--> statement-breakpoint
CREATE POLICY "import_mappings_see_desk" ON "import_mappings" AS PERMISSIVE FOR SELECT TO "sees_desk" USING (true);--> statement-breakpoint
CREATE POLICY "import_mappings_insert" ON "import_mappings" AS PERMISSIVE FOR INSERT TO "sees_all", "sees_desk" WITH CHECK ((select viewer_writes()) <> 'none' and user_id = (select viewer_id()) and (select viewer_verb()) = noun || '.import');--> statement-breakpoint
CREATE POLICY "import_mappings_update" ON "import_mappings" AS PERMISSIVE FOR UPDATE TO "sees_all", "sees_desk" USING ((select viewer_writes()) <> 'none' and user_id = (select viewer_id()) and (select viewer_verb()) = noun || '.import') WITH CHECK ((select viewer_writes()) <> 'none' and user_id = (select viewer_id()) and (select viewer_verb()) = noun || '.import');--> statement-breakpoint
CREATE POLICY "import_records_see" ON "import_records" AS PERMISSIVE FOR SELECT TO "sees_all", "sees_desk" USING (exists (select 1 from imports i where i.id = import_id and (true)));--> statement-breakpoint
CREATE POLICY "import_records_insert" ON "import_records" AS PERMISSIVE FOR INSERT TO "sees_all", "sees_desk" WITH CHECK (exists (select 1 from imports i where i.id = import_id and ((select viewer_writes()) <> 'none' and i.user_id = (select viewer_id()) and (select viewer_verb()) = i.noun || '.import')));--> statement-breakpoint
CREATE POLICY "import_records_update" ON "import_records" AS PERMISSIVE FOR UPDATE TO "sees_all", "sees_desk" USING (exists (select 1 from imports i where i.id = import_id and ((select viewer_writes()) <> 'none' and i.user_id = (select viewer_id()) and (select viewer_verb()) = i.noun || '.import'))) WITH CHECK (exists (select 1 from imports i where i.id = import_id and ((select viewer_writes()) <> 'none' and i.user_id = (select viewer_id()) and (select viewer_verb()) = i.noun || '.import')));--> statement-breakpoint
CREATE POLICY "import_records_delete" ON "import_records" AS PERMISSIVE FOR DELETE TO "sees_all", "sees_desk" USING (exists (select 1 from imports i where i.id = import_id and ((select viewer_writes()) <> 'none' and i.user_id = (select viewer_id()) and (select viewer_verb()) = i.noun || '.import')));--> statement-breakpoint
CREATE POLICY "import_records_housekeeping_select" ON "import_records" AS PERMISSIVE FOR SELECT TO "housekeeping" USING (saved_at < now() - interval '31 days');--> statement-breakpoint
CREATE POLICY "import_records_housekeeping_delete" ON "import_records" AS PERMISSIVE FOR DELETE TO "housekeeping" USING (saved_at < now() - interval '31 days');--> statement-breakpoint
CREATE POLICY "import_rows_see" ON "import_rows" AS PERMISSIVE FOR SELECT TO "sees_all", "sees_desk" USING (exists (select 1 from imports i where i.id = import_id and (true)));--> statement-breakpoint
CREATE POLICY "import_rows_insert" ON "import_rows" AS PERMISSIVE FOR INSERT TO "sees_all", "sees_desk" WITH CHECK (exists (select 1 from imports i where i.id = import_id and ((select viewer_writes()) <> 'none' and i.user_id = (select viewer_id()) and (select viewer_verb()) = i.noun || '.import')));--> statement-breakpoint
CREATE POLICY "import_rows_update" ON "import_rows" AS PERMISSIVE FOR UPDATE TO "sees_all", "sees_desk" USING (exists (select 1 from imports i where i.id = import_id and ((select viewer_writes()) <> 'none' and i.user_id = (select viewer_id()) and (select viewer_verb()) = i.noun || '.import'))) WITH CHECK (exists (select 1 from imports i where i.id = import_id and ((select viewer_writes()) <> 'none' and i.user_id = (select viewer_id()) and (select viewer_verb()) = i.noun || '.import')));--> statement-breakpoint
CREATE POLICY "import_rows_delete" ON "import_rows" AS PERMISSIVE FOR DELETE TO "sees_all", "sees_desk" USING (exists (select 1 from imports i where i.id = import_id and ((select viewer_writes()) <> 'none' and i.user_id = (select viewer_id()) and (select viewer_verb()) = i.noun || '.import')));--> statement-breakpoint
CREATE POLICY "import_rows_housekeeping_select" ON "import_rows" AS PERMISSIVE FOR SELECT TO "housekeeping" USING (saved_at < now() - interval '1 day');--> statement-breakpoint
CREATE POLICY "import_rows_housekeeping_delete" ON "import_rows" AS PERMISSIVE FOR DELETE TO "housekeeping" USING (saved_at < now() - interval '1 day');--> statement-breakpoint
CREATE POLICY "imports_see" ON "imports" AS PERMISSIVE FOR SELECT TO "sees_all", "sees_desk" USING (user_id = (select viewer_id()) or (select viewer_role()) = 'director');--> statement-breakpoint
CREATE POLICY "imports_insert" ON "imports" AS PERMISSIVE FOR INSERT TO "sees_all", "sees_desk" WITH CHECK ((select viewer_writes()) <> 'none' and user_id = (select viewer_id()) and (select viewer_verb()) = noun || '.import');--> statement-breakpoint
CREATE POLICY "imports_update" ON "imports" AS PERMISSIVE FOR UPDATE TO "sees_all", "sees_desk" USING (((select viewer_writes()) <> 'none' and user_id = (select viewer_id()) and (select viewer_verb()) = noun || '.import') or ((select viewer_writes()) <> 'none' and (user_id = (select viewer_id()) or (select viewer_role()) = 'director') and (select viewer_verb()) = noun || '.undo_import'));--> statement-breakpoint
grant select, insert, update on imports, import_mappings to sees_all, sees_desk;
--> statement-breakpoint
grant select, insert, update, delete on import_files, import_rows, import_records to sees_all, sees_desk;
--> statement-breakpoint
grant select (import_id, saved_at), delete on import_files, import_rows, import_records to housekeeping;
