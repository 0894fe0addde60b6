grant usage on schema public to housekeeping;
--> statement-breakpoint
grant select on counters, counter_deltas to sees_all, sees_desk;
--> statement-breakpoint
grant select on chore_runs to sees_all;
--> statement-breakpoint
grant select, insert, update on counters, log_heads, chore_runs to housekeeping;
--> statement-breakpoint
grant select, delete on counter_deltas, log_queue to housekeeping;
--> statement-breakpoint
grant select, insert on log_seals, log_batches to housekeeping;
--> statement-breakpoint
grant select on log_entries to housekeeping;
--> statement-breakpoint
-- Which rows of these two, their policies say; of the rest of them it reads nothing.
grant select (at), delete on submissions to housekeeping;
--> statement-breakpoint
grant select (at, outcome), delete on sign_ins to housekeeping;
--> statement-breakpoint
-- What was written before there were seals is sealed first. Held until the trigger that queues new lines stands.
lock table log_entries in share row exclusive mode;
--> statement-breakpoint
insert into log_queue select id from log_entries;
