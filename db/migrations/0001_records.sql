CREATE TABLE "activities" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "activities_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"lead_id" bigint,
	"deal_id" bigint,
	"company_id" bigint,
	"contact_id" bigint,
	"kind" text NOT NULL,
	"happened_on" date NOT NULL,
	"text" text NOT NULL,
	"next_step" text,
	"next_step_on" date,
	"desk_id" bigint DEFAULT 0 NOT NULL,
	"team_ids" bigint[] DEFAULT '{}'::bigint[] NOT NULL,
	"reader_ids" bigint[] DEFAULT '{}'::bigint[] NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" bigint NOT NULL,
	"deleted_at" timestamp with time zone,
	"deleted_by" bigint,
	CONSTRAINT "activities_kind_known" CHECK ("activities"."kind" in ('call', 'meeting', 'visit', 'message', 'negotiation_round', 'note')),
	CONSTRAINT "activities_one_record" CHECK (num_nonnulls("activities"."lead_id", "activities"."deal_id") = 1)
);
--> statement-breakpoint
ALTER TABLE "activities" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "companies" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "companies_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"name" text NOT NULL,
	"names" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"name_locale" text,
	"country" text NOT NULL,
	"province" text,
	"origin" text,
	"kind" text,
	"segment" text,
	"industry_id" bigint,
	"credit_code" text,
	"website" text,
	"parent_id" bigint,
	"in_zone" boolean DEFAULT false NOT NULL,
	"note" text,
	"name_key" text NOT NULL,
	"search_text" text NOT NULL,
	"number" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" bigint NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" bigint NOT NULL,
	"deleted_at" timestamp with time zone,
	"deleted_by" bigint,
	CONSTRAINT "companies_number_unique" UNIQUE("number"),
	CONSTRAINT "companies_origin_known" CHECK ("companies"."origin" in ('this_city', 'this_province', 'elsewhere', 'abroad')),
	CONSTRAINT "companies_kind_known" CHECK ("companies"."kind" in ('foreign', 'hk_mo_tw', 'domestic_private', 'state_owned')),
	CONSTRAINT "companies_segment_known" CHECK ("companies"."segment" in ('well_known_private', 'sme', 'large'))
);
--> statement-breakpoint
ALTER TABLE "companies" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "contact_details" (
	"contact_id" bigint PRIMARY KEY NOT NULL,
	"phones" text[] DEFAULT '{}'::text[] NOT NULL,
	"email" text,
	"wechat" text,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "contact_details" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "contacts" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "contacts_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"company_id" bigint,
	"name" text NOT NULL,
	"names" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"title" text,
	"language" text,
	"consent" text DEFAULT 'unknown' NOT NULL,
	"note" text,
	"search_text" text NOT NULL,
	"number" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" bigint NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" bigint NOT NULL,
	"deleted_at" timestamp with time zone,
	"deleted_by" bigint,
	CONSTRAINT "contacts_number_unique" UNIQUE("number"),
	CONSTRAINT "contacts_consent_known" CHECK ("contacts"."consent" in ('unknown', 'given', 'refused')),
	CONSTRAINT "contacts_language_known" CHECK ("contacts"."language" in ('zh-Hans', 'zh-Hant', 'en', 'ja', 'ko'))
);
--> statement-breakpoint
ALTER TABLE "contacts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "deal_facts" (
	"deal_id" bigint NOT NULL,
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "deal_facts_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"fact" text NOT NULL,
	"value" text,
	"desk_id" bigint,
	"total_minor" bigint,
	"total_currency" text,
	"total_rate" numeric(18, 8),
	"total_cny" bigint,
	"effective_on" date NOT NULL,
	"effective_until" date,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_by" bigint NOT NULL,
	"reason_code" text,
	"reason" text,
	"opening" boolean DEFAULT false NOT NULL,
	"superseded_at" timestamp with time zone,
	"superseded_by" bigint,
	CONSTRAINT "deal_facts_fact_known" CHECK ("deal_facts"."fact" in ('stage', 'status', 'desk', 'total_investment'))
);
--> statement-breakpoint
ALTER TABLE "deal_facts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "deals" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "deals_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"name" text NOT NULL,
	"names" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"company_id" bigint NOT NULL,
	"contact_id" bigint,
	"partner" text,
	"target" text,
	"country" text NOT NULL,
	"province" text,
	"industry_id" bigint NOT NULL,
	"high_tech" boolean,
	"form" text,
	"content" text,
	"source" text NOT NULL,
	"event_id" bigint,
	"lead_id" bigint,
	"total_not_stated" boolean DEFAULT false NOT NULL,
	"total_minor" bigint,
	"total_currency" text,
	"total_rate" numeric(18, 8),
	"total_cny" bigint,
	"total_on" date,
	"foreign_minor" bigint,
	"foreign_currency" text,
	"foreign_rate" numeric(18, 8),
	"foreign_cny" bigint,
	"foreign_on" date,
	"entry_document_kind" text,
	"entry_document_on" date,
	"entry_document_reference" text,
	"agreement_on" date,
	"agreement_reference" text,
	"approval_authority" text,
	"approval_number" text,
	"approval_on" date,
	"land_m_2" integer,
	"jobs" integer,
	"output_cny" bigint,
	"tax_cny" bigint,
	"note" text,
	"stage" text NOT NULL,
	"stage_since" date NOT NULL,
	"status" text DEFAULT 'active' NOT NULL,
	"status_since" date NOT NULL,
	"status_reason" text,
	"status_text" text,
	"lost_to" text,
	"review_on" date,
	"next_step" text,
	"next_step_on" date,
	"last_progress_at" timestamp with time zone DEFAULT now() NOT NULL,
	"search_text" text NOT NULL,
	"desk_id" bigint NOT NULL,
	"case_officer_id" bigint,
	"team_ids" bigint[] DEFAULT '{}'::bigint[] NOT NULL,
	"reader_ids" bigint[] DEFAULT '{}'::bigint[] NOT NULL,
	"number" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" bigint NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" bigint NOT NULL,
	"deleted_at" timestamp with time zone,
	"deleted_by" bigint,
	CONSTRAINT "deals_number_unique" UNIQUE("number"),
	CONSTRAINT "deals_stage_known" CHECK ("deals"."stage" in ('negotiation', 'entry_procedures', 'approved')),
	CONSTRAINT "deals_status_known" CHECK ("deals"."status" in ('active', 'on_hold', 'lost', 'withdrawn')),
	CONSTRAINT "deals_form_known" CHECK ("deals"."form" in ('wholly_owned', 'joint_venture', 'cooperation', 'merger_acquisition', 'capital_increase')),
	CONSTRAINT "deals_source_known" CHECK ("deals"."source" in ('event', 'web_form', 'referral', 'visit', 'agency', 'government', 'own_research')),
	CONSTRAINT "deals_status_reason_known" CHECK ("deals"."status_reason" in ('site', 'price', 'policy', 'funds', 'market', 'environment', 'competitor_zone', 'investor_decision', 'no_contact', 'other')),
	CONSTRAINT "deals_entry_document_known" CHECK ("deals"."entry_document_kind" in ('application', 'intent')),
	CONSTRAINT "deals_officer_in_team" CHECK ("deals"."case_officer_id" is null or "deals"."team_ids" @> array["deals"."case_officer_id"]),
	CONSTRAINT "deals_total_whole" CHECK (("deals"."total_minor" is null) = ("deals"."total_currency" is null) and not ("deals"."total_not_stated" and "deals"."total_minor" is not null)),
	CONSTRAINT "deals_foreign_whole" CHECK (("deals"."foreign_minor" is null) = ("deals"."foreign_currency" is null))
);
--> statement-breakpoint
ALTER TABLE "deals" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "stage_proposals" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "stage_proposals_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"deal_id" bigint NOT NULL,
	"to" text NOT NULL,
	"fields" jsonb NOT NULL,
	"effective_on" date NOT NULL,
	"proposed_by" bigint NOT NULL,
	"proposed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"decision" text,
	"decided_by" bigint,
	"decided_at" timestamp with time zone,
	"reason" text,
	CONSTRAINT "stage_proposals_decision_known" CHECK ("stage_proposals"."decision" in ('confirmed', 'returned')),
	CONSTRAINT "stage_proposals_to_known" CHECK ("stage_proposals"."to" in ('negotiation', 'entry_procedures', 'approved')),
	CONSTRAINT "stage_proposals_two_people" CHECK ("stage_proposals"."decided_by" <> "stage_proposals"."proposed_by")
);
--> statement-breakpoint
ALTER TABLE "stage_proposals" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "desk_routes" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "desk_routes_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"position" integer NOT NULL,
	"countries" text[] DEFAULT '{}'::text[] NOT NULL,
	"industry_id" bigint,
	"desk_id" bigint NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "desk_routes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "desks" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "desks_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"key" text NOT NULL,
	"name" text NOT NULL,
	"names" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"position" integer NOT NULL,
	"colour" integer NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "desks_key_unique" UNIQUE("key"),
	CONSTRAINT "desks_colour_known" CHECK ("desks"."colour" between 0 and 7)
);
--> statement-breakpoint
ALTER TABLE "desks" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "industries" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "industries_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"name" text NOT NULL,
	"names" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"section" text NOT NULL,
	"position" integer NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "industries_section_known" CHECK ("industries"."section" between 'A' and 'T' and length("industries"."section") = 1)
);
--> statement-breakpoint
ALTER TABLE "industries" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "events" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "events_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"names" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date NOT NULL,
	"country" text NOT NULL,
	"province" text,
	"city" text NOT NULL,
	"venue" text,
	"organiser" text,
	"note" text,
	"desk_ids" bigint[] DEFAULT '{}'::bigint[] NOT NULL,
	"staff_ids" bigint[] DEFAULT '{}'::bigint[] NOT NULL,
	"search_text" text NOT NULL,
	"number" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" bigint NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" bigint NOT NULL,
	"deleted_at" timestamp with time zone,
	"deleted_by" bigint,
	CONSTRAINT "events_number_unique" UNIQUE("number"),
	CONSTRAINT "events_kind_known" CHECK ("events"."kind" in ('trade_fair', 'investment_fair', 'seminar', 'inbound_visit', 'delegation', 'training')),
	CONSTRAINT "events_days_in_order" CHECK ("events"."ends_on" >= "events"."starts_on")
);
--> statement-breakpoint
ALTER TABLE "events" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "lead_facts" (
	"lead_id" bigint NOT NULL,
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "lead_facts_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"fact" text NOT NULL,
	"value" text,
	"desk_id" bigint,
	"total_minor" bigint,
	"total_currency" text,
	"total_rate" numeric(18, 8),
	"total_cny" bigint,
	"effective_on" date NOT NULL,
	"effective_until" date,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_by" bigint NOT NULL,
	"reason_code" text,
	"reason" text,
	"opening" boolean DEFAULT false NOT NULL,
	"superseded_at" timestamp with time zone,
	"superseded_by" bigint,
	CONSTRAINT "lead_facts_fact_known" CHECK ("lead_facts"."fact" in ('stage', 'status', 'desk', 'total_investment'))
);
--> statement-breakpoint
ALTER TABLE "lead_facts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "leads" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "leads_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"company_id" bigint,
	"name" text NOT NULL,
	"name_locale" text,
	"contact_id" bigint,
	"country" text NOT NULL,
	"province" text,
	"industry_id" bigint,
	"source" text NOT NULL,
	"event_id" bigint,
	"introduced_by" text,
	"need" text NOT NULL,
	"land_asked" boolean DEFAULT false NOT NULL,
	"intended_minor" bigint,
	"intended_currency" text,
	"intended_rate" numeric(18, 8),
	"intended_cny" bigint,
	"stage" text DEFAULT 'new' NOT NULL,
	"stage_since" date NOT NULL,
	"reached_name" text,
	"first_contact_at" timestamp with time zone,
	"verdict" text,
	"verdict_reason" text,
	"scores" jsonb,
	"disqualify_reason" text,
	"disqualify_text" text,
	"next_step" text,
	"next_step_on" date,
	"last_progress_at" timestamp with time zone DEFAULT now() NOT NULL,
	"clock" text,
	"clock_due" date,
	"unrouted" boolean DEFAULT false NOT NULL,
	"note" text,
	"search_text" text NOT NULL,
	"desk_id" bigint NOT NULL,
	"case_officer_id" bigint,
	"team_ids" bigint[] DEFAULT '{}'::bigint[] NOT NULL,
	"reader_ids" bigint[] DEFAULT '{}'::bigint[] NOT NULL,
	"number" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" bigint NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" bigint NOT NULL,
	"deleted_at" timestamp with time zone,
	"deleted_by" bigint,
	CONSTRAINT "leads_number_unique" UNIQUE("number"),
	CONSTRAINT "leads_stage_known" CHECK ("leads"."stage" in ('new', 'contacted', 'qualified', 'converted', 'disqualified')),
	CONSTRAINT "leads_source_known" CHECK ("leads"."source" in ('event', 'web_form', 'referral', 'visit', 'agency', 'government', 'own_research')),
	CONSTRAINT "leads_verdict_known" CHECK ("leads"."verdict" in ('pursue', 'watch', 'decline')),
	CONSTRAINT "leads_clock_known" CHECK ("leads"."clock" in ('answer', 'appraise', 'progress')),
	CONSTRAINT "leads_disqualify_reason_known" CHECK ("leads"."disqualify_reason" in ('not_an_investor', 'out_of_scope', 'environment', 'land_or_energy', 'no_reply', 'went_elsewhere', 'duplicate', 'other')),
	CONSTRAINT "leads_officer_in_team" CHECK ("leads"."case_officer_id" is null or "leads"."team_ids" @> array["leads"."case_officer_id"])
);
--> statement-breakpoint
ALTER TABLE "leads" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "desk_members" (
	"user_id" bigint NOT NULL,
	"desk_id" bigint NOT NULL,
	"head" boolean DEFAULT false NOT NULL,
	CONSTRAINT "desk_members_user_id_desk_id_pk" PRIMARY KEY("user_id","desk_id")
);
--> statement-breakpoint
ALTER TABLE "desk_members" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "sign_ins" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "sign_ins_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"login" text NOT NULL,
	"user_id" bigint,
	"address" "inet" NOT NULL,
	"outcome" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "sign_ins" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "users" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "users_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"login" text NOT NULL,
	"name" text NOT NULL,
	"names" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"role" text NOT NULL,
	"locale" text,
	"theme" text DEFAULT 'system' NOT NULL,
	"preferences" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"hired_on" date,
	"password_hash" text NOT NULL,
	"must_change_password" boolean DEFAULT false NOT NULL,
	"session_version" integer DEFAULT 1 NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"disabled_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "users_role_known" CHECK ("users"."role" in ('admin', 'director', 'manager', 'officer', 'viewer')),
	CONSTRAINT "users_locale_known" CHECK ("users"."locale" in ('zh-Hans', 'zh-Hant', 'en', 'ja', 'ko')),
	CONSTRAINT "users_theme_known" CHECK ("users"."theme" in ('system', 'light', 'dark'))
);
--> statement-breakpoint
ALTER TABLE "users" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "country_names" (
	"code" text PRIMARY KEY NOT NULL,
	"names" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "country_names" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "log_entries" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "log_entries_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"actor_id" bigint,
	"verb" text NOT NULL,
	"noun" text NOT NULL,
	"record_id" bigint,
	"details" jsonb DEFAULT '{}'::jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "log_entries" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "number_series" (
	"noun" text NOT NULL,
	"year" integer NOT NULL,
	"last" integer NOT NULL,
	CONSTRAINT "number_series_noun_year_pk" PRIMARY KEY("noun","year")
);
--> statement-breakpoint
ALTER TABLE "number_series" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "rates" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "rates_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"currency" text NOT NULL,
	"on_date" date NOT NULL,
	"rate" numeric(18, 8) NOT NULL,
	"source" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" bigint,
	CONSTRAINT "rates_positive" CHECK ("rates"."rate" > 0)
);
--> statement-breakpoint
ALTER TABLE "rates" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "submissions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" bigint NOT NULL,
	"verb" text NOT NULL,
	"outcome" jsonb NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "submissions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "zones" (
	"id" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"name" text NOT NULL,
	"names" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"timezone" text DEFAULT 'Asia/Shanghai' NOT NULL,
	"demo" boolean DEFAULT false NOT NULL,
	"settings" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "zones_one" CHECK ("zones"."id" = 1)
);
--> statement-breakpoint
ALTER TABLE "zones" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "activities" ADD CONSTRAINT "activities_lead_id_leads_id_fk" FOREIGN KEY ("lead_id") REFERENCES "public"."leads"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activities" ADD CONSTRAINT "activities_deal_id_deals_id_fk" FOREIGN KEY ("deal_id") REFERENCES "public"."deals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activities" ADD CONSTRAINT "activities_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activities" ADD CONSTRAINT "activities_contact_id_contacts_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contacts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activities" ADD CONSTRAINT "activities_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "companies" ADD CONSTRAINT "companies_industry_id_industries_id_fk" FOREIGN KEY ("industry_id") REFERENCES "public"."industries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "companies" ADD CONSTRAINT "companies_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_details" ADD CONSTRAINT "contact_details_contact_id_contacts_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contacts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_details" ADD CONSTRAINT "contact_details_updated_by_users_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deal_facts" ADD CONSTRAINT "deal_facts_deal_id_deals_id_fk" FOREIGN KEY ("deal_id") REFERENCES "public"."deals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deals" ADD CONSTRAINT "deals_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deals" ADD CONSTRAINT "deals_contact_id_contacts_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contacts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deals" ADD CONSTRAINT "deals_industry_id_industries_id_fk" FOREIGN KEY ("industry_id") REFERENCES "public"."industries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deals" ADD CONSTRAINT "deals_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deals" ADD CONSTRAINT "deals_lead_id_leads_id_fk" FOREIGN KEY ("lead_id") REFERENCES "public"."leads"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deals" ADD CONSTRAINT "deals_desk_id_desks_id_fk" FOREIGN KEY ("desk_id") REFERENCES "public"."desks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deals" ADD CONSTRAINT "deals_case_officer_id_users_id_fk" FOREIGN KEY ("case_officer_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deals" ADD CONSTRAINT "deals_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stage_proposals" ADD CONSTRAINT "stage_proposals_deal_id_deals_id_fk" FOREIGN KEY ("deal_id") REFERENCES "public"."deals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stage_proposals" ADD CONSTRAINT "stage_proposals_proposed_by_users_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stage_proposals" ADD CONSTRAINT "stage_proposals_decided_by_users_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "desk_routes" ADD CONSTRAINT "desk_routes_industry_id_industries_id_fk" FOREIGN KEY ("industry_id") REFERENCES "public"."industries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "desk_routes" ADD CONSTRAINT "desk_routes_desk_id_desks_id_fk" FOREIGN KEY ("desk_id") REFERENCES "public"."desks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lead_facts" ADD CONSTRAINT "lead_facts_lead_id_leads_id_fk" FOREIGN KEY ("lead_id") REFERENCES "public"."leads"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leads" ADD CONSTRAINT "leads_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leads" ADD CONSTRAINT "leads_contact_id_contacts_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contacts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leads" ADD CONSTRAINT "leads_industry_id_industries_id_fk" FOREIGN KEY ("industry_id") REFERENCES "public"."industries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leads" ADD CONSTRAINT "leads_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leads" ADD CONSTRAINT "leads_desk_id_desks_id_fk" FOREIGN KEY ("desk_id") REFERENCES "public"."desks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leads" ADD CONSTRAINT "leads_case_officer_id_users_id_fk" FOREIGN KEY ("case_officer_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leads" ADD CONSTRAINT "leads_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "desk_members" ADD CONSTRAINT "desk_members_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "desk_members" ADD CONSTRAINT "desk_members_desk_id_desks_id_fk" FOREIGN KEY ("desk_id") REFERENCES "public"."desks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_ins" ADD CONSTRAINT "sign_ins_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "log_entries" ADD CONSTRAINT "log_entries_actor_id_users_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rates" ADD CONSTRAINT "rates_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "activities_lead" ON "activities" USING btree ("lead_id","happened_on");--> statement-breakpoint
CREATE INDEX "activities_deal" ON "activities" USING btree ("deal_id","happened_on");--> statement-breakpoint
CREATE INDEX "activities_company" ON "activities" USING btree ("company_id","happened_on");--> statement-breakpoint
CREATE INDEX "activities_contact" ON "activities" USING btree ("contact_id");--> statement-breakpoint
CREATE INDEX "activities_created_by" ON "activities" USING btree ("created_by");--> statement-breakpoint
CREATE INDEX "activities_desk" ON "activities" USING btree ("desk_id","happened_on","id");--> statement-breakpoint
CREATE INDEX "activities_team" ON "activities" USING gin ("team_ids");--> statement-breakpoint
CREATE INDEX "activities_readers" ON "activities" USING gin ("reader_ids");--> statement-breakpoint
CREATE UNIQUE INDEX "companies_credit_code" ON "companies" USING btree ("credit_code") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "companies_by_name" ON "companies" USING btree (name collate "zh-x-icu","id") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "companies_by_updated" ON "companies" USING btree ("updated_at","id") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "companies_name_key" ON "companies" USING btree ("name_key") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "companies_industry" ON "companies" USING btree ("industry_id");--> statement-breakpoint
CREATE INDEX "companies_parent" ON "companies" USING btree ("parent_id");--> statement-breakpoint
CREATE INDEX "companies_created_by" ON "companies" USING btree ("created_by");--> statement-breakpoint
CREATE INDEX "contact_details_updated_by" ON "contact_details" USING btree ("updated_by");--> statement-breakpoint
CREATE INDEX "contacts_company" ON "contacts" USING btree ("company_id");--> statement-breakpoint
CREATE INDEX "contacts_created_by" ON "contacts" USING btree ("created_by");--> statement-breakpoint
CREATE INDEX "deal_facts_deal" ON "deal_facts" USING btree ("deal_id","fact","effective_on");--> statement-breakpoint
CREATE INDEX "deal_facts_value" ON "deal_facts" USING btree ("fact","value","effective_on");--> statement-breakpoint
CREATE INDEX "deals_by_updated" ON "deals" USING btree ("updated_at","id") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "deals_by_id" ON "deals" USING btree ("id") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "deals_by_name" ON "deals" USING btree (name collate "zh-x-icu","id") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "deals_by_total" ON "deals" USING btree ("total_cny","id") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "deals_by_stage_since" ON "deals" USING btree ("stage_since","id") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "deals_by_next_step" ON "deals" USING btree ("next_step_on","id") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "deals_desk_updated" ON "deals" USING btree ("desk_id","updated_at","id") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "deals_desk_id" ON "deals" USING btree ("desk_id","id") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "deals_desk_name" ON "deals" USING btree ("desk_id",name collate "zh-x-icu","id") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "deals_desk_total" ON "deals" USING btree ("desk_id","total_cny","id") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "deals_desk_stage_since" ON "deals" USING btree ("desk_id","stage_since","id") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "deals_desk_next_step" ON "deals" USING btree ("desk_id","next_step_on","id") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "deals_stage" ON "deals" USING btree ("stage","status","stage_since") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "deals_team" ON "deals" USING gin ("team_ids");--> statement-breakpoint
CREATE INDEX "deals_readers" ON "deals" USING gin ("reader_ids");--> statement-breakpoint
CREATE INDEX "deals_company" ON "deals" USING btree ("company_id");--> statement-breakpoint
CREATE INDEX "deals_contact" ON "deals" USING btree ("contact_id");--> statement-breakpoint
CREATE INDEX "deals_industry" ON "deals" USING btree ("industry_id");--> statement-breakpoint
CREATE INDEX "deals_event" ON "deals" USING btree ("event_id");--> statement-breakpoint
CREATE INDEX "deals_lead" ON "deals" USING btree ("lead_id");--> statement-breakpoint
CREATE INDEX "deals_officer" ON "deals" USING btree ("case_officer_id");--> statement-breakpoint
CREATE INDEX "deals_created_by" ON "deals" USING btree ("created_by");--> statement-breakpoint
CREATE INDEX "stage_proposals_deal" ON "stage_proposals" USING btree ("deal_id","id");--> statement-breakpoint
CREATE INDEX "stage_proposals_proposed_by" ON "stage_proposals" USING btree ("proposed_by");--> statement-breakpoint
CREATE INDEX "stage_proposals_decided_by" ON "stage_proposals" USING btree ("decided_by");--> statement-breakpoint
CREATE INDEX "stage_proposals_open" ON "stage_proposals" USING btree ("deal_id") WHERE decided_at is null;--> statement-breakpoint
CREATE INDEX "desk_routes_industry" ON "desk_routes" USING btree ("industry_id");--> statement-breakpoint
CREATE INDEX "desk_routes_desk" ON "desk_routes" USING btree ("desk_id");--> statement-breakpoint
CREATE UNIQUE INDEX "industries_name" ON "industries" USING btree ("name");--> statement-breakpoint
CREATE INDEX "events_by_starts" ON "events" USING btree ("starts_on","id") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "events_by_name" ON "events" USING btree (name collate "zh-x-icu","id") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "events_created_by" ON "events" USING btree ("created_by");--> statement-breakpoint
CREATE INDEX "lead_facts_lead" ON "lead_facts" USING btree ("lead_id","fact","effective_on");--> statement-breakpoint
CREATE INDEX "lead_facts_value" ON "lead_facts" USING btree ("fact","value","effective_on");--> statement-breakpoint
CREATE INDEX "leads_by_clock" ON "leads" USING btree ("clock_due","id") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "leads_by_updated" ON "leads" USING btree ("updated_at","id") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "leads_by_name" ON "leads" USING btree (name collate "zh-x-icu","id") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "leads_by_amount" ON "leads" USING btree ("intended_cny","id") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "leads_by_next_step" ON "leads" USING btree ("next_step_on","id") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "leads_desk_clock" ON "leads" USING btree ("desk_id","clock_due","id") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "leads_desk_updated" ON "leads" USING btree ("desk_id","updated_at","id") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "leads_desk_name" ON "leads" USING btree ("desk_id",name collate "zh-x-icu","id") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "leads_desk_amount" ON "leads" USING btree ("desk_id","intended_cny","id") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "leads_desk_next_step" ON "leads" USING btree ("desk_id","next_step_on","id") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "leads_team" ON "leads" USING gin ("team_ids");--> statement-breakpoint
CREATE INDEX "leads_readers" ON "leads" USING gin ("reader_ids");--> statement-breakpoint
CREATE INDEX "leads_company" ON "leads" USING btree ("company_id");--> statement-breakpoint
CREATE INDEX "leads_contact" ON "leads" USING btree ("contact_id");--> statement-breakpoint
CREATE INDEX "leads_industry" ON "leads" USING btree ("industry_id");--> statement-breakpoint
CREATE INDEX "leads_event" ON "leads" USING btree ("event_id");--> statement-breakpoint
CREATE INDEX "leads_officer" ON "leads" USING btree ("case_officer_id");--> statement-breakpoint
CREATE INDEX "leads_created_by" ON "leads" USING btree ("created_by");--> statement-breakpoint
CREATE INDEX "desk_members_desk" ON "desk_members" USING btree ("desk_id");--> statement-breakpoint
CREATE INDEX "sign_ins_login" ON "sign_ins" USING btree ("login","at");--> statement-breakpoint
CREATE INDEX "sign_ins_address" ON "sign_ins" USING btree ("address","at");--> statement-breakpoint
CREATE INDEX "sign_ins_user" ON "sign_ins" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "sign_ins_at" ON "sign_ins" USING btree ("at");--> statement-breakpoint
CREATE UNIQUE INDEX "users_login" ON "users" USING btree (lower("login"));--> statement-breakpoint
CREATE INDEX "log_entries_record" ON "log_entries" USING btree ("noun","record_id","id");--> statement-breakpoint
CREATE INDEX "log_entries_at" ON "log_entries" USING btree ("at");--> statement-breakpoint
CREATE INDEX "log_entries_actor" ON "log_entries" USING btree ("actor_id");--> statement-breakpoint
CREATE UNIQUE INDEX "rates_currency_date" ON "rates" USING btree ("currency","on_date");--> statement-breakpoint
CREATE INDEX "rates_created_by" ON "rates" USING btree ("created_by");--> statement-breakpoint
CREATE INDEX "submissions_user" ON "submissions" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "submissions_at" ON "submissions" USING btree ("at");--> statement-breakpoint
CREATE POLICY "activities_see_all" ON "activities" AS PERMISSIVE FOR SELECT TO "sees_all" USING (true);--> statement-breakpoint
CREATE POLICY "activities_see_desk" ON "activities" AS PERMISSIVE FOR SELECT TO "sees_desk" USING (desk_id = any((select viewer_desks())::bigint[]) or team_ids @> array[(select viewer_id())] or reader_ids @> array[(select viewer_id())]);--> statement-breakpoint
CREATE POLICY "activities_insert" ON "activities" AS PERMISSIVE FOR INSERT TO "sees_all", "sees_desk" WITH CHECK (case (select viewer_writes()) when 'all' then true when 'desk' then desk_id = any((select viewer_writes_desks())::bigint[]) or team_ids @> array[(select viewer_id())] when 'own' then team_ids @> array[(select viewer_id())] else false end);--> statement-breakpoint
CREATE POLICY "activities_update" ON "activities" AS PERMISSIVE FOR UPDATE TO "sees_all", "sees_desk" USING (case (select viewer_writes()) when 'all' then true when 'desk' then desk_id = any((select viewer_writes_desks())::bigint[]) or team_ids @> array[(select viewer_id())] when 'own' then team_ids @> array[(select viewer_id())] else false end) WITH CHECK (case (select viewer_writes()) when 'all' then true when 'desk' then desk_id = any((select viewer_writes_desks())::bigint[]) or team_ids @> array[(select viewer_id())] when 'own' then team_ids @> array[(select viewer_id())] else false end);--> statement-breakpoint
CREATE POLICY "companies_see_all" ON "companies" AS PERMISSIVE FOR SELECT TO "sees_all" USING (true);--> statement-breakpoint
CREATE POLICY "companies_see_desk" ON "companies" AS PERMISSIVE FOR SELECT TO "sees_desk" USING (true);--> statement-breakpoint
CREATE POLICY "companies_insert" ON "companies" AS PERMISSIVE FOR INSERT TO "sees_all", "sees_desk" WITH CHECK (case (select viewer_writes()) when 'all' then true when 'desk' then true when 'own' then created_by = (select viewer_id()) else false end);--> statement-breakpoint
CREATE POLICY "companies_update" ON "companies" AS PERMISSIVE FOR UPDATE TO "sees_all", "sees_desk" USING (case (select viewer_writes()) when 'all' then true when 'desk' then true when 'own' then created_by = (select viewer_id()) else false end) WITH CHECK (case (select viewer_writes()) when 'all' then true when 'desk' then true when 'own' then created_by = (select viewer_id()) else false end);--> statement-breakpoint
CREATE POLICY "contact_details_see_all" ON "contact_details" AS PERMISSIVE FOR SELECT TO "sees_all" USING (case (select viewer_details()) when 'shown' then true when 'linked' then exists (select 1 from leads l where l.contact_id = contact_details.contact_id) or exists (select 1 from deals d where d.contact_id = contact_details.contact_id) else false end);--> statement-breakpoint
CREATE POLICY "contact_details_see_desk" ON "contact_details" AS PERMISSIVE FOR SELECT TO "sees_desk" USING (case (select viewer_details()) when 'shown' then true when 'linked' then exists (select 1 from leads l where l.contact_id = contact_details.contact_id) or exists (select 1 from deals d where d.contact_id = contact_details.contact_id) else false end);--> statement-breakpoint
CREATE POLICY "contact_details_insert" ON "contact_details" AS PERMISSIVE FOR INSERT TO "sees_all", "sees_desk" WITH CHECK ((select viewer_writes()) in ('all', 'desk', 'own'));--> statement-breakpoint
CREATE POLICY "contact_details_update" ON "contact_details" AS PERMISSIVE FOR UPDATE TO "sees_all", "sees_desk" USING ((select viewer_writes()) in ('all', 'desk', 'own')) WITH CHECK ((select viewer_writes()) in ('all', 'desk', 'own'));--> statement-breakpoint
CREATE POLICY "contacts_see_all" ON "contacts" AS PERMISSIVE FOR SELECT TO "sees_all" USING (true);--> statement-breakpoint
CREATE POLICY "contacts_see_desk" ON "contacts" AS PERMISSIVE FOR SELECT TO "sees_desk" USING (true);--> statement-breakpoint
CREATE POLICY "contacts_insert" ON "contacts" AS PERMISSIVE FOR INSERT TO "sees_all", "sees_desk" WITH CHECK (case (select viewer_writes()) when 'all' then true when 'desk' then true when 'own' then created_by = (select viewer_id()) else false end);--> statement-breakpoint
CREATE POLICY "contacts_update" ON "contacts" AS PERMISSIVE FOR UPDATE TO "sees_all", "sees_desk" USING (case (select viewer_writes()) when 'all' then true when 'desk' then true when 'own' then created_by = (select viewer_id()) else false end) WITH CHECK (case (select viewer_writes()) when 'all' then true when 'desk' then true when 'own' then created_by = (select viewer_id()) else false end);--> statement-breakpoint
CREATE POLICY "deal_facts_see_all" ON "deal_facts" AS PERMISSIVE FOR SELECT TO "sees_all" USING (true);--> statement-breakpoint
CREATE POLICY "deal_facts_see_desk" ON "deal_facts" AS PERMISSIVE FOR SELECT TO "sees_desk" USING (exists (select 1 from deals p where p.id = deal_id and (true)));--> statement-breakpoint
CREATE POLICY "deal_facts_insert" ON "deal_facts" AS PERMISSIVE FOR INSERT TO "sees_all", "sees_desk" WITH CHECK (exists (select 1 from deals p where p.id = deal_id and (case (select viewer_writes()) when 'all' then true when 'desk' then p.desk_id = any((select viewer_writes_desks())::bigint[]) or p.team_ids @> array[(select viewer_id())] when 'own' then p.team_ids @> array[(select viewer_id())] else false end)));--> statement-breakpoint
CREATE POLICY "deal_facts_update" ON "deal_facts" AS PERMISSIVE FOR UPDATE TO "sees_all", "sees_desk" USING (exists (select 1 from deals p where p.id = deal_id and (case (select viewer_writes()) when 'all' then true when 'desk' then p.desk_id = any((select viewer_writes_desks())::bigint[]) or p.team_ids @> array[(select viewer_id())] when 'own' then p.team_ids @> array[(select viewer_id())] else false end))) WITH CHECK (exists (select 1 from deals p where p.id = deal_id and (case (select viewer_writes()) when 'all' then true when 'desk' then p.desk_id = any((select viewer_writes_desks())::bigint[]) or p.team_ids @> array[(select viewer_id())] when 'own' then p.team_ids @> array[(select viewer_id())] else false end)));--> statement-breakpoint
CREATE POLICY "deals_see_all" ON "deals" AS PERMISSIVE FOR SELECT TO "sees_all" USING (true);--> statement-breakpoint
CREATE POLICY "deals_see_desk" ON "deals" AS PERMISSIVE FOR SELECT TO "sees_desk" USING (desk_id = any((select viewer_desks())::bigint[]) or team_ids @> array[(select viewer_id())] or reader_ids @> array[(select viewer_id())]);--> statement-breakpoint
CREATE POLICY "deals_insert" ON "deals" AS PERMISSIVE FOR INSERT TO "sees_all", "sees_desk" WITH CHECK (case (select viewer_writes()) when 'all' then true when 'desk' then desk_id = any((select viewer_writes_desks())::bigint[]) or team_ids @> array[(select viewer_id())] when 'own' then team_ids @> array[(select viewer_id())] else false end);--> statement-breakpoint
CREATE POLICY "deals_update" ON "deals" AS PERMISSIVE FOR UPDATE TO "sees_all", "sees_desk" USING (case (select viewer_writes()) when 'all' then true when 'desk' then desk_id = any((select viewer_writes_desks())::bigint[]) or team_ids @> array[(select viewer_id())] when 'own' then team_ids @> array[(select viewer_id())] else false end) WITH CHECK (case (select viewer_writes()) when 'all' then true when 'desk' then desk_id = any((select viewer_writes_desks())::bigint[]) or team_ids @> array[(select viewer_id())] when 'own' then team_ids @> array[(select viewer_id())] else false end);--> statement-breakpoint
CREATE POLICY "stage_proposals_see_all" ON "stage_proposals" AS PERMISSIVE FOR SELECT TO "sees_all" USING (true);--> statement-breakpoint
CREATE POLICY "stage_proposals_see_desk" ON "stage_proposals" AS PERMISSIVE FOR SELECT TO "sees_desk" USING (exists (select 1 from deals p where p.id = deal_id and (true)));--> statement-breakpoint
CREATE POLICY "stage_proposals_insert" ON "stage_proposals" AS PERMISSIVE FOR INSERT TO "sees_all", "sees_desk" WITH CHECK (exists (select 1 from deals p where p.id = deal_id and (case (select viewer_writes()) when 'all' then true when 'desk' then p.desk_id = any((select viewer_writes_desks())::bigint[]) or p.team_ids @> array[(select viewer_id())] when 'own' then p.team_ids @> array[(select viewer_id())] else false end)));--> statement-breakpoint
CREATE POLICY "stage_proposals_update" ON "stage_proposals" AS PERMISSIVE FOR UPDATE TO "sees_all", "sees_desk" USING (exists (select 1 from deals p where p.id = deal_id and (case (select viewer_writes()) when 'all' then true when 'desk' then p.desk_id = any((select viewer_writes_desks())::bigint[]) or p.team_ids @> array[(select viewer_id())] when 'own' then p.team_ids @> array[(select viewer_id())] else false end))) WITH CHECK (exists (select 1 from deals p where p.id = deal_id and (case (select viewer_writes()) when 'all' then true when 'desk' then p.desk_id = any((select viewer_writes_desks())::bigint[]) or p.team_ids @> array[(select viewer_id())] when 'own' then p.team_ids @> array[(select viewer_id())] else false end)));--> statement-breakpoint
CREATE POLICY "desk_routes_see_all" ON "desk_routes" AS PERMISSIVE FOR SELECT TO "sees_all" USING (true);--> statement-breakpoint
CREATE POLICY "desk_routes_see_desk" ON "desk_routes" AS PERMISSIVE FOR SELECT TO "sees_desk" USING (true);--> statement-breakpoint
CREATE POLICY "desk_routes_insert" ON "desk_routes" AS PERMISSIVE FOR INSERT TO "sees_all", "sees_desk" WITH CHECK ((select viewer_writes()) = 'all' and (select viewer_verb()) like 'route.%');--> statement-breakpoint
CREATE POLICY "desk_routes_update" ON "desk_routes" AS PERMISSIVE FOR UPDATE TO "sees_all", "sees_desk" USING ((select viewer_writes()) = 'all' and (select viewer_verb()) like 'route.%') WITH CHECK ((select viewer_writes()) = 'all' and (select viewer_verb()) like 'route.%');--> statement-breakpoint
CREATE POLICY "desk_routes_delete" ON "desk_routes" AS PERMISSIVE FOR DELETE TO "sees_all", "sees_desk" USING ((select viewer_writes()) = 'all' and (select viewer_verb()) like 'route.%');--> statement-breakpoint
CREATE POLICY "desks_see_all" ON "desks" AS PERMISSIVE FOR SELECT TO "sees_all" USING (true);--> statement-breakpoint
CREATE POLICY "desks_see_desk" ON "desks" AS PERMISSIVE FOR SELECT TO "sees_desk" USING (true);--> statement-breakpoint
CREATE POLICY "desks_insert" ON "desks" AS PERMISSIVE FOR INSERT TO "sees_all", "sees_desk" WITH CHECK ((select viewer_writes()) = 'all' and (select viewer_verb()) like 'desk.%');--> statement-breakpoint
CREATE POLICY "desks_update" ON "desks" AS PERMISSIVE FOR UPDATE TO "sees_all", "sees_desk" USING ((select viewer_writes()) = 'all' and (select viewer_verb()) like 'desk.%') WITH CHECK ((select viewer_writes()) = 'all' and (select viewer_verb()) like 'desk.%');--> statement-breakpoint
CREATE POLICY "desks_delete" ON "desks" AS PERMISSIVE FOR DELETE TO "sees_all", "sees_desk" USING ((select viewer_writes()) = 'all' and (select viewer_verb()) like 'desk.%');--> statement-breakpoint
CREATE POLICY "industries_see_all" ON "industries" AS PERMISSIVE FOR SELECT TO "sees_all" USING (true);--> statement-breakpoint
CREATE POLICY "industries_see_desk" ON "industries" AS PERMISSIVE FOR SELECT TO "sees_desk" USING (true);--> statement-breakpoint
CREATE POLICY "industries_insert" ON "industries" AS PERMISSIVE FOR INSERT TO "sees_all", "sees_desk" WITH CHECK ((select viewer_writes()) = 'all' and (select viewer_verb()) like 'industry.%');--> statement-breakpoint
CREATE POLICY "industries_update" ON "industries" AS PERMISSIVE FOR UPDATE TO "sees_all", "sees_desk" USING ((select viewer_writes()) = 'all' and (select viewer_verb()) like 'industry.%') WITH CHECK ((select viewer_writes()) = 'all' and (select viewer_verb()) like 'industry.%');--> statement-breakpoint
CREATE POLICY "industries_delete" ON "industries" AS PERMISSIVE FOR DELETE TO "sees_all", "sees_desk" USING ((select viewer_writes()) = 'all' and (select viewer_verb()) like 'industry.%');--> statement-breakpoint
CREATE POLICY "events_see_all" ON "events" AS PERMISSIVE FOR SELECT TO "sees_all" USING (true);--> statement-breakpoint
CREATE POLICY "events_see_desk" ON "events" AS PERMISSIVE FOR SELECT TO "sees_desk" USING (true);--> statement-breakpoint
CREATE POLICY "events_insert" ON "events" AS PERMISSIVE FOR INSERT TO "sees_all", "sees_desk" WITH CHECK (case (select viewer_writes()) when 'all' then true when 'desk' then desk_ids && (select viewer_writes_desks())::bigint[] else false end);--> statement-breakpoint
CREATE POLICY "events_update" ON "events" AS PERMISSIVE FOR UPDATE TO "sees_all", "sees_desk" USING (case (select viewer_writes()) when 'all' then true when 'desk' then desk_ids && (select viewer_writes_desks())::bigint[] else false end) WITH CHECK (case (select viewer_writes()) when 'all' then true when 'desk' then desk_ids && (select viewer_writes_desks())::bigint[] else false end);--> statement-breakpoint
CREATE POLICY "lead_facts_see_all" ON "lead_facts" AS PERMISSIVE FOR SELECT TO "sees_all" USING (true);--> statement-breakpoint
CREATE POLICY "lead_facts_see_desk" ON "lead_facts" AS PERMISSIVE FOR SELECT TO "sees_desk" USING (exists (select 1 from leads p where p.id = lead_id and (true)));--> statement-breakpoint
CREATE POLICY "lead_facts_insert" ON "lead_facts" AS PERMISSIVE FOR INSERT TO "sees_all", "sees_desk" WITH CHECK (exists (select 1 from leads p where p.id = lead_id and (case (select viewer_writes()) when 'all' then true when 'desk' then p.desk_id = any((select viewer_writes_desks())::bigint[]) or p.team_ids @> array[(select viewer_id())] when 'own' then p.team_ids @> array[(select viewer_id())] else false end)));--> statement-breakpoint
CREATE POLICY "lead_facts_update" ON "lead_facts" AS PERMISSIVE FOR UPDATE TO "sees_all", "sees_desk" USING (exists (select 1 from leads p where p.id = lead_id and (case (select viewer_writes()) when 'all' then true when 'desk' then p.desk_id = any((select viewer_writes_desks())::bigint[]) or p.team_ids @> array[(select viewer_id())] when 'own' then p.team_ids @> array[(select viewer_id())] else false end))) WITH CHECK (exists (select 1 from leads p where p.id = lead_id and (case (select viewer_writes()) when 'all' then true when 'desk' then p.desk_id = any((select viewer_writes_desks())::bigint[]) or p.team_ids @> array[(select viewer_id())] when 'own' then p.team_ids @> array[(select viewer_id())] else false end)));--> statement-breakpoint
CREATE POLICY "leads_see_all" ON "leads" AS PERMISSIVE FOR SELECT TO "sees_all" USING (true);--> statement-breakpoint
CREATE POLICY "leads_see_desk" ON "leads" AS PERMISSIVE FOR SELECT TO "sees_desk" USING (desk_id = any((select viewer_desks())::bigint[]) or team_ids @> array[(select viewer_id())] or reader_ids @> array[(select viewer_id())]);--> statement-breakpoint
CREATE POLICY "leads_insert" ON "leads" AS PERMISSIVE FOR INSERT TO "sees_all", "sees_desk" WITH CHECK (case (select viewer_writes()) when 'all' then true when 'desk' then desk_id = any((select viewer_writes_desks())::bigint[]) or team_ids @> array[(select viewer_id())] when 'own' then team_ids @> array[(select viewer_id())] else false end);--> statement-breakpoint
CREATE POLICY "leads_update" ON "leads" AS PERMISSIVE FOR UPDATE TO "sees_all", "sees_desk" USING (case (select viewer_writes()) when 'all' then true when 'desk' then desk_id = any((select viewer_writes_desks())::bigint[]) or team_ids @> array[(select viewer_id())] when 'own' then team_ids @> array[(select viewer_id())] else false end) WITH CHECK (case (select viewer_writes()) when 'all' then true when 'desk' then desk_id = any((select viewer_writes_desks())::bigint[]) or team_ids @> array[(select viewer_id())] when 'own' then team_ids @> array[(select viewer_id())] else false end);--> statement-breakpoint
CREATE POLICY "desk_members_see_all" ON "desk_members" AS PERMISSIVE FOR SELECT TO "sees_all" USING (true);--> statement-breakpoint
CREATE POLICY "desk_members_see_desk" ON "desk_members" AS PERMISSIVE FOR SELECT TO "sees_desk" USING (true);--> statement-breakpoint
CREATE POLICY "desk_members_insert" ON "desk_members" AS PERMISSIVE FOR INSERT TO "sees_all", "sees_desk" WITH CHECK ((select viewer_writes()) = 'all' and (select viewer_verb()) like 'user.%');--> statement-breakpoint
CREATE POLICY "desk_members_update" ON "desk_members" AS PERMISSIVE FOR UPDATE TO "sees_all", "sees_desk" USING ((select viewer_writes()) = 'all' and (select viewer_verb()) like 'user.%') WITH CHECK ((select viewer_writes()) = 'all' and (select viewer_verb()) like 'user.%');--> statement-breakpoint
CREATE POLICY "desk_members_delete" ON "desk_members" AS PERMISSIVE FOR DELETE TO "sees_all", "sees_desk" USING ((select viewer_writes()) = 'all' and (select viewer_verb()) like 'user.%');--> statement-breakpoint
CREATE POLICY "sign_ins_see_all" ON "sign_ins" AS PERMISSIVE FOR SELECT TO "sees_all" USING ((select viewer_role()) = 'admin');--> statement-breakpoint
CREATE POLICY "sign_ins_door" ON "sign_ins" AS PERMISSIVE FOR INSERT TO "sign_in" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "users_see_all" ON "users" AS PERMISSIVE FOR SELECT TO "sees_all" USING (true);--> statement-breakpoint
CREATE POLICY "users_see_desk" ON "users" AS PERMISSIVE FOR SELECT TO "sees_desk" USING (true);--> statement-breakpoint
CREATE POLICY "users_insert" ON "users" AS PERMISSIVE FOR INSERT TO "sees_all", "sees_desk" WITH CHECK (((select viewer_writes()) = 'all' and (select viewer_verb()) like 'user.%') or ((select viewer_verb()) = 'own.edit' and id = (select viewer_id())));--> statement-breakpoint
CREATE POLICY "users_update" ON "users" AS PERMISSIVE FOR UPDATE TO "sees_all", "sees_desk" USING (((select viewer_writes()) = 'all' and (select viewer_verb()) like 'user.%') or ((select viewer_verb()) = 'own.edit' and id = (select viewer_id()))) WITH CHECK (((select viewer_writes()) = 'all' and (select viewer_verb()) like 'user.%') or ((select viewer_verb()) = 'own.edit' and id = (select viewer_id())));--> statement-breakpoint
CREATE POLICY "users_sign_in" ON "users" AS PERMISSIVE FOR SELECT TO "sign_in" USING (true);--> statement-breakpoint
CREATE POLICY "country_names_see_all" ON "country_names" AS PERMISSIVE FOR SELECT TO "sees_all" USING (true);--> statement-breakpoint
CREATE POLICY "country_names_see_desk" ON "country_names" AS PERMISSIVE FOR SELECT TO "sees_desk" USING (true);--> statement-breakpoint
CREATE POLICY "country_names_insert" ON "country_names" AS PERMISSIVE FOR INSERT TO "sees_all", "sees_desk" WITH CHECK ((select viewer_writes()) = 'all' and (select viewer_verb()) like 'country.%');--> statement-breakpoint
CREATE POLICY "country_names_update" ON "country_names" AS PERMISSIVE FOR UPDATE TO "sees_all", "sees_desk" USING ((select viewer_writes()) = 'all' and (select viewer_verb()) like 'country.%') WITH CHECK ((select viewer_writes()) = 'all' and (select viewer_verb()) like 'country.%');--> statement-breakpoint
CREATE POLICY "country_names_delete" ON "country_names" AS PERMISSIVE FOR DELETE TO "sees_all", "sees_desk" USING ((select viewer_writes()) = 'all' and (select viewer_verb()) like 'country.%');--> statement-breakpoint
CREATE POLICY "log_entries_see_all" ON "log_entries" AS PERMISSIVE FOR SELECT TO "sees_all" USING (case noun
    when 'lead' then exists (select 1 from leads r where r.id = record_id)
    when 'deal' then exists (select 1 from deals r where r.id = record_id)
    when 'contact_detail' then exists (select 1 from contact_details r where r.contact_id = record_id)
    when 'company' then record_id is not null
    when 'contact' then record_id is not null
    when 'event' then record_id is not null
    else false end
    or (select viewer_role()) = 'admin' or actor_id = (select viewer_id()));--> statement-breakpoint
CREATE POLICY "log_entries_see_desk" ON "log_entries" AS PERMISSIVE FOR SELECT TO "sees_desk" USING (case noun
    when 'lead' then exists (select 1 from leads r where r.id = record_id)
    when 'deal' then exists (select 1 from deals r where r.id = record_id)
    when 'contact_detail' then exists (select 1 from contact_details r where r.contact_id = record_id)
    when 'company' then record_id is not null
    when 'contact' then record_id is not null
    when 'event' then record_id is not null
    else false end
    or (select viewer_role()) = 'admin' or actor_id = (select viewer_id()));--> statement-breakpoint
CREATE POLICY "rates_see_all" ON "rates" AS PERMISSIVE FOR SELECT TO "sees_all" USING (true);--> statement-breakpoint
CREATE POLICY "rates_see_desk" ON "rates" AS PERMISSIVE FOR SELECT TO "sees_desk" USING (true);--> statement-breakpoint
CREATE POLICY "rates_insert" ON "rates" AS PERMISSIVE FOR INSERT TO "sees_all", "sees_desk" WITH CHECK ((select viewer_writes()) = 'all' and (select viewer_verb()) like 'rate.%');--> statement-breakpoint
CREATE POLICY "rates_update" ON "rates" AS PERMISSIVE FOR UPDATE TO "sees_all", "sees_desk" USING ((select viewer_writes()) = 'all' and (select viewer_verb()) like 'rate.%') WITH CHECK ((select viewer_writes()) = 'all' and (select viewer_verb()) like 'rate.%');--> statement-breakpoint
CREATE POLICY "rates_delete" ON "rates" AS PERMISSIVE FOR DELETE TO "sees_all", "sees_desk" USING ((select viewer_writes()) = 'all' and (select viewer_verb()) like 'rate.%');--> statement-breakpoint
CREATE POLICY "submissions_see_all" ON "submissions" AS PERMISSIVE FOR SELECT TO "sees_all" USING (user_id = (select viewer_id()));--> statement-breakpoint
CREATE POLICY "submissions_see_desk" ON "submissions" AS PERMISSIVE FOR SELECT TO "sees_desk" USING (user_id = (select viewer_id()));--> statement-breakpoint
CREATE POLICY "submissions_insert" ON "submissions" AS PERMISSIVE FOR INSERT TO "sees_all", "sees_desk" WITH CHECK (user_id = (select viewer_id()));--> statement-breakpoint
CREATE POLICY "submissions_update" ON "submissions" AS PERMISSIVE FOR UPDATE TO "sees_all", "sees_desk" USING (user_id = (select viewer_id())) WITH CHECK (user_id = (select viewer_id()));--> statement-breakpoint
CREATE POLICY "zones_see_all" ON "zones" AS PERMISSIVE FOR SELECT TO "sees_all" USING (true);--> statement-breakpoint
CREATE POLICY "zones_see_desk" ON "zones" AS PERMISSIVE FOR SELECT TO "sees_desk" USING (true);--> statement-breakpoint
CREATE POLICY "zones_insert" ON "zones" AS PERMISSIVE FOR INSERT TO "sees_all", "sees_desk" WITH CHECK ((select viewer_writes()) = 'all' and (select viewer_verb()) like 'zone.%');--> statement-breakpoint
CREATE POLICY "zones_update" ON "zones" AS PERMISSIVE FOR UPDATE TO "sees_all", "sees_desk" USING ((select viewer_writes()) = 'all' and (select viewer_verb()) like 'zone.%') WITH CHECK ((select viewer_writes()) = 'all' and (select viewer_verb()) like 'zone.%');--> statement-breakpoint
CREATE POLICY "zones_delete" ON "zones" AS PERMISSIVE FOR DELETE TO "sees_all", "sees_desk" USING ((select viewer_writes()) = 'all' and (select viewer_verb()) like 'zone.%');