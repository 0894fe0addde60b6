DROP INDEX "deals_by_updated";--> statement-breakpoint
CREATE INDEX "deals_by_updated" ON "deals" USING btree ("updated_at","id","status","stage","stage_since") WHERE deleted_at is null;