CREATE SEQUENCE "public"."notification_places" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1;--> statement-breakpoint
CREATE TABLE "notification_choices" (
	"user_id" bigint NOT NULL,
	"kind" text NOT NULL,
	"app" boolean NOT NULL,
	"mail" text NOT NULL,
	CONSTRAINT "notification_choices_user_id_kind_pk" PRIMARY KEY("user_id","kind"),
	CONSTRAINT "notification_choices_kind_known" CHECK ("notification_choices"."kind" in ('assigned', 'mentioned', 'clock_soon', 'clock_overdue', 'confirmation_asked', 'confirmed', 'returned', 'hand_over_proposed', 'hand_over_accepted', 'hand_over_declined', 'ruling_asked', 'ruled', 'duplicate_asked', 'task_assigned', 'task_due', 'visit_tomorrow', 'cover_started')),
	CONSTRAINT "notification_choices_mail_known" CHECK ("notification_choices"."mail" in ('never', 'at_once', 'daily'))
);
--> statement-breakpoint
ALTER TABLE "notification_choices" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "notifications" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "notifications_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"place" bigint DEFAULT nextval('notification_places') NOT NULL,
	"user_id" bigint NOT NULL,
	"kind" text NOT NULL,
	"actor_id" bigint,
	"noun" text NOT NULL,
	"record_id" bigint,
	"details" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"once" text,
	"in_app" boolean DEFAULT true NOT NULL,
	"mail" text DEFAULT 'never' NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"read_at" timestamp with time zone,
	"snoozed_until" timestamp with time zone,
	CONSTRAINT "notifications_kind_known" CHECK ("notifications"."kind" in ('assigned', 'mentioned', 'clock_soon', 'clock_overdue', 'confirmation_asked', 'confirmed', 'returned', 'hand_over_proposed', 'hand_over_accepted', 'hand_over_declined', 'ruling_asked', 'ruled', 'duplicate_asked', 'task_assigned', 'task_due', 'visit_tomorrow', 'cover_started')),
	CONSTRAINT "notifications_noun_known" CHECK ("notifications"."noun" in ('lead', 'deal', 'company', 'contact', 'event', 'task', 'user')),
	CONSTRAINT "notifications_mail_known" CHECK ("notifications"."mail" in ('never', 'at_once', 'daily'))
);
--> statement-breakpoint
ALTER TABLE "notifications" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "notification_choices" ADD CONSTRAINT "notification_choices_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_actor_id_users_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "notifications_user" ON "notifications" USING btree ("user_id","place") WHERE in_app;--> statement-breakpoint
CREATE INDEX "notifications_kind" ON "notifications" USING btree ("user_id","kind","place") WHERE in_app;--> statement-breakpoint
CREATE INDEX "notifications_unread" ON "notifications" USING btree ("user_id","place") WHERE in_app and read_at is null and snoozed_until is null;--> statement-breakpoint
CREATE INDEX "notifications_snoozed" ON "notifications" USING btree ("snoozed_until") WHERE snoozed_until is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "notifications_once" ON "notifications" USING btree ("user_id","once") WHERE once is not null;--> statement-breakpoint
CREATE INDEX "notifications_actor" ON "notifications" USING btree ("actor_id");--> statement-breakpoint
CREATE INDEX "notifications_at" ON "notifications" USING btree ("at");--> statement-breakpoint
CREATE POLICY "notification_choices_see_all" ON "notification_choices" AS PERMISSIVE FOR SELECT TO "sees_all" USING (user_id = (select viewer_id()));--> statement-breakpoint
CREATE POLICY "notification_choices_see_desk" ON "notification_choices" AS PERMISSIVE FOR SELECT TO "sees_desk" USING (user_id = (select viewer_id()));--> statement-breakpoint
CREATE POLICY "notification_choices_insert" ON "notification_choices" AS PERMISSIVE FOR INSERT TO "sees_all", "sees_desk" WITH CHECK (user_id = (select viewer_id()) and (select viewer_verb()) = 'own.edit');--> statement-breakpoint
CREATE POLICY "notification_choices_update" ON "notification_choices" AS PERMISSIVE FOR UPDATE TO "sees_all", "sees_desk" USING (user_id = (select viewer_id()) and (select viewer_verb()) = 'own.edit') WITH CHECK (user_id = (select viewer_id()) and (select viewer_verb()) = 'own.edit');--> statement-breakpoint
CREATE POLICY "notifications_see_all" ON "notifications" AS PERMISSIVE FOR SELECT TO "sees_all" USING (user_id = (select viewer_id()));--> statement-breakpoint
CREATE POLICY "notifications_see_desk" ON "notifications" AS PERMISSIVE FOR SELECT TO "sees_desk" USING (user_id = (select viewer_id()));--> statement-breakpoint
CREATE POLICY "notifications_update" ON "notifications" AS PERMISSIVE FOR UPDATE TO "sees_all", "sees_desk" USING (user_id = (select viewer_id()) and (select viewer_verb()) = 'notification.mark') WITH CHECK (user_id = (select viewer_id()) and (select viewer_verb()) = 'notification.mark');--> statement-breakpoint
CREATE POLICY "notifications_housekeeping_select" ON "notifications" AS PERMISSIVE FOR SELECT TO "housekeeping" USING (at < now() - interval '365 days' or (read_at is not null and at < now() - interval '90 days'));--> statement-breakpoint
CREATE POLICY "notifications_housekeeping_delete" ON "notifications" AS PERMISSIVE FOR DELETE TO "housekeeping" USING (at < now() - interval '365 days' or (read_at is not null and at < now() - interval '90 days'));--> statement-breakpoint
grant select on notifications to sees_all, sees_desk;
--> statement-breakpoint
-- What was told stands; only whether it was read, and when it shall come back, is the reader's.
grant update (read_at, snoozed_until) on notifications to sees_all, sees_desk;
--> statement-breakpoint
grant select, insert, update on notification_choices to sees_all, sees_desk;
--> statement-breakpoint
grant select (at, read_at), delete on notifications to housekeeping;
