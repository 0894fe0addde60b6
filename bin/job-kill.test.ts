import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import postgres, { type Sql } from 'postgres'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildIfStale } from '@/bin/build'
import { connectionOptions } from '@/db/connection'
import { processIdentity } from '@/db/embedded/lock.mjs'
import { stopServer } from '@/db/embedded/server'

/* The whole app, killed in the middle of a background export, and started again. */
const data = mkdtempSync(join(tmpdir(), 'zhaoshang-kill-'))
const port = 20_000 + Math.floor(Math.random() * 20_000)
const ROWS = 60_000
let app: ChildProcess
let output = ''
let sql: Sql

beforeAll(async () => {
  chmodSync(data, 0o755)
  process.env.ZHAOSHANG_DATA = data
  delete process.env.DATABASE_URL
  await buildIfStale(() => {})
  await start()
  sql = postgres(await connectionOptions({ max: 1, onnotice: () => {} }))
  await sql`insert into companies (number, name, country, name_key, search_text, created_by, updated_by)
    select 'C-2020-' || lpad(n::text, 6, '0'), '企业' || n, 'CN', '企业' || n, '企业' || n, 1, 1 from generate_series(1, ${ROWS}) n`
})

afterAll(async () => {
  await sql.end({ timeout: 2 })
  const ended = new Promise(resolve => app.once('close', resolve))
  app.kill('SIGTERM')
  await ended
  await stopServer(data)
  rmSync(data, { recursive: true, force: true })
})

test('an export that a kill -9 broke off is made at the next start, once', async () => {
  const id = await asked()
  await until(async () => (await job(id)).done > 500)
  for (const pid of [...childrenOf(app.pid ?? 0), app.pid ?? 0]) process.kill(pid, 'SIGKILL')
  await until(() => processIdentity(app.pid ?? 0) === null)
  expect(await job(id)).toMatchObject({ state: 'running', attempt: 1 })

  await start()
  const since = Date.now()
  await until(async () => (await job(id)).attempt === 2, 30_000)
  expect(Date.now() - since).toBeLessThan(15_000)
  await until(async () => (await job(id)).state === 'done', 90_000)
  const [file] = await sql`select rows, bytes, digest from exports where job_id = ${id}`
  const [count] = await sql`select count(*)::int as n from companies where deleted_at is null`
  expect(file).toMatchObject({ rows: count?.n, digest: expect.stringMatching(/^[0-9a-f]{64}$/) })
  const [lines] =
    await sql`select count(*)::int as n from log_entries where details @> '{"background": true}' and verb = 'company.export'`
  const [told] =
    await sql`select count(*)::int as n from notifications where kind = 'job_done' and record_id = ${id}`
  expect([lines?.n, told?.n]).toEqual([1, 1])
  expect(await sql`select key from graphile_worker.jobs where locked_at is null`).toHaveLength(0)
})

/** As startExport() does it, for the director of the demonstration. */
async function asked(): Promise<number> {
  return sql.begin(async tx => {
    const [row] = await tx`insert into jobs (user_id, kind, permission, details)
      select id, 'export', 'company.export', '{"name": "企业", "path": "/exports"}' from users where login = 'director' returning id, user_id`
    await tx`insert into exports (user_id, job_id, list, format, search, locale)
      values (${row?.user_id}, ${row?.id}, 'companies', 'xlsx', '', 'zh-Hans')`
    await tx`select queue_job(${row?.id})`
    return Number(row?.id)
  })
}

async function job(id: number) {
  const [row] = await sql<{ state: string; done: number; attempt: number }[]>`
    select state, done, attempt from jobs where id = ${id}`
  return row ?? { state: '', done: 0, attempt: 0 }
}

async function start() {
  output = ''
  app = spawn(process.execPath, ['--conditions=react-server', '--import', 'tsx', 'bin/serve.ts', 'demo'], {
    env: { ...process.env, NODE_ENV: 'production', HOST: '', PORT: String(port), ZHAOSHANG_DATA: data },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  app.stdout?.on('data', text => (output += text))
  app.stderr?.on('data', text => (output += text))
  await until(() => output.includes('Ctrl-C') || app.exitCode !== null, 90_000)
  expect(output).toContain('Ctrl-C')
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
