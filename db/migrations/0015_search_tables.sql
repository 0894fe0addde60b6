CREATE TABLE "search_company" (
	"record_id" bigint PRIMARY KEY NOT NULL,
	"text" text NOT NULL,
	"desk_id" bigint,
	"team_ids" bigint[] DEFAULT '{}'::bigint[] NOT NULL,
	"reader_ids" bigint[] DEFAULT '{}'::bigint[] NOT NULL
);
--> statement-breakpoint
ALTER TABLE "search_company" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "search_contact" (
	"record_id" bigint PRIMARY KEY NOT NULL,
	"text" text NOT NULL,
	"desk_id" bigint,
	"team_ids" bigint[] DEFAULT '{}'::bigint[] NOT NULL,
	"reader_ids" bigint[] DEFAULT '{}'::bigint[] NOT NULL
);
--> statement-breakpoint
ALTER TABLE "search_contact" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "search_contact_detail" (
	"record_id" bigint PRIMARY KEY NOT NULL,
	"text" text NOT NULL,
	"desk_id" bigint,
	"team_ids" bigint[] DEFAULT '{}'::bigint[] NOT NULL,
	"reader_ids" bigint[] DEFAULT '{}'::bigint[] NOT NULL
);
--> statement-breakpoint
ALTER TABLE "search_contact_detail" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "search_deal" (
	"record_id" bigint PRIMARY KEY NOT NULL,
	"text" text NOT NULL,
	"desk_id" bigint,
	"team_ids" bigint[] DEFAULT '{}'::bigint[] NOT NULL,
	"reader_ids" bigint[] DEFAULT '{}'::bigint[] NOT NULL
);
--> statement-breakpoint
ALTER TABLE "search_deal" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "search_event" (
	"record_id" bigint PRIMARY KEY NOT NULL,
	"text" text NOT NULL,
	"desk_id" bigint,
	"team_ids" bigint[] DEFAULT '{}'::bigint[] NOT NULL,
	"reader_ids" bigint[] DEFAULT '{}'::bigint[] NOT NULL
);
--> statement-breakpoint
ALTER TABLE "search_event" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "search_lead" (
	"record_id" bigint PRIMARY KEY NOT NULL,
	"text" text NOT NULL,
	"desk_id" bigint,
	"team_ids" bigint[] DEFAULT '{}'::bigint[] NOT NULL,
	"reader_ids" bigint[] DEFAULT '{}'::bigint[] NOT NULL
);
--> statement-breakpoint
ALTER TABLE "search_lead" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "search_company" ADD CONSTRAINT "search_company_record_id_companies_id_fk" FOREIGN KEY ("record_id") REFERENCES "public"."companies"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "search_contact" ADD CONSTRAINT "search_contact_record_id_contacts_id_fk" FOREIGN KEY ("record_id") REFERENCES "public"."contacts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "search_contact_detail" ADD CONSTRAINT "search_contact_detail_record_id_contacts_id_fk" FOREIGN KEY ("record_id") REFERENCES "public"."contacts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "search_deal" ADD CONSTRAINT "search_deal_record_id_deals_id_fk" FOREIGN KEY ("record_id") REFERENCES "public"."deals"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "search_event" ADD CONSTRAINT "search_event_record_id_events_id_fk" FOREIGN KEY ("record_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "search_lead" ADD CONSTRAINT "search_lead_record_id_leads_id_fk" FOREIGN KEY ("record_id") REFERENCES "public"."leads"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "search_company_grams" ON "search_company" USING gin (grams("text")) WITH (gin_pending_list_limit=256);--> statement-breakpoint
CREATE INDEX "search_contact_grams" ON "search_contact" USING gin (grams("text")) WITH (gin_pending_list_limit=256);--> statement-breakpoint
CREATE INDEX "search_contact_detail_grams" ON "search_contact_detail" USING gin (grams("text")) WITH (gin_pending_list_limit=256);--> statement-breakpoint
CREATE INDEX "search_deal_grams" ON "search_deal" USING gin (grams("text")) WITH (gin_pending_list_limit=256);--> statement-breakpoint
CREATE INDEX "search_event_grams" ON "search_event" USING gin (grams("text")) WITH (gin_pending_list_limit=256);--> statement-breakpoint
CREATE INDEX "search_lead_grams" ON "search_lead" USING gin (grams("text")) WITH (gin_pending_list_limit=256);