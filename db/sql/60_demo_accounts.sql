-- The accounts to choose from at the door of a demonstration. The door itself reads neither names in other languages
-- nor desks; and in a real office there is nothing to choose from.
create or replace function demo_accounts() returns table (login text, name text, names jsonb, role text, desks jsonb)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not exists (select from public.zones z where z.demo) then return; end if;
  return query
    select u.login, u.name, u.names, u.role, coalesce((
      select jsonb_agg(jsonb_build_object('id', d.id, 'name', d.name, 'names', d.names, 'colour', d.colour) order by d.position)
      from public.desk_members m join public.desks d on d.id = m.desk_id where m.user_id = u.id), '[]')
    from public.users u
    where u.disabled_at is null and not u.must_change_password
    order by array_position(array['director', 'manager', 'officer', 'viewer', 'admin'], u.role), u.id
    limit 40;
end $$;
revoke execute on function demo_accounts() from public;
grant execute on function demo_accounts() to sign_in;
