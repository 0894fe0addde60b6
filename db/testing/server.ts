import { readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DATABASE, layoutOf, OWNER, SUPERUSER } from '@/db/embedded/layout.mjs'
import { processIdentity } from '@/db/embedded/lock.mjs'
import { ask } from '@/db/embedded/ping.mjs'
import { ensureServer, stopServer } from '@/db/embedded/server'
import { migrate } from '@/db/migrate'

const PREFIX = 'zhaoshang-test-'

/** Nothing here outlives the run, so nothing has to reach the disk. */
const FAST = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', max_wal_size: '2GB' }

/** Starts a server of its own for this run and migrates the database that the tests clone. Returns its data folder. */
export async function startTestServer(): Promise<string> {
  await removeAbandoned()
  const dataDir = join(tmpdir(), `${PREFIX}${process.pid}`)
  await ensureServer(dataDir, { settings: FAST, idleSeconds: 300 })
  await withEnv({ ZHAOSHANG_DATA: dataDir, DATABASE_URL: '', ZHAOSHANG_DATABASE: '' }, () => migrate())
  return dataDir
}

/** Ends it, whoever is still connected, and removes what it stored. */
export async function stopTestServer(dataDir: string) {
  const { socket } = layoutOf(dataDir)
  const others =
    'select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and datid > 0'
  await ask(socket, { user: SUPERUSER, query: others })
  await stopServer(dataDir)
  rmSync(dataDir, { recursive: true, force: true })
}

/** A fresh, migrated, empty database by this name; one that had the name is dropped. */
export async function cloneDatabase(dataDir: string, name: string, template = DATABASE) {
  const { socket } = layoutOf(dataDir)
  await mustAsk(socket, `drop database if exists ${name} with (force)`)
  await mustAsk(socket, `create database ${name} template ${template} owner ${OWNER}`)
}

async function mustAsk(socket: string, query: string) {
  const { state, error } = await ask(socket, { user: SUPERUSER, query, timeout: 60_000 })
  if (error || state !== 'ready') throw new Error(`${query}: ${error ?? state}`)
}

/** What runs left that were killed: their folders carry their process id. */
async function removeAbandoned() {
  for (const name of readdirSync(tmpdir()).filter(entry => entry.startsWith(PREFIX))) {
    if (processIdentity(Number(name.slice(PREFIX.length)))) continue
    await stopTestServer(join(tmpdir(), name))
  }
}

/** Runs `work` with these settings in the environment, and puts back what was there. */
export async function withEnv<T>(settings: Record<string, string>, work: () => Promise<T>): Promise<T> {
  const before = Object.fromEntries(Object.keys(settings).map(name => [name, process.env[name]]))
  Object.assign(process.env, settings)
  try {
    return await work()
  } finally {
    for (const [name, value] of Object.entries(before)) {
      if (value === undefined) delete process.env[name]
      else process.env[name] = value
    }
  }
}
