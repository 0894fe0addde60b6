import postgres, { type Sql } from 'postgres'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connectionOptions } from '@/db/connection'

let owner: Sql
beforeAll(async () => {
  owner = postgres(await connectionOptions({ max: 1 }))
})
afterAll(() => owner.end())

test('every table stands behind row policies, for seeing and for each way of writing that is granted', async () => {
  const tables = await owner<{ name: string; fenced: boolean }[]>`
    select relname as name, relrowsecurity as fenced from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`
  expect(tables.length).toBeGreaterThan(15)
  expect(tables.filter(table => !table.fenced)).toEqual([])
  const bare = await owner`
    select g.table_name, g.grantee, g.privilege_type from information_schema.role_table_grants g
    where g.table_schema = 'public' and g.grantee in ('sees_all', 'sees_desk', 'sign_in', 'housekeeping')
      and not exists (select 1 from pg_policies p where p.tablename = g.table_name and g.grantee = any(p.roles) and p.cmd = g.privilege_type)`
  expect(bare).toEqual([])
})

test('a role without a viewer has no grants at all', async () => {
  expect(
    await owner`select table_name from information_schema.role_table_grants where grantee = 'sees_none'`,
  ).toEqual([])
  expect(
    await owner`select table_name from information_schema.role_column_grants where grantee in ('sees_none', 'PUBLIC') and table_schema = 'public'`,
  ).toEqual([])
})

test('password hashes are read at the door only', async () => {
  const readers = await owner`
    select distinct grantee from information_schema.role_column_grants
    where table_name = 'users' and column_name = 'password_hash' and privilege_type = 'SELECT' and grantee in ('sees_all', 'sees_desk', 'sees_none', 'sign_in', 'housekeeping')`
  expect(readers.map(row => row.grantee)).toEqual(['sign_in'])
})

test('every foreign key has an index that begins with it', async () => {
  const bare = await owner`
    select c.conrelid::regclass::text as table, a.attname as column from pg_constraint c
    join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
    where c.contype = 'f' and c.connamespace = 'public'::regnamespace and not exists (
      select 1 from pg_index i where i.indrelid = c.conrelid and i.indkey[0] = c.conkey[1])`
  expect(bare).toEqual([])
})

test('definer functions keep to a fixed search path and are not everybody’s', async () => {
  const loose = await owner`
    select proname from pg_proc where pronamespace = 'public'::regnamespace and prosecdef
      and not (proconfig @> array['search_path=pg_catalog, pg_temp'])`
  expect(loose).toEqual([])
})
