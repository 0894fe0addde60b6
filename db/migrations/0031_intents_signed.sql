DROP INDEX "deals_intent_on";--> statement-breakpoint
ALTER TABLE "deals" ADD COLUMN "intent_on" date;--> statement-breakpoint
ALTER TABLE "deals" ADD COLUMN "intent_reference" text;--> statement-breakpoint
-- Until now the intent of a deal was its entry document.
update deals set intent_on = entry_document_on, intent_reference = entry_document_reference where entry_document_kind = 'intent';--> statement-breakpoint
CREATE INDEX "deals_intent_on" ON "deals" USING btree ("intent_on","id") WHERE intent_on is not null and deleted_at is null;
