import postgres, { type Sql } from 'postgres'
import type { Steps } from '@/bin/steps'
import { connectionOptions } from '@/db/connection'
import { ensureServer, stopServer } from '@/db/embedded/server'
import { migrate } from '@/db/migrate'
import { seedDemo } from '@/db/seed/seed'
import { env } from '@/env'

export interface Database {
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
  if (demo) await loadDemo(steps)
  else assertKind(await withSql(look), 'main')
  const keeper = keepOpen()
  return { close: () => close(keeper) }
}

/** Loads the demonstration into a migrated, empty database; leaves one that holds it already. */
export async function loadDemo(steps: Steps) {
  const holds = await withSql(look)
  assertKind(holds, 'demo')
  await steps.run('demo zone', async note => {
    if (holds.demo) return note('already there')
    await seedDemo({ now: new Date(), log: note })
  })
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

interface Holds {
  people: boolean
  demo: boolean
}

async function look(sql: Sql): Promise<Holds> {
  const [row] = await sql<Holds[]>`
    select exists (select from users) as people, exists (select from zones where demo) as demo`
  return row ?? { people: false, demo: false }
}

/** Real records and the demonstration, whose passwords everyone knows, never share a database. */
function assertKind({ people, demo }: Holds, wanted: 'demo' | 'main') {
  if (wanted === 'main' && demo) {
    throw new Error(
      'This database holds the demonstration, whose passwords everyone knows. Give the bureau a database of its ' +
        'own, or start this one with npm run demo.',
    )
  }
  if (wanted === 'demo' && people && !demo) {
    throw new Error('This database holds real records: the demonstration is only loaded into an empty one.')
  }
}

function keepOpen() {
  const sql = connectionOptions({ max: 1, onnotice: () => {} }).then(options => postgres(options))
  const { DATABASE_URL, ZHAOSHANG_DATA } = env()
  const beat = async () => {
    // Also has a server adopted whose supervisor was killed.
    if (!DATABASE_URL) await ensureServer(ZHAOSHANG_DATA)
    const kept = await sql
    await kept`select 1`
  }
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
