ALTER TABLE "import_rows" ADD COLUMN "links" text[] DEFAULT '{}'::text[] NOT NULL;--> statement-breakpoint
-- How long the list beside each may grow is every connection's own (db/connection.ts).
ALTER INDEX "search_company_grams" RESET (gin_pending_list_limit);--> statement-breakpoint
ALTER INDEX "search_contact_grams" RESET (gin_pending_list_limit);--> statement-breakpoint
ALTER INDEX "search_contact_detail_grams" RESET (gin_pending_list_limit);--> statement-breakpoint
ALTER INDEX "search_deal_grams" RESET (gin_pending_list_limit);--> statement-breakpoint
ALTER INDEX "search_event_grams" RESET (gin_pending_list_limit);--> statement-breakpoint
ALTER INDEX "search_issue_grams" RESET (gin_pending_list_limit);--> statement-breakpoint
ALTER INDEX "search_lead_grams" RESET (gin_pending_list_limit);--> statement-breakpoint
ALTER INDEX "search_task_grams" RESET (gin_pending_list_limit);
