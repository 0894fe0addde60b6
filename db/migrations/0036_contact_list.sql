ALTER TABLE "export_schedules" DROP CONSTRAINT "export_schedules_list_known";--> statement-breakpoint
ALTER TABLE "exports" DROP CONSTRAINT "exports_list_known";--> statement-breakpoint
ALTER TABLE "views" DROP CONSTRAINT "views_list_known";--> statement-breakpoint
CREATE INDEX "contacts_by_name" ON "contacts" USING btree (name collate "zh-x-icu","id") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "contacts_by_updated" ON "contacts" USING btree ("updated_at","id") WHERE deleted_at is null;--> statement-breakpoint
ALTER TABLE "export_schedules" ADD CONSTRAINT "export_schedules_list_known" CHECK ("export_schedules"."list" in ('deals', 'leads', 'companies', 'contacts', 'events', 'clocks'));--> statement-breakpoint
ALTER TABLE "exports" ADD CONSTRAINT "exports_list_known" CHECK ("exports"."list" in ('deals', 'leads', 'companies', 'contacts', 'events', 'clocks'));--> statement-breakpoint
ALTER TABLE "views" ADD CONSTRAINT "views_list_known" CHECK ("views"."list" in ('leads', 'deals', 'companies', 'contacts'));