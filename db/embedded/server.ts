import { spawn } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { prepareFolders } from './folders.mjs'
import { DATABASE, type Layout, layoutOf, OWNER, STOP_PATIENCE } from './layout.mjs'
import { holderOf } from './lock.mjs'
import { ask } from './ping.mjs'

export interface EmbeddedServer {
  /** The folder of the socket; postgres.js takes `socket`, psql takes the folder as its host. */
  socketDir: string
  socket: string
  user: string
  database: string
}

interface StartOptions {
  /** How long nobody may be connected before the server is stopped. */
  idleSeconds?: number
  /** Extra settings of PostgreSQL, e.g. `{ fsync: 'off' }` in tests. They hold if this call starts it. */
  settings?: Record<string, string>
}

const IDLE_SECONDS = 30
const START_LIMIT = 120_000
const RESPAWN = 1000
const starting = new Map<string, Promise<EmbeddedServer>>()

/**
 * Makes sure that the PostgreSQL of this data folder runs and answers, and starts it if it does not: initialises an
 * empty folder, recovers a killed server, adopts one whose supervisor is gone. Any number of processes may call it at
 * once. Throws with the reason, in words for the person who runs the app.
 */
export function ensureServer(dataDir: string, options: StartOptions = {}): Promise<EmbeddedServer> {
  const layout = layoutOf(dataDir)
  const running = starting.get(layout.root)
  if (running) return running
  const started = reach(layout, options).finally(() => starting.delete(layout.root))
  starting.set(layout.root, started)
  return started
}

/** Ends the server now, unless some process is still connected. Resolves to whether it is gone. */
export async function stopServer(dataDir: string, patience = 10_000): Promise<boolean> {
  const layout = layoutOf(dataDir)
  let told: number | null = null
  for (let since = Date.now(); Date.now() - since < patience; await delay(20)) {
    const supervisor = holderOf(layout.supervisorPid)
    const busy = holderOf(layout.startLock) !== null
    const running = (await ask(layout.socket)).state === 'ready'
    if (supervisor === null && !busy) {
      if (!running) return true
      // Its supervisor was killed: a new one adopts it and can be told.
      await ensureServer(dataDir)
    } else if (supervisor !== null && supervisor !== told) {
      told = supervisor
      since = Date.now()
      process.kill(supervisor, 'SIGTERM')
    } else if (!busy && Date.now() - since > STOP_PATIENCE + 500) {
      return false
    }
  }
  return false
}

/** Whether a server answers at this moment; starts nothing. */
export async function isRunning(dataDir: string): Promise<boolean> {
  return (await ask(layoutOf(dataDir).socket)).state === 'ready'
}

async function reach(layout: Layout, options: StartOptions): Promise<EmbeddedServer> {
  prepareFolders(layout)
  let supervisor: Supervisor | undefined
  for (const until = Date.now() + START_LIMIT; Date.now() < until; await delay(15)) {
    const { state } = await ask(layout.socket)
    if (state === 'forbidden') throw new Error(`The database in ${layout.root} is run by another user.`)
    if (state === 'ready') {
      if (holderOf(layout.supervisorPid) === null && holderOf(layout.startLock) === null)
        supervise(layout, options)
      return { socketDir: layout.socketDir, socket: layout.socket, user: OWNER, database: DATABASE }
    }
    if (supervisor?.failed)
      throw new Error(`The database did not start: ${reasonIn(layout, supervisor.logFrom)}`)
    const working = supervisor && !supervisor.ended
    if (working || holderOf(layout.startLock) !== null) continue
    if (!supervisor || Date.now() - supervisor.since > RESPAWN) supervisor = supervise(layout, options)
  }
  throw new Error(`The database did not answer within ${START_LIMIT / 1000} s, see ${layout.supervisorLog}`)
}

interface Supervisor {
  since: number
  /** How long the log was before. */
  logFrom: number
  ended: boolean
  failed: boolean
}

function supervise(layout: Layout, { idleSeconds = IDLE_SECONDS, settings = {} }: StartOptions): Supervisor {
  // By the working directory, not by this file's own place: inside a bundle that is another one.
  const program = join(/* turbopackIgnore: true */ process.cwd(), 'db', 'embedded', 'supervisor.mjs')
  const orders = JSON.stringify({ layout, idleSeconds, settings })
  const supervisor: Supervisor = {
    since: Date.now(),
    logFrom: sizeOf(layout.supervisorLog),
    ended: false,
    failed: false,
  }
  const env = { PATH: process.env.PATH, TMPDIR: process.env.TMPDIR, NODE_ENV: process.env.NODE_ENV }
  const child = spawn(process.execPath, [program, orders], { detached: true, stdio: 'ignore', cwd: '/', env })
  const end = (failed: boolean) => Object.assign(supervisor, { ended: true, failed })
  child.on('error', () => end(true))
  child.on('exit', code => end(code !== 0 && code !== null))
  child.unref()
  return supervisor
}

/** What was written to the supervisor's log since, without time stamps. */
function reasonIn({ supervisorLog }: Layout, offset: number): string {
  try {
    const lines = readFileSync(supervisorLog).subarray(offset).toString().trim().split('\n').slice(-12)
    return lines.map(line => line.replace(/^\S+Z (failed: )?|^[\d-]+ [\d:.]+ UTC \[\d+\] /, '')).join('\n')
  } catch {
    return `no reason was written to ${supervisorLog}`
  }
}

function sizeOf(file: string): number {
  return existsSync(file) ? statSync(file).size : 0
}
