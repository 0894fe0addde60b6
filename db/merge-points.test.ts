import postgres, { type Sql } from 'postgres'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connectionOptions } from '@/db/connection'

/*
 * A table that points at companies, contacts, leads or deals must say what a merge does with it. When one of these
 * fails, enter the column in merge_points() in db/sql/35_merge.sql: `move` what hangs on a record and is shown with it,
 * `stay` what is the record's own story. Nothing else is needed: counting, moving and undoing follow from that list.
 */
const TELL = 'enter it in merge_points(), db/sql/35_merge.sql'
const nouns = { companies: 'company', contacts: 'contact', leads: 'lead', deals: 'deal' } as const

type Point = {
  noun: string
  tab: string
  col: string
  how: string
  keys: string[]
  once: string[]
  said_by: string | null
}
let owner: Sql
let points: Point[]
beforeAll(async () => {
  owner = postgres(await connectionOptions({ max: 1 }))
  points = [...(await owner<Point[]>`select * from merge_points()`)]
})
afterAll(() => owner.end())

const knows = (noun: string, tab: string, col: string) =>
  points.some(point => [noun, 'any'].includes(point.noun) && point.tab === tab && point.col === col)

test('every foreign key to a company, contact, lead or deal is in the list of what a merge moves or leaves', async () => {
  const keys = await owner<{ tab: string; col: string; target: keyof typeof nouns }[]>`
    select c.conrelid::regclass::text as tab, a.attname as col, c.confrelid::regclass::text as target from pg_constraint c
    join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any(c.conkey)
    where c.contype = 'f' and c.confrelid in ('companies'::regclass, 'contacts'::regclass, 'leads'::regclass, 'deals'::regclass)`
  expect(keys.length).toBeGreaterThan(10)
  expect(
    keys
      .filter(key => !knows(nouns[key.target], key.tab, key.col))
      .map(key => `${key.tab}.${key.col}: ${TELL}`),
  ).toEqual([])
})

test('so is every column that is called like one, or like a record of any noun', async () => {
  const columns = await owner<{ tab: string; col: string }[]>`
    select c.relname as tab, a.attname as col from pg_attribute a join pg_class c on c.oid = a.attrelid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
      and a.attname ~ '^(.*_)?(company|contact|lead|deal|record|parent|other)_ids?$'`
  const known = ({ tab, col }: { tab: string; col: string }) =>
    points.some(point => point.tab === tab && point.col === col)
  expect(columns.filter(one => !known(one)).map(one => `${one.tab}.${one.col}: ${TELL}`)).toEqual([])
})

test('the list names tables and columns that there are, and tells each row by its primary key', async () => {
  for (const { tab, col, how, keys, once, said_by } of points) {
    const columns = await owner<{ name: string; key: boolean }[]>`
      select a.attname as name, coalesce(a.attnum = any(i.indkey::int2[]), false) as key from pg_attribute a
      left join pg_index i on i.indrelid = a.attrelid and i.indisprimary
      where a.attrelid = ${tab}::regclass and a.attnum > 0 and not a.attisdropped`
    const names = columns.map(({ name }) => name)
    expect(names, tab).toEqual(expect.arrayContaining([col, ...keys, ...once, ...(said_by ? [said_by] : [])]))
    if (how === 'stay') continue
    const told = columns
      .filter(({ name, key }) => key && name !== col && name !== said_by)
      .map(({ name }) => name)
    expect([tab, [...keys].sort()]).toEqual([tab, told.sort()])
  }
})

test('what may stand once a record is named, so that a merge keeps it once', async () => {
  const unique = await owner<{ tab: string; columns: string[] }[]>`
    select i.indrelid::regclass::text as tab, array_agg(a.attname::text order by a.attname) as columns from pg_index i
    join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey::int2[])
    where i.indisunique and i.indrelid in (select c.oid from pg_class c where c.relnamespace = 'public'::regnamespace)
    group by i.indexrelid, i.indrelid`
  for (const { tab, col, how, once, said_by } of points.filter(point => point.how === 'move'))
    for (const index of unique.filter(one => one.tab === tab && one.columns.includes(col))) {
      const others = index.columns.filter(column => column !== col && column !== said_by)
      expect([`${tab}.${col} ${how}`, once], `once: ${TELL}`).toEqual([
        `${tab}.${col} ${how}`,
        expect.arrayContaining(others),
      ])
    }
})
