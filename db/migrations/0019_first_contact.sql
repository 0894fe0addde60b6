CREATE TABLE "credit_shares" (
	"case_id" bigint NOT NULL,
	"desk_id" bigint NOT NULL,
	"percent" integer NOT NULL,
	CONSTRAINT "credit_shares_case_id_desk_id_pk" PRIMARY KEY("case_id","desk_id"),
	CONSTRAINT "credit_shares_whole" CHECK ("credit_shares"."percent" between 1 and 100)
);
--> statement-breakpoint
ALTER TABLE "credit_shares" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "first_contact_cases" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "first_contact_cases_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"investor" text NOT NULL,
	"name" text NOT NULL,
	"noun" text NOT NULL,
	"record_id" bigint NOT NULL,
	"claimant_desk_id" bigint NOT NULL,
	"holder_desk_id" bigint NOT NULL,
	"reason" text NOT NULL,
	"opened_at" timestamp with time zone DEFAULT now() NOT NULL,
	"opened_by" bigint NOT NULL,
	"due_on" date NOT NULL,
	"statement" text,
	"stated_at" timestamp with time zone,
	"stated_by" bigint,
	"winner_desk_id" bigint,
	"ruling" text,
	"ruled_at" timestamp with time zone,
	"ruled_by" bigint,
	CONSTRAINT "first_contact_cases_noun_known" CHECK ("first_contact_cases"."noun" in ('lead', 'deal')),
	CONSTRAINT "first_contact_cases_ruled" CHECK (num_nonnulls("first_contact_cases"."winner_desk_id", "first_contact_cases"."ruling", "first_contact_cases"."ruled_at", "first_contact_cases"."ruled_by") in (0, 4)),
	CONSTRAINT "first_contact_cases_two_desks" CHECK ("first_contact_cases"."claimant_desk_id" <> "first_contact_cases"."holder_desk_id")
);
--> statement-breakpoint
ALTER TABLE "first_contact_cases" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "first_contacts" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "first_contacts_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"investor" text NOT NULL,
	"desk_id" bigint NOT NULL,
	"lead_id" bigint,
	"deal_id" bigint,
	"activity_id" bigint,
	"kind" text NOT NULL,
	"with_name" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"by" bigint NOT NULL,
	"progress_at" timestamp with time zone DEFAULT now() NOT NULL,
	"struck_at" timestamp with time zone,
	CONSTRAINT "first_contacts_kind_known" CHECK ("first_contacts"."kind" in ('call', 'meeting', 'visit', 'message', 'negotiation_round', 'reached'))
);
--> statement-breakpoint
ALTER TABLE "first_contacts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "credit_shares" ADD CONSTRAINT "credit_shares_case_id_first_contact_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."first_contact_cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credit_shares" ADD CONSTRAINT "credit_shares_desk_id_desks_id_fk" FOREIGN KEY ("desk_id") REFERENCES "public"."desks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "first_contact_cases" ADD CONSTRAINT "first_contact_cases_claimant_desk_id_desks_id_fk" FOREIGN KEY ("claimant_desk_id") REFERENCES "public"."desks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "first_contact_cases" ADD CONSTRAINT "first_contact_cases_holder_desk_id_desks_id_fk" FOREIGN KEY ("holder_desk_id") REFERENCES "public"."desks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "first_contact_cases" ADD CONSTRAINT "first_contact_cases_opened_by_users_id_fk" FOREIGN KEY ("opened_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "first_contact_cases" ADD CONSTRAINT "first_contact_cases_stated_by_users_id_fk" FOREIGN KEY ("stated_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "first_contact_cases" ADD CONSTRAINT "first_contact_cases_winner_desk_id_desks_id_fk" FOREIGN KEY ("winner_desk_id") REFERENCES "public"."desks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "first_contact_cases" ADD CONSTRAINT "first_contact_cases_ruled_by_users_id_fk" FOREIGN KEY ("ruled_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "first_contacts" ADD CONSTRAINT "first_contacts_desk_id_desks_id_fk" FOREIGN KEY ("desk_id") REFERENCES "public"."desks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "first_contacts" ADD CONSTRAINT "first_contacts_by_users_id_fk" FOREIGN KEY ("by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "credit_shares_desk" ON "credit_shares" USING btree ("desk_id");--> statement-breakpoint
CREATE UNIQUE INDEX "first_contact_cases_open" ON "first_contact_cases" USING btree ("investor") WHERE ruled_at is null;--> statement-breakpoint
CREATE INDEX "first_contact_cases_investor" ON "first_contact_cases" USING btree ("investor","ruled_at");--> statement-breakpoint
CREATE INDEX "first_contact_cases_by_time" ON "first_contact_cases" USING btree ("ruled_at","opened_at","id");--> statement-breakpoint
CREATE INDEX "first_contact_cases_record" ON "first_contact_cases" USING btree ("noun","record_id");--> statement-breakpoint
CREATE INDEX "first_contact_cases_claimant" ON "first_contact_cases" USING btree ("claimant_desk_id");--> statement-breakpoint
CREATE INDEX "first_contact_cases_holder" ON "first_contact_cases" USING btree ("holder_desk_id");--> statement-breakpoint
CREATE INDEX "first_contact_cases_winner" ON "first_contact_cases" USING btree ("winner_desk_id");--> statement-breakpoint
CREATE INDEX "first_contact_cases_opened_by" ON "first_contact_cases" USING btree ("opened_by");--> statement-breakpoint
CREATE INDEX "first_contact_cases_stated_by" ON "first_contact_cases" USING btree ("stated_by");--> statement-breakpoint
CREATE INDEX "first_contact_cases_ruled_by" ON "first_contact_cases" USING btree ("ruled_by");--> statement-breakpoint
CREATE INDEX "first_contacts_investor" ON "first_contacts" USING btree ("investor","desk_id","at");--> statement-breakpoint
CREATE INDEX "first_contacts_desk" ON "first_contacts" USING btree ("desk_id");--> statement-breakpoint
CREATE INDEX "first_contacts_by" ON "first_contacts" USING btree ("by");--> statement-breakpoint
CREATE INDEX "first_contacts_lead" ON "first_contacts" USING btree ("lead_id");--> statement-breakpoint
CREATE INDEX "first_contacts_deal" ON "first_contacts" USING btree ("deal_id");--> statement-breakpoint
CREATE INDEX "first_contacts_activity" ON "first_contacts" USING btree ("activity_id");--> statement-breakpoint
CREATE POLICY "credit_shares_see" ON "credit_shares" AS PERMISSIVE FOR SELECT TO "sees_all", "sees_desk" USING (exists (select 1 from first_contact_cases c where c.id = case_id));--> statement-breakpoint
CREATE POLICY "credit_shares_insert" ON "credit_shares" AS PERMISSIVE FOR INSERT TO "sees_all", "sees_desk" WITH CHECK ((select viewer_verb()) = 'first_contact.rule' and (select viewer_writes()) = 'all');--> statement-breakpoint
CREATE POLICY "first_contact_cases_see_all" ON "first_contact_cases" AS PERMISSIVE FOR SELECT TO "sees_all" USING (true);--> statement-breakpoint
CREATE POLICY "first_contact_cases_see_desk" ON "first_contact_cases" AS PERMISSIVE FOR SELECT TO "sees_desk" USING (claimant_desk_id = any((select viewer_desks())::bigint[]) or holder_desk_id = any((select viewer_desks())::bigint[]) or opened_by = (select viewer_id()));--> statement-breakpoint
CREATE POLICY "first_contact_cases_insert" ON "first_contact_cases" AS PERMISSIVE FOR INSERT TO "sees_all", "sees_desk" WITH CHECK ((select viewer_verb()) = 'first_contact.contest' and (select viewer_writes()) <> 'none' and opened_by = (select viewer_id()) and ruled_at is null);--> statement-breakpoint
CREATE POLICY "first_contact_cases_update" ON "first_contact_cases" AS PERMISSIVE FOR UPDATE TO "sees_all", "sees_desk" USING (ruled_at is null and (((select viewer_verb()) = 'first_contact.rule' and (select viewer_writes()) = 'all') or ((select viewer_verb()) = 'first_contact.state' and ((select viewer_writes()) = 'all' or ((select viewer_writes()) = 'desk' and holder_desk_id = any((select viewer_desks())::bigint[])))))) WITH CHECK (((select viewer_verb()) = 'first_contact.rule' and (select viewer_writes()) = 'all' and ruled_by = (select viewer_id())) or ((select viewer_verb()) = 'first_contact.state' and ((select viewer_writes()) = 'all' or ((select viewer_writes()) = 'desk' and holder_desk_id = any((select viewer_desks())::bigint[]))) and ruled_at is null and stated_by = (select viewer_id())));--> statement-breakpoint
CREATE POLICY "first_contacts_see_all" ON "first_contacts" AS PERMISSIVE FOR SELECT TO "sees_all" USING (true);--> statement-breakpoint
CREATE POLICY "first_contacts_see_desk" ON "first_contacts" AS PERMISSIVE FOR SELECT TO "sees_desk" USING (desk_id = any((select viewer_desks())::bigint[]));--> statement-breakpoint
-- own
grant select on first_contacts, first_contact_cases, credit_shares to sees_all, sees_desk;
--> statement-breakpoint
grant insert on first_contact_cases, credit_shares to sees_all, sees_desk;
--> statement-breakpoint
grant update (statement, stated_at, stated_by, winner_desk_id, ruling, ruled_at, ruled_by) on first_contact_cases to sees_all, sees_desk;
--> statement-breakpoint
-- What was recorded before the right was kept: the first of each desk with a named person, by recorded moment, alive as long
-- as its last activity says.
insert into first_contacts (investor, desk_id, lead_id, deal_id, activity_id, kind, with_name, at, by, progress_at)
select distinct on (x.investor, x.desk_id) x.investor, x.desk_id, x.lead_id, x.deal_id, x.id, x.kind, x.with_name, x.created_at, x.created_by,
  max(x.created_at) over (partition by x.investor, x.desk_id)
from (
  select 'c:' || coalesce(l.company_id, d.company_id) as investor, a.desk_id, a.lead_id, a.deal_id, a.id, a.kind, c.name as with_name,
    a.created_at, a.created_by
  from activities a left join leads l on l.id = a.lead_id left join deals d on d.id = a.deal_id
    join contacts c on c.id = coalesce(a.contact_id, l.contact_id, d.contact_id)
  where a.deleted_at is null and a.kind <> 'note' and coalesce(l.company_id, d.company_id) is not null
) x
order by x.investor, x.desk_id, x.created_at, x.id;
