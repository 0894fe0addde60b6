import { rmSync } from 'node:fs'
import postgres, { type Sql } from 'postgres'
import type { Steps } from '@/bin/steps'
import { connectionOptions } from '@/db/connection'
import { layoutOf } from '@/db/embedded/layout.mjs'
import { stopServer } from '@/db/embedded/server'
import { migrate } from '@/db/migrate'
import { env } from '@/env'

export interface Database {
  /** Nobody can sign in yet. */
  empty: boolean
  /** Lets go of the database, and ends the embedded one unless another process uses it. */
  close(): Promise<'stopped' | 'in use' | 'external'>
}

/** How often a connection that is kept is used: a killed server is noticed, and started again, within that time. */
const HEARTBEAT = 5000

/** Starts or reaches the database and brings it to this code's schema; a demonstration is loaded into an empty one. */
export async function openDatabase(steps: Steps, { demo }: { demo: boolean }): Promise<Database> {
  await steps.run('database', async note => {
    if (!env().DATABASE_URL) note(`starting in ${env().ZHAOSHANG_DATA}`)
    note(await withSql(describe))
  })
  await steps.run('migrations', async note => {
    const { pending } = await migrate({ log: note })
    note(pending.length > 0 ? `${pending.length} applied` : 'up to date')
  })
  if (demo) await loadDemoInto(steps)
  else await withSql(sql => assertKind(sql, false))
  const keeper = keepOpen()
  return { empty: await withSql(isEmpty), close: () => close(keeper) }
}

/** Loads the demonstration into a migrated, empty database; leaves one that holds it already. */
export async function loadDemoInto(steps: Steps) {
  await withSql(sql => assertKind(sql, true))
  await steps.run('demo zone', loadDemo)
}

/** Server version and place, and what an external server does differently from ours. */
export async function describe(sql: Sql): Promise<string> {
  const [row] = await sql<{ version: string; folds: boolean }[]>`
    select current_setting('server_version') as version, lower('É') = 'é' as folds`
  const { DATABASE_URL, ZHAOSHANG_DATA } = env()
  const place = DATABASE_URL ? `at ${new URL(DATABASE_URL).hostname || 'a socket'}` : `in ${ZHAOSHANG_DATA}`
  const warning = row?.folds ? '' : ' (warning: its locale does not know É as é; see docs/operations.md)'
  return `PostgreSQL ${row?.version.split(' ')[0]} ${place}${warning}`
}

export async function withSql<T>(work: (sql: Sql) => Promise<T>): Promise<T> {
  const sql = postgres(await connectionOptions({ max: 1, onnotice: () => {} }))
  try {
    return await work(sql)
  } finally {
    await sql.end({ timeout: 5 })
  }
}

async function isEmpty(sql: Sql): Promise<boolean> {
  const [row] = await sql<{ empty: boolean }[]>`select not exists (select from users) as empty`
  return row?.empty ?? true
}

/** Real records and the demonstration, whose passwords everyone knows, never share a database. */
async function assertKind(sql: Sql, demo: boolean) {
  const [loaded] = await sql`select from migration.demo`
  if (!demo && loaded) {
    throw new Error(
      'This database holds the demonstration, whose passwords everyone knows. Give the bureau a database of its ' +
        'own, or start this one with npm run demo.',
    )
  }
  if (demo && !loaded && !(await isEmpty(sql))) {
    throw new Error('This database holds real records: the demonstration is only loaded into an empty one.')
  }
}

async function loadDemo(note: (text: string) => void) {
  if (await withSql(isHalfLoaded)) await startOver(note)
  if (!(await withSql(isEmpty))) return note('already there')
  await withSql(sql => sql`insert into migration.demo select where not exists (select from migration.demo)`)
  const { seedDemo } = await import('@/db/seed/seed')
  await seedDemo({ now: new Date(), log: note })
  await withSql(sql => sql`update migration.demo set finished_at = now()`)
}

/** Loading was interrupted: accounts are there, the end is not. */
async function isHalfLoaded(sql: Sql): Promise<boolean> {
  const [row] = await sql`select from migration.demo where finished_at is null`
  return Boolean(row) && !(await isEmpty(sql))
}

async function startOver(note: (text: string) => void) {
  const { DATABASE_URL, ZHAOSHANG_DATA } = env()
  if (DATABASE_URL)
    throw new Error('Loading the demonstration was interrupted: start again with an empty database.')
  note('loading was interrupted: starting over')
  if (!(await stopServer(ZHAOSHANG_DATA))) throw new Error('Another process is loading the demonstration.')
  rmSync(layoutOf(ZHAOSHANG_DATA).root, { recursive: true, force: true })
  await migrate()
}

function keepOpen() {
  const sql = connectionOptions({ max: 1, onnotice: () => {} }).then(options => postgres(options))
  const beat = async () => void (await (await sql)`select 1`)
  const timer = setInterval(() => beat().catch(() => {}), HEARTBEAT)
  const opened = beat().catch(() => {})
  return {
    async end() {
      clearInterval(timer)
      await opened
      await (await sql).end({ timeout: 2 })
    },
  }
}

async function close(keeper: ReturnType<typeof keepOpen>) {
  await keeper.end()
  const { DATABASE_URL, ZHAOSHANG_DATA } = env()
  if (DATABASE_URL) return 'external'
  return (await stopServer(ZHAOSHANG_DATA)) ? 'stopped' : 'in use'
}
