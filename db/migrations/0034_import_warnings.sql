ALTER TABLE "import_rows" ADD COLUMN "warnings" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "clear_empty" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "leads" ADD COLUMN "entered_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "import_rows" DROP COLUMN "untouched";