DROP INDEX "exports_kept";--> statement-breakpoint
ALTER TABLE "exports" ADD CONSTRAINT "exports_digest_contents_digest_fk" FOREIGN KEY ("digest") REFERENCES "public"."contents"("digest") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "exports_digest" ON "exports" USING btree ("digest");--> statement-breakpoint
CREATE INDEX "exports_kept" ON "exports" USING btree ("kept_until") WHERE digest is not null;--> statement-breakpoint
ALTER TABLE "exports" DROP COLUMN "file";--> statement-breakpoint
grant select (id, digest, kept_until), update (digest, removed_at) on exports to housekeeping;
