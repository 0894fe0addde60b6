CREATE TABLE "attachments" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "attachments_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"lead_id" bigint,
	"deal_id" bigint,
	"company_id" bigint,
	"event_id" bigint,
	"procedure_id" bigint,
	"arrival_id" bigint,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"file_name" text NOT NULL,
	"media_type" text NOT NULL,
	"size" bigint NOT NULL,
	"digest" text NOT NULL,
	"document_on" date,
	"document_number" text,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" bigint NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" bigint NOT NULL,
	"deleted_at" timestamp with time zone,
	"deleted_by" bigint,
	CONSTRAINT "attachments_kind_known" CHECK ("attachments"."kind" in ('agreement', 'entry_document', 'approval', 'voucher', 'licence', 'drawing', 'photo', 'minutes', 'business_card', 'other')),
	CONSTRAINT "attachments_one_record" CHECK (num_nonnulls("attachments"."lead_id", "attachments"."deal_id", "attachments"."company_id", "attachments"."event_id") = 1),
	CONSTRAINT "attachments_of_a_deal" CHECK (num_nonnulls("attachments"."procedure_id", "attachments"."arrival_id") <= case when "attachments"."deal_id" is null then 0 else 1 end)
);
--> statement-breakpoint
ALTER TABLE "attachments" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "contents" (
	"digest" text PRIMARY KEY NOT NULL,
	"size" bigint NOT NULL,
	"claimed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "contents_digest_is_one" CHECK ("contents"."digest" ~ '^[0-9a-f]{64}$')
);
--> statement-breakpoint
ALTER TABLE "contents" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_lead_id_leads_id_fk" FOREIGN KEY ("lead_id") REFERENCES "public"."leads"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_deal_id_deals_id_fk" FOREIGN KEY ("deal_id") REFERENCES "public"."deals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_procedure_id_procedures_id_fk" FOREIGN KEY ("procedure_id") REFERENCES "public"."procedures"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_arrival_id_arrivals_id_fk" FOREIGN KEY ("arrival_id") REFERENCES "public"."arrivals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_digest_contents_digest_fk" FOREIGN KEY ("digest") REFERENCES "public"."contents"("digest") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "attachments_lead" ON "attachments" USING btree ("lead_id","id");--> statement-breakpoint
CREATE INDEX "attachments_deal" ON "attachments" USING btree ("deal_id","id");--> statement-breakpoint
CREATE INDEX "attachments_company" ON "attachments" USING btree ("company_id","id");--> statement-breakpoint
CREATE INDEX "attachments_event" ON "attachments" USING btree ("event_id","id");--> statement-breakpoint
CREATE INDEX "attachments_procedure" ON "attachments" USING btree ("procedure_id") WHERE procedure_id is not null;--> statement-breakpoint
CREATE INDEX "attachments_arrival" ON "attachments" USING btree ("arrival_id") WHERE arrival_id is not null;--> statement-breakpoint
CREATE INDEX "attachments_digest" ON "attachments" USING btree ("digest");--> statement-breakpoint
CREATE INDEX "attachments_created_by" ON "attachments" USING btree ("created_by");--> statement-breakpoint
CREATE INDEX "contents_claimed" ON "contents" USING btree ("claimed_at");--> statement-breakpoint
CREATE POLICY "attachments_see_all" ON "attachments" AS PERMISSIVE FOR SELECT TO "sees_all" USING (kind <> 'business_card' or created_by = (select viewer_id()) or (select viewer_details()) = 'shown' or ((select viewer_details()) = 'linked' and num_nonnulls(lead_id, deal_id) = 1));--> statement-breakpoint
CREATE POLICY "attachments_see_desk" ON "attachments" AS PERMISSIVE FOR SELECT TO "sees_desk" USING ((kind <> 'business_card' or created_by = (select viewer_id()) or (select viewer_details()) = 'shown' or ((select viewer_details()) = 'linked' and num_nonnulls(lead_id, deal_id) = 1)) and case when attachments.lead_id is not null then exists (select 1 from leads p where p.id = attachments.lead_id and (true)) when attachments.deal_id is not null then exists (select 1 from deals p where p.id = attachments.deal_id and (true)) else true end);--> statement-breakpoint
CREATE POLICY "attachments_insert" ON "attachments" AS PERMISSIVE FOR INSERT TO "sees_all", "sees_desk" WITH CHECK ((select viewer_verb()) like 'attachment.%' and case when attachments.lead_id is not null then exists (select 1 from leads p where p.id = attachments.lead_id and (case (select viewer_writes()) when 'all' then true when 'desk' then p.desk_id = any((select viewer_writes_desks())::bigint[]) or p.team_ids && (select viewer_people())::bigint[] when 'own' then p.team_ids && (select viewer_people())::bigint[] else false end)) when attachments.deal_id is not null then exists (select 1 from deals p where p.id = attachments.deal_id and (case (select viewer_writes()) when 'all' then true when 'desk' then p.desk_id = any((select viewer_writes_desks())::bigint[]) or p.team_ids && (select viewer_people())::bigint[] when 'own' then p.team_ids && (select viewer_people())::bigint[] else false end)) when attachments.event_id is not null then exists (select 1 from events p where p.id = attachments.event_id and (case (select viewer_writes()) when 'all' then true when 'desk' then p.desk_ids && (select viewer_writes_desks())::bigint[] when 'own' then attachments.created_by = (select viewer_id()) else false end)) else case (select viewer_writes()) when 'all' then true when 'desk' then true when 'own' then attachments.created_by = (select viewer_id()) else false end end);--> statement-breakpoint
CREATE POLICY "attachments_update" ON "attachments" AS PERMISSIVE FOR UPDATE TO "sees_all", "sees_desk" USING ((select viewer_verb()) like 'attachment.%' and case when attachments.lead_id is not null then exists (select 1 from leads p where p.id = attachments.lead_id and (case (select viewer_writes()) when 'all' then true when 'desk' then p.desk_id = any((select viewer_writes_desks())::bigint[]) or p.team_ids && (select viewer_people())::bigint[] when 'own' then p.team_ids && (select viewer_people())::bigint[] else false end)) when attachments.deal_id is not null then exists (select 1 from deals p where p.id = attachments.deal_id and (case (select viewer_writes()) when 'all' then true when 'desk' then p.desk_id = any((select viewer_writes_desks())::bigint[]) or p.team_ids && (select viewer_people())::bigint[] when 'own' then p.team_ids && (select viewer_people())::bigint[] else false end)) when attachments.event_id is not null then exists (select 1 from events p where p.id = attachments.event_id and (case (select viewer_writes()) when 'all' then true when 'desk' then p.desk_ids && (select viewer_writes_desks())::bigint[] when 'own' then attachments.created_by = (select viewer_id()) else false end)) else case (select viewer_writes()) when 'all' then true when 'desk' then true when 'own' then attachments.created_by = (select viewer_id()) else false end end) WITH CHECK ((select viewer_verb()) like 'attachment.%' and case when attachments.lead_id is not null then exists (select 1 from leads p where p.id = attachments.lead_id and (case (select viewer_writes()) when 'all' then true when 'desk' then p.desk_id = any((select viewer_writes_desks())::bigint[]) or p.team_ids && (select viewer_people())::bigint[] when 'own' then p.team_ids && (select viewer_people())::bigint[] else false end)) when attachments.deal_id is not null then exists (select 1 from deals p where p.id = attachments.deal_id and (case (select viewer_writes()) when 'all' then true when 'desk' then p.desk_id = any((select viewer_writes_desks())::bigint[]) or p.team_ids && (select viewer_people())::bigint[] when 'own' then p.team_ids && (select viewer_people())::bigint[] else false end)) when attachments.event_id is not null then exists (select 1 from events p where p.id = attachments.event_id and (case (select viewer_writes()) when 'all' then true when 'desk' then p.desk_ids && (select viewer_writes_desks())::bigint[] when 'own' then attachments.created_by = (select viewer_id()) else false end)) else case (select viewer_writes()) when 'all' then true when 'desk' then true when 'own' then attachments.created_by = (select viewer_id()) else false end end);--> statement-breakpoint
grant select, insert, update on attachments to sees_all, sees_desk;
