import type { Sql, TransactionSql } from 'postgres'
import type { Script, Source } from '@/db/migration-source'

export interface MigrationState {
  applied: string[]
  pending: string[]
  /** Why this code must not run on this database, in words for whoever runs it; empty when it may. */
  obstacles: string[]
  /** Files of functions and triggers that differ from those in the database. */
  drift: string[]
}

export async function compare(sql: Sql | TransactionSql, source: Source): Promise<MigrationState> {
  const [found] = await sql<{ records: boolean; foreign: boolean }[]>`
    select to_regclass('migration.applied') is not null as records,
      exists (select from pg_tables where schemaname = 'public') as foreign`
  const rows = found?.records
    ? await sql<{ name: string; hash: string }[]>`select name, hash from migration.applied order by position`
    : []
  const files = found?.records
    ? await sql<{ name: string; hash: string }[]>`select name, hash from migration.sql_file`
    : []
  const hashes = new Map(rows.map(({ name, hash }) => [name, hash]))
  const pending = source.migrations.filter(({ name }) => !hashes.has(name))
  const state: MigrationState = {
    applied: rows.map(({ name }) => name),
    pending: pending.map(({ name }) => name),
    obstacles: [],
    drift: drifted(source.sql, files),
  }
  state.obstacles = obstacles(state, source.migrations, hashes, rows.length === 0 && Boolean(found?.foreign))
  return state
}

function obstacles(
  { applied, pending }: MigrationState,
  known: Script[],
  hashes: Map<string, string>,
  foreign: boolean,
): string[] {
  const names = known.map(({ name }) => name)
  const newer = applied.filter(name => !names.includes(name))
  const changed = known.filter(({ name, hash }) => hashes.has(name) && hashes.get(name) !== hash)
  const skipped = pending.filter(name =>
    names.slice(names.indexOf(name)).some(later => applied.includes(later)),
  )
  return [
    foreign && 'The database has tables, but none of this app’s migrations: give the app an empty database.',
    newer.length > 0 &&
      `The database was made by another version of the app: it has ${newer.join(', ')}, which this one does not ` +
        'know. Start the version that made it.',
    changed.length > 0 &&
      `These migrations were changed after they had been applied here: ${changed.map(({ name }) => name).join(', ')}.`,
    skipped.length > 0 &&
      `The migrations are half applied: ${skipped.join(', ')} is missing, a later one is there. Restore a backup.`,
  ].filter(line => typeof line === 'string')
}

function drifted(scripts: Script[], files: { name: string; hash: string }[]): string[] {
  const stored = new Map(files.map(({ name, hash }) => [name, hash]))
  return scripts.filter(({ name, hash }) => stored.get(name) !== hash).map(({ name }) => name)
}
