import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildIfStale } from '@/bin/build'
import { layoutOf } from '@/db/embedded/layout.mjs'
import { processIdentity } from '@/db/embedded/lock.mjs'
import { ensureServer, stopServer } from '@/db/embedded/server'

/*
 * The app on a database that it does not start itself (DATABASE_URL): when that is gone nobody but its keeper brings it
 * back, and every page says so within five seconds.
 */
const LIMIT = 5_000
const keeper = mkdtempSync(join(tmpdir(), 'zhaoshang-outage-'))
const own = mkdtempSync(join(tmpdir(), 'zhaoshang-outage-app-'))
const port = 20_000 + Math.floor(Math.random() * 20_000)
const home = `http://127.0.0.1:${port}`
let app: ChildProcess
let output = ''

beforeAll(async () => {
  chmodSync(keeper, 0o755)
  await buildIfStale(() => {})
  const { socketDir, user, database } = await ensureServer(keeper, { idleSeconds: 600 })
  const DATABASE_URL = `postgres://${user}@localhost/${database}?host=${encodeURIComponent(socketDir)}`
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    HOST: '',
    PORT: String(port),
    ZHAOSHANG_DATA: own,
    DATABASE_URL,
  }
  app = spawn(process.execPath, ['--conditions=react-server', '--import', 'tsx', 'bin/serve.ts', 'main'], {
    env: env as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  app.stdout?.on('data', data => (output += data))
  app.stderr?.on('data', data => (output += data))
  await until(() => output.includes('Ctrl-C') || app.exitCode !== null, 90_000)
  expect(output).toContain('Ctrl-C')
})

afterAll(async () => {
  const ended = new Promise(resolve => app.once('close', resolve))
  app.kill('SIGTERM')
  await ended
  await stopServer(keeper)
  for (const folder of [keeper, own]) rmSync(folder, { recursive: true, force: true })
})

test('a database that is gone is said within five seconds by every page, and found again without a restart', async () => {
  expect((await ask('/set-up')).status).toBe(200)
  await endDatabase()
  // thirty at once, as in an office: none waits behind another
  const first = await Promise.all(Array.from({ length: 30 }, () => ask('/set-up')))
  for (const { ms, status } of first) {
    expect(ms).toBeLessThan(LIMIT)
    expect(status).toBeGreaterThanOrEqual(500)
  }
  const told = await ask('/set-up')
  expect(told).toMatchObject({ status: 503, ms: expect.toSatisfy((ms: number) => ms < LIMIT) })
  expect(told.text).toContain('The database cannot be reached')
  expect(told.text).toContain('http-equiv="refresh"')
  // a page that is drawn by the app itself names the outage to its error page
  const part = await ask('/set-up', { headers: { rsc: '1', accept: '*/*' } })
  expect(part.text).toContain('database_gone')
  const form = await ask('/set-up', { method: 'POST', headers: { origin: home }, body: new FormData() })
  expect(form.status).toBeGreaterThanOrEqual(500)

  await ensureServer(keeper, { idleSeconds: 600 })
  const since = Date.now()
  await until(async () => (await ask('/set-up')).status === 200, LIMIT)
  expect(Date.now() - since).toBeLessThan(LIMIT)
})

test('a database that hangs is said within five seconds too', async () => {
  const pid = postmaster()
  const hung = [pid, ...childrenOf(pid)]
  for (const one of hung) process.kill(one, 'SIGSTOP')
  try {
    const answers = await Promise.all(Array.from({ length: 10 }, () => ask('/set-up')))
    for (const { ms, status } of answers) {
      expect(ms).toBeLessThan(LIMIT)
      expect(status).toBeGreaterThanOrEqual(500)
    }
  } finally {
    for (const one of hung) process.kill(one, 'SIGCONT')
  }
  await until(async () => (await ask('/set-up')).status === 200, LIMIT)
})

async function ask(path: string, more: RequestInit = {}) {
  const since = performance.now()
  const answer = await fetch(home + path, {
    ...more,
    headers: { accept: 'text/html', 'accept-language': 'en', ...more.headers },
  })
  const text = await answer.text()
  return { status: answer.status, text, ms: performance.now() - since }
}

/** Its supervisor first, who would start it again. */
async function endDatabase() {
  const pids = [Number(readFileSync(layoutOf(keeper).supervisorPid, 'utf8').split(' ')[0]), postmaster()]
  for (const pid of pids) process.kill(pid, 'SIGKILL')
  await until(() => pids.every(pid => processIdentity(pid) === null))
}

function postmaster(): number {
  return Number(readFileSync(join(layoutOf(keeper).pgdata, 'postmaster.pid'), 'utf8').split('\n')[0])
}

function childrenOf(pid: number): number[] {
  const all = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' }).trim().split('\n')
  return all
    .map(line => line.trim().split(/\s+/).map(Number))
    .flatMap(([one = 0, parent]) => (parent === pid ? one : []))
}

async function until(holds: () => boolean | Promise<boolean>, limit = 30_000) {
  for (const end = Date.now() + limit; Date.now() < end; await delay(50)) if (await holds()) return
  throw new Error(`it did not come to pass within ${limit} ms: ${holds}\n${output}`)
}
