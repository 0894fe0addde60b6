import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres, { type Sql } from 'postgres'
import { afterAll, beforeEach, expect, inject, test } from 'vitest'
import { connectionOptions } from '@/db/connection'
import { migrate, migrationState } from '@/db/migrate'
import { hasDebianServer, startDebianServer } from '@/db/testing/external'
import { cloneDatabase, withEnv } from '@/db/testing/server'

const database = `empty_${process.env.VITEST_POOL_ID}`
const folder = mkdtempSync(join(tmpdir(), 'zhaoshang-migrations-'))

beforeEach(async () => {
  await cloneDatabase(inject('dataDir'), database, 'template1')
  process.env.ZHAOSHANG_DATABASE = database
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('an empty database gets everything, and a second run has nothing to do', async () => {
  const first = await migrate()
  expect(first.pending.length).toBeGreaterThan(0)
  const second = await migrate()
  expect(second).toMatchObject({ pending: [], drift: [], obstacles: [] })
  expect(await migrationState()).toMatchObject({
    applied: first.pending,
    pending: [],
    drift: [],
    obstacles: [],
  })
})

test('four processes that migrate at once apply each migration once', async () => {
  await Promise.all([migrate(), migrate(), migrate(), migrate()])
  expect(await migrationState()).toMatchObject({ pending: [], obstacles: [] })
})

test('a migration that fails leaves nothing of the run, and names itself', async () => {
  const migrations = copyWith('9998_fails', 'create table half (id int);\n\nselect no_such_function();')
  await expect(migrate({ migrations })).rejects.toThrow(/^9998_fails failed in line 3: .*no_such_function/)
  const [row] = await withSql(sql => sql`select to_regclass('half') as half, to_regclass('users') as users`)
  expect(row).toEqual({ half: null, users: null })
})

test('a database of a newer version is refused by name', async () => {
  const migrations = copyWith('9999_newer', 'create table newer (id int)')
  await migrate({ migrations })
  expect((await migrationState()).obstacles.join()).toContain('9999_newer')
  await expect(migrate()).rejects.toThrow('9999_newer')
})

test('a migration that is missing before a later one is called half applied, and refused', async () => {
  const { pending } = await migrate()
  const [first = ''] = pending
  await withSql(sql => sql`delete from migration.applied where name = ${first}`)
  await expect(migrate()).rejects.toThrow(`half applied: ${first}`)
})

test('a migration that was edited after it had been applied is refused', async () => {
  const { pending } = await migrate()
  const [first = ''] = pending
  await withSql(sql => sql`update migration.applied set hash = 'another' where name = ${first}`)
  await expect(migrate()).rejects.toThrow(`changed after they had been applied here: ${first}`)
})

test('somebody else’s tables are left alone', async () => {
  await withSql(sql => sql`create table theirs (id int)`)
  await expect(migrate()).rejects.toThrow('give the app an empty database')
})

test('a changed function is seen as drift and replaced by the next run', async () => {
  await migrate()
  await withSql(sql => sql`update migration.sql_file set hash = 'another'`)
  const { drift } = await migrationState()
  expect(drift).toEqual(
    readdirSync('db/sql')
      .filter(name => name.endsWith('.sql'))
      .sort(),
  )
  await migrate()
  expect((await migrationState()).drift).toEqual([])
})

if (hasDebianServer) {
  test('the same migrations run on PostgreSQL 15, by DATABASE_URL, after what an administrator has to run', async () => {
    const server = await startDebianServer()
    await withEnv({ DATABASE_URL: server.url }, async () => {
      await migrate()
      expect(await migrationState()).toMatchObject({ pending: [], drift: [], obstacles: [] })
      const sql = postgres(await connectionOptions({ max: 1, connection: { role: 'sees_none' } }))
      const [row] =
        await sql`select current_setting('server_version_num')::int / 10000 as major, current_user::text`
      expect(row).toEqual({ major: 15, current_user: 'sees_none' })
      await expect(sql`select from users`).rejects.toThrow('permission denied')
      await sql.end()
    })
    await server.stop()
  })
}

/** The real migrations and one more. */
function copyWith(name: string, text: string): string {
  const target = join(folder, name)
  cpSync('db/migrations', target, { recursive: true })
  writeFileSync(join(target, `${name}.sql`), text)
  const journal = join(target, 'meta', '_journal.json')
  const entries = readdirSync('db/migrations')
    .filter(file => file.endsWith('.sql'))
    .sort()
    .map(file => file.replace('.sql', ''))
  writeFileSync(journal, JSON.stringify({ entries: [...entries, name].map((tag, idx) => ({ idx, tag })) }))
  return target
}

async function withSql<T>(work: (sql: Sql) => Promise<T>): Promise<T> {
  const sql = postgres(await connectionOptions({ max: 1 }))
  try {
    return await work(sql)
  } finally {
    await sql.end()
  }
}
