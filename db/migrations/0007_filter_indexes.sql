CREATE INDEX "companies_country" ON "companies" USING btree ("country","id") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "deals_country" ON "deals" USING btree ("country","id") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "deals_high_tech" ON "deals" USING btree ("updated_at","id") WHERE high_tech and deleted_at is null;--> statement-breakpoint
CREATE INDEX "leads_country" ON "leads" USING btree ("country","id") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "leads_source" ON "leads" USING btree ("source","id") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "leads_unrouted" ON "leads" USING btree ("clock_due","id") WHERE unrouted and deleted_at is null;