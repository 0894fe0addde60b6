import postgres, { type Sql } from 'postgres'
import { connectionOptions } from '@/db/connection'

type Pool = 'app' | 'files' | 'batch' | 'door' | 'housekeeping' | 'jobs'

/* One of each a process, kept across the reloads of development. */
const pools = ((globalThis as { zhaoshangPools?: Map<Pool, Promise<Sql>> }).zhaoshangPools ??= new Map())

const shape = {
  /** Pages and actions: starts as a role without any grants; `as()` switches it for one transaction. */
  app: { max: 10, connection: { role: 'sees_none' } },
  /** Downloads, which hold a connection to their end: ten of them out of the pool of pages would stop the office. */
  files: { max: 4, connection: { role: 'sees_none' } },
  /**
   * Imports: one at a time is enough for an office, and pages keep the machine. What thousands of records have in common
   * goes into the indexes at once (settle_indexes() in db/sql/45_search.sql).
   */
  batch: { max: 2, connection: { role: 'sees_none', gin_pending_list_limit: 2048, work_mem: '32MB' } },
  /** The door: reads accounts to sign in and to check a session, and nothing else. */
  door: { max: 2, connection: { role: 'sign_in' } },
  /** The system's own chores, one at a time: no record but the log is readable to it. */
  housekeeping: {
    max: 1,
    connection: { role: 'housekeeping', statement_timeout: 60_000, lock_timeout: 5_000 },
  },
  /** How far jobs are: beside the chores, which may take their time. */
  jobs: { max: 1, idle_timeout: 60, connection: { role: 'housekeeping', statement_timeout: 10_000 } },
} as const

/** The pool by its name, opened when first used: nothing connects while the app is built. */
export function pool(name: Pool): Promise<Sql> {
  const open = pools.get(name)
  if (open) return open
  const opening = connectionOptions({
    ...shape[name],
    connection: { ...shape[name].connection },
    onnotice: () => {},
  }).then(options => postgres(options))
  opening.catch(() => pools.delete(name))
  pools.set(name, opening)
  return opening
}

/** Ends all pools of this process. */
export async function closePools() {
  const open = [...pools.values()]
  pools.clear()
  for (const sql of await Promise.allSettled(open))
    if (sql.status === 'fulfilled') await sql.value.end({ timeout: 5 })
}
