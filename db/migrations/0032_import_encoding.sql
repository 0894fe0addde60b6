ALTER TABLE "imports" ADD COLUMN "encoding" text;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "encoding_how" text;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "linked" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_encoding_known" CHECK ("imports"."encoding" in ('utf-8', 'utf-16le', 'utf-16be', 'gb18030', 'big5', 'shift_jis', 'euc-kr'));--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_encoding_how_known" CHECK ("imports"."encoding_how" in ('sure', 'guessed', 'said', 'open'));