import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import postgres, { type Sql } from 'postgres'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { command } from '@/access/command'
import { buildIfStale } from '@/bin/build'
import { closePools } from '@/db/client'
import { connectionOptions } from '@/db/connection'
import { processIdentity } from '@/db/embedded/lock.mjs'
import { stopServer } from '@/db/embedded/server'
import { prepareImport, receiveImport } from '@/db/write/import'
import { checkImport } from '@/db/write/import-check'
import { startImport } from '@/db/write/import-start'
import type { Outcome } from '@/domain/outcome'

/* The whole app, killed in the middle of a background export and of an import, and started again. */
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
  await closePools()
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
  await killed()
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

test('an import that a kill -9 broke off has brought in nothing, and is applied at the next start, once', async () => {
  const rows = 4000
  const importId = await imported(rows)
  const [started] = await sql`select job from imports where id = ${importId}`
  const id = Number(started?.job)
  await until(async () => (await job(id)).done > 0)
  await killed()
  expect(await job(id)).toMatchObject({ state: 'running', attempt: 1 })
  expect(await counted(importId)).toEqual({ companies: 0, lines: 0, state: 'applying' })

  await start()
  await until(async () => (await job(id)).state === 'done', 90_000)
  expect((await job(id)).attempt).toBe(2)
  expect(await counted(importId)).toEqual({ companies: rows, lines: rows, state: 'applied' })
})

/** What an import has brought in: companies, and lines of the log about them. */
async function counted(importId: number) {
  const [row] = await sql`
    select count(distinct c.id)::int as companies, count(l.id)::int as lines, (select state from imports where id = ${importId}) as state
    from companies c left join log_entries l on l.noun = 'company' and l.record_id = c.id and l.verb = 'company.import'
    where c.name like '导入企业%'`
  return { ...row }
}

/** A sheet of new companies, checked, and its import begun as a job, as the page does it for the director. */
async function imported(rows: number): Promise<number> {
  const permit = await command('company.import', 'director')
  if (permit === null || permit === 'refused') throw new Error('the director may not import')
  const lines = Array.from({ length: rows }, (_, at) => `导入企业${at}号,中国`)
  const bytes = new TextEncoder().encode(['企业名称,国家/地区', ...lines].join('\n'))
  const { id } = doneOf(await receiveImport(permit, { name: '企业.csv', bytes }))
  doneOf(await prepareImport(permit, { id, sheet: null, mode: 'create', columns: new Map() }))
  const { counts } = doneOf(await checkImport(permit, { id }))
  expect(counts).toMatchObject({ rows, create: rows })
  doneOf(await startImport(permit, { id, verb: 'apply', good: false }))
  return id
}

function doneOf<T>(outcome: Outcome<T>): T {
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome))
  return outcome.value
}

async function killed() {
  for (const pid of [...childrenOf(app.pid ?? 0), app.pid ?? 0]) process.kill(pid, 'SIGKILL')
  await until(() => processIdentity(app.pid ?? 0) === null)
}

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
