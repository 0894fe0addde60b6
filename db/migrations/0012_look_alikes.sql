CREATE TABLE "duplicate_probes" (
	"token" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"user_id" bigint NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"noun" text,
	"record_id" bigint,
	"how" text,
	"typed" text,
	"name" text,
	"desk_id" bigint,
	"officer_id" bigint
);
--> statement-breakpoint
ALTER TABLE "duplicate_probes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "duplicate_rulings" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "duplicate_rulings_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"noun" text NOT NULL,
	"record_id" bigint,
	"typed" text NOT NULL,
	"other_noun" text NOT NULL,
	"other_id" bigint NOT NULL,
	"other_name" text NOT NULL,
	"other_desk_id" bigint,
	"how" text NOT NULL,
	"verdict" text,
	"reason" text,
	"asked_at" timestamp with time zone DEFAULT now() NOT NULL,
	"asked_by" bigint NOT NULL,
	"ruled_at" timestamp with time zone,
	"ruled_by" bigint,
	CONSTRAINT "duplicate_rulings_noun_known" CHECK ("duplicate_rulings"."noun" in ('company', 'contact', 'lead', 'deal')),
	CONSTRAINT "duplicate_rulings_other_noun_known" CHECK ("duplicate_rulings"."other_noun" in ('company', 'contact', 'lead', 'deal')),
	CONSTRAINT "duplicate_rulings_how_known" CHECK ("duplicate_rulings"."how" in ('name', 'credit_code', 'phone', 'email', 'similar', 'investor', 'first_contact')),
	CONSTRAINT "duplicate_rulings_verdict_known" CHECK ("duplicate_rulings"."verdict" in ('same', 'different')),
	CONSTRAINT "duplicate_rulings_ruled" CHECK (("duplicate_rulings"."verdict" is null) = ("duplicate_rulings"."ruled_at" is null) and ("duplicate_rulings"."verdict" is null) = ("duplicate_rulings"."ruled_by" is null))
);
--> statement-breakpoint
ALTER TABLE "duplicate_rulings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "companies" ADD COLUMN "match_keys" text[] DEFAULT '{}'::text[] NOT NULL;--> statement-breakpoint
ALTER TABLE "contact_details" ADD COLUMN "match_keys" text[] DEFAULT '{}'::text[] NOT NULL;--> statement-breakpoint
ALTER TABLE "leads" ADD COLUMN "match_keys" text[] DEFAULT '{}'::text[] NOT NULL;--> statement-breakpoint
ALTER TABLE "duplicate_probes" ADD CONSTRAINT "duplicate_probes_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duplicate_probes" ADD CONSTRAINT "duplicate_probes_desk_id_desks_id_fk" FOREIGN KEY ("desk_id") REFERENCES "public"."desks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duplicate_rulings" ADD CONSTRAINT "duplicate_rulings_other_desk_id_desks_id_fk" FOREIGN KEY ("other_desk_id") REFERENCES "public"."desks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duplicate_rulings" ADD CONSTRAINT "duplicate_rulings_asked_by_users_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duplicate_rulings" ADD CONSTRAINT "duplicate_rulings_ruled_by_users_id_fk" FOREIGN KEY ("ruled_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "duplicate_probes_user" ON "duplicate_probes" USING btree ("user_id","at");--> statement-breakpoint
CREATE INDEX "duplicate_probes_desk" ON "duplicate_probes" USING btree ("desk_id");--> statement-breakpoint
CREATE INDEX "duplicate_probes_at" ON "duplicate_probes" USING btree ("at");--> statement-breakpoint
CREATE INDEX "duplicate_rulings_pair" ON "duplicate_rulings" USING btree ("noun","record_id","other_noun","other_id");--> statement-breakpoint
CREATE INDEX "duplicate_rulings_other" ON "duplicate_rulings" USING btree ("other_noun","other_id");--> statement-breakpoint
CREATE INDEX "duplicate_rulings_by_time" ON "duplicate_rulings" USING btree ("asked_at","id");--> statement-breakpoint
CREATE INDEX "duplicate_rulings_desk" ON "duplicate_rulings" USING btree ("other_desk_id");--> statement-breakpoint
CREATE INDEX "duplicate_rulings_asked_by" ON "duplicate_rulings" USING btree ("asked_by");--> statement-breakpoint
CREATE INDEX "duplicate_rulings_ruled_by" ON "duplicate_rulings" USING btree ("ruled_by");--> statement-breakpoint
CREATE UNIQUE INDEX "duplicate_rulings_open" ON "duplicate_rulings" USING btree ("asked_by","other_noun","other_id") WHERE verdict is null;--> statement-breakpoint
CREATE INDEX "companies_match" ON "companies" USING gin ("match_keys");--> statement-breakpoint
CREATE INDEX "contact_details_match" ON "contact_details" USING gin ("match_keys");--> statement-breakpoint
CREATE INDEX "leads_match" ON "leads" USING gin ("match_keys");--> statement-breakpoint
CREATE POLICY "duplicate_probes_see_all" ON "duplicate_probes" AS PERMISSIVE FOR SELECT TO "sees_all" USING (user_id = (select viewer_id()));--> statement-breakpoint
CREATE POLICY "duplicate_probes_see_desk" ON "duplicate_probes" AS PERMISSIVE FOR SELECT TO "sees_desk" USING (user_id = (select viewer_id()));--> statement-breakpoint
CREATE POLICY "duplicate_probes_insert" ON "duplicate_probes" AS PERMISSIVE FOR INSERT TO "sees_all", "sees_desk" WITH CHECK (user_id = (select viewer_id()));--> statement-breakpoint
CREATE POLICY "duplicate_probes_update" ON "duplicate_probes" AS PERMISSIVE FOR UPDATE TO "sees_all", "sees_desk" USING (user_id = (select viewer_id())) WITH CHECK (user_id = (select viewer_id()));--> statement-breakpoint
CREATE POLICY "duplicate_probes_housekeeping_select" ON "duplicate_probes" AS PERMISSIVE FOR SELECT TO "housekeeping" USING (at < now() - interval '7 days');--> statement-breakpoint
CREATE POLICY "duplicate_probes_housekeeping_delete" ON "duplicate_probes" AS PERMISSIVE FOR DELETE TO "housekeeping" USING (at < now() - interval '7 days');--> statement-breakpoint
CREATE POLICY "duplicate_rulings_see_all" ON "duplicate_rulings" AS PERMISSIVE FOR SELECT TO "sees_all" USING (true);--> statement-breakpoint
CREATE POLICY "duplicate_rulings_see_desk" ON "duplicate_rulings" AS PERMISSIVE FOR SELECT TO "sees_desk" USING (asked_by = (select viewer_id()) or case other_noun
      when 'lead' then exists (select 1 from leads p where p.id = other_id and (true))
      when 'deal' then exists (select 1 from deals p where p.id = other_id and (true))
      else true end);--> statement-breakpoint
CREATE POLICY "duplicate_rulings_insert" ON "duplicate_rulings" AS PERMISSIVE FOR INSERT TO "sees_all", "sees_desk" WITH CHECK (asked_by = (select viewer_id()) and (select viewer_writes()) <> 'none');--> statement-breakpoint
CREATE POLICY "duplicate_rulings_update" ON "duplicate_rulings" AS PERMISSIVE FOR UPDATE TO "sees_all", "sees_desk" USING ((select viewer_verb()) = 'duplicate.rule' and case other_noun
      when 'lead' then exists (select 1 from leads p where p.id = other_id and (case (select viewer_writes()) when 'all' then true when 'desk' then p.desk_id = any((select viewer_writes_desks())::bigint[]) or p.team_ids @> array[(select viewer_id())] when 'own' then p.team_ids @> array[(select viewer_id())] else false end))
      when 'deal' then exists (select 1 from deals p where p.id = other_id and (case (select viewer_writes()) when 'all' then true when 'desk' then p.desk_id = any((select viewer_writes_desks())::bigint[]) or p.team_ids @> array[(select viewer_id())] when 'own' then p.team_ids @> array[(select viewer_id())] else false end))
      else true end) WITH CHECK (ruled_by = (select viewer_id()));--> statement-breakpoint
-- own
grant select, insert on duplicate_rulings, duplicate_probes to sees_all, sees_desk;
--> statement-breakpoint
-- What was asked and answered stands; an open question is ruled on once.
grant update (verdict, reason, ruled_at, ruled_by) on duplicate_rulings to sees_all, sees_desk;
--> statement-breakpoint
grant update on duplicate_probes to sees_all, sees_desk;
--> statement-breakpoint
grant select (at), delete on duplicate_probes to housekeeping;
--> statement-breakpoint
-- What stood before there were keys is found by its exact name, phone and e-mail; its next edit gives it the rest.
update companies set match_keys = array['n:' || name_key];
--> statement-breakpoint
update contact_details set match_keys = array(
  select 't:' || regexp_replace(regexp_replace(p, '\D', '', 'g'), '^(00)?(86(?=1\d{10}$))?0*', '') from unnest(phones) p
  union select 'e:' || lower(email) where email is not null);
