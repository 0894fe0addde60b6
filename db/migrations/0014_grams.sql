-- What a text in search form (domain/name/search-text.ts) is looked up by: its characters, its pairs, and for Latin
-- letters and digits, of which there are few, its triples instead of the characters. The ' ' before and behind a word
-- belongs to its pairs and triples, so that beginnings and ends are looked up like any other; '|' only sets apart.
-- plpgsql, since an SQL function costs several times more a row. Indexes stand on it: a change comes with a migration
-- that builds them anew.
create function grams(p_text text) returns text[]
language plpgsql immutable strict parallel safe as $$
declare
  found text[] := '{}';
  this text;
  earlier text := ' ';
  latin text := ' ';
begin
  foreach this in array string_to_array(translate(p_text, '|', ' ') || ' ', null) loop
    if ascii(this) > 127 then
      found := found || this;
      found := found || (earlier || this);
      latin := '';
    elsif earlier <> ' ' then
      found := found || (earlier || this);
      if length(latin) = 2 then found := found || (latin || this); end if;
      latin := right(latin, 1) || this;
    elsif this <> ' ' then
      found := found || (earlier || this);
      latin := ' ' || this;
    end if;
    earlier := this;
  end loop;
  return found;
end $$;
--> statement-breakpoint
-- What a text must have among its grams to have this term in it; empty for a single Latin letter or digit.
create function term_grams(p_term text) returns text[]
language plpgsql immutable strict parallel safe as $$
declare
  found text[] := '{}';
  latin boolean := p_term ~ '^[ -~]*$';
  size int := case when length(p_term) < 3 then length(p_term) when latin then 3 else 2 end;
begin
  if latin and length(p_term) = 1 then return found; end if;
  for at in 1 .. length(p_term) - size + 1 loop
    found := found || substr(p_term, at, size);
  end loop;
  return found;
end $$;
