-- A single Latin letter or digit is looked up like anything else: each that a text has is among its grams, once. The
-- indexes that stand on grams() are built anew: a minute or two in an office of a million names.
DROP INDEX "search_company_grams";--> statement-breakpoint
DROP INDEX "search_contact_grams";--> statement-breakpoint
DROP INDEX "search_contact_detail_grams";--> statement-breakpoint
DROP INDEX "search_deal_grams";--> statement-breakpoint
DROP INDEX "search_event_grams";--> statement-breakpoint
DROP INDEX "search_lead_grams";--> statement-breakpoint
create or replace function grams(p_text text) returns text[]
language plpgsql immutable strict parallel safe as $$
declare
  found text[] := '{}';
  this text;
  earlier text := ' ';
  latin text := ' ';
  letters text := '';
begin
  foreach this in array string_to_array(translate(p_text, '|', ' ') || ' ', null) loop
    if ascii(this) > 127 then
      found := found || this;
      found := found || (earlier || this);
      latin := '';
    elsif earlier <> ' ' then
      found := found || (earlier || this);
      if this <> ' ' and strpos(letters, this) = 0 then letters := letters || this; found := found || this; end if;
      if length(latin) = 2 then found := found || (latin || this); end if;
      latin := right(latin, 1) || this;
    elsif this <> ' ' then
      found := found || (earlier || this);
      if strpos(letters, this) = 0 then letters := letters || this; found := found || this; end if;
      latin := ' ' || this;
    end if;
    earlier := this;
  end loop;
  return found;
end $$;
--> statement-breakpoint
-- What a text must have among its grams to have this term in it.
create or replace function term_grams(p_term text) returns text[]
language plpgsql immutable strict parallel safe as $$
declare
  found text[] := '{}';
  latin boolean := p_term ~ '^[ -~]*$';
  size int := case when length(p_term) < 3 then length(p_term) when latin then 3 else 2 end;
begin
  for at in 1 .. length(p_term) - size + 1 loop
    found := found || substr(p_term, at, size);
  end loop;
  return found;
end $$;
--> statement-breakpoint
CREATE INDEX "search_company_grams" ON "search_company" USING gin (grams("text")) WITH (gin_pending_list_limit=256);--> statement-breakpoint
CREATE INDEX "search_contact_grams" ON "search_contact" USING gin (grams("text")) WITH (gin_pending_list_limit=256);--> statement-breakpoint
CREATE INDEX "search_contact_detail_grams" ON "search_contact_detail" USING gin (grams("text")) WITH (gin_pending_list_limit=256);--> statement-breakpoint
CREATE INDEX "search_deal_grams" ON "search_deal" USING gin (grams("text")) WITH (gin_pending_list_limit=256);--> statement-breakpoint
CREATE INDEX "search_event_grams" ON "search_event" USING gin (grams("text")) WITH (gin_pending_list_limit=256);--> statement-breakpoint
CREATE INDEX "search_lead_grams" ON "search_lead" USING gin (grams("text")) WITH (gin_pending_list_limit=256);--> statement-breakpoint
CREATE TABLE "search_task" (
	"record_id" bigint PRIMARY KEY NOT NULL,
	"text" text NOT NULL,
	"desk_id" bigint,
	"team_ids" bigint[] DEFAULT '{}'::bigint[] NOT NULL,
	"reader_ids" bigint[] DEFAULT '{}'::bigint[] NOT NULL
);
--> statement-breakpoint
ALTER TABLE "search_task" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "search_text" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "search_task" ADD CONSTRAINT "search_task_record_id_tasks_id_fk" FOREIGN KEY ("record_id") REFERENCES "public"."tasks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "search_task_grams" ON "search_task" USING gin (grams("text")) WITH (gin_pending_list_limit=256);--> statement-breakpoint
-- Without statistics every term would be looked up as a rare one.
ANALYZE "search_company", "search_contact", "search_contact_detail", "search_deal", "search_event", "search_lead";
