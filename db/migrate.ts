import postgres, { type Sql, type TransactionSql } from 'postgres'
import { connectionOptions } from '@/db/connection'
import { migrateQueue } from '@/db/job/queue'
import { readSource, type Script, type SourceFolders } from '@/db/migration-source'
import { compare, type MigrationState } from '@/db/migration-state'
import { fillKeys } from '@/db/search-fill'

const INSUFFICIENT_PRIVILEGE = '42501'
const ADVICE =
  'The login of DATABASE_URL lacks a right: docs/operations.md says what an administrator has to run.'
const LOCK = 7_263_018_001

/**
 * Brings the database to this code's schema: all that is pending and every changed function in one transaction, so
 * that a failure leaves what was there. Waits for another process that migrates. Throws when it must not or cannot.
 */
export async function migrate(options: SourceFolders & { log?: (line: string) => void } = {}) {
  return withConnection(async sql => {
    const state = await sql.begin(async tx => {
      await tx`set local statement_timeout = 0`
      await tx`select pg_advisory_xact_lock(${LOCK})`
      await tx.unsafe(RECORDS)
      const source = readSource(options)
      const state = await compare(tx, source)
      if (state.obstacles.length > 0) throw new Error(state.obstacles.join('\n'))
      for (const script of source.migrations.filter(({ name }) => state.pending.includes(name))) {
        await apply(tx, script)
        await tx`insert into migration.applied (name, hash) values (${script.name}, ${script.hash})`
        options.log?.(script.name)
      }
      if (state.drift.length > 0 || state.pending.length > 0) await replaceFunctions(tx, source.sql)
      return state
    })
    await migrateQueue()
    await fill(sql, options.log)
    return state
  })
}

/** What only this code can write into rows that are there already: once a name, afterwards, while the office works. */
const fills: Record<string, (sql: Sql) => Promise<void>> = {
  'search_text with pinyin, of issues and tasks too; match_keys': fillKeys,
}

async function fill(sql: Sql, log?: (line: string) => void) {
  const done = await sql<{ name: string }[]>`select name from migration.filled`
  for (const [name, run] of Object.entries(fills)) {
    if (done.some(row => row.name === name)) continue
    await run(sql)
    await sql`insert into migration.filled (name) values (${name}) on conflict do nothing`
    log?.(name)
  }
}

/** Looks without changing anything. */
export async function migrationState(options: SourceFolders = {}): Promise<MigrationState> {
  return withConnection(sql => compare(sql, readSource(options)))
}

const RECORDS = `
  create schema if not exists migration;
  create table if not exists migration.applied (
    position bigint generated always as identity,
    name text primary key,
    hash text not null,
    applied_at timestamptz not null default now()
  );
  create table if not exists migration.filled (name text primary key, at timestamptz not null default now());
  create table if not exists migration.sql_file (name text primary key, hash text not null);
`

async function withConnection<T>(work: (sql: Sql) => Promise<T>): Promise<T> {
  const sql = postgres(await connectionOptions({ max: 1, onnotice: () => {} }))
  try {
    return await work(sql)
  } finally {
    await sql.end({ timeout: 5 })
  }
}

/** All of them when one differs: one file's function may use another's. */
async function replaceFunctions(tx: TransactionSql, scripts: Script[]) {
  for (const script of scripts) await apply(tx, script)
  await tx`delete from migration.sql_file`
  for (const { name, hash } of scripts) await tx`insert into migration.sql_file values (${name}, ${hash})`
}

async function apply(tx: TransactionSql, { name, text }: Script) {
  try {
    await tx.unsafe(text)
  } catch (cause) {
    const { code, message, where, position } = cause as {
      code: string
      message: string
      where?: string
      position?: string
    }
    const line = position ? ` in line ${text.slice(0, Number(position)).split('\n').length}` : ''
    const advice = code === INSUFFICIENT_PRIVILEGE ? `\n${ADVICE}` : ''
    throw new Error(`${name} failed${line}: ${message}${where ? ` (${where})` : ''}${advice}`, { cause })
  }
}
