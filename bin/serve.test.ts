import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { createServer as createHttpServer, request } from 'node:http'
import { type AddressInfo, createServer } from 'node:net'
import { networkInterfaces, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import postgres from 'postgres'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { buildIfStale } from '@/bin/build'
import { connectionOptions } from '@/db/connection'
import { layoutOf } from '@/db/embedded/layout.mjs'
import { processIdentity } from '@/db/embedded/lock.mjs'
import { stopServer } from '@/db/embedded/server'

const dataDir = mkdtempSync(join(tmpdir(), 'zhaoshang-serve-'))
const apps: App[] = []

beforeAll(async () => {
  chmodSync(dataDir, 0o755)
  process.env.ZHAOSHANG_DATA = dataDir
  delete process.env.DATABASE_URL
  await buildIfStale(() => {})
})

afterEach(async () => {
  const running = apps.splice(0)
  for (const { starter } of running) starter.kill('SIGTERM')
  await Promise.all(running.map(({ ended }) => ended))
  await until(() => stopServer(dataDir))
})

afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

test('an empty folder becomes a bureau that waits for its code, and says where it is', async () => {
  const app = await start()
  expect(app.output()).toContain(`http://localhost:${app.port}`)
  expect(app.output()).toMatch(/set it up with this code: [0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/)
  expect(await health(app.port)).toEqual({ status: 200, database: 'ok' })
  expect(statSync(join(dataDir, 'secrets.json')).mode & 0o777).toBe(0o600)
})

test('an ordinary start answers, and keeps its secrets', async () => {
  const secrets = readFileSync(join(dataDir, 'secrets.json'), 'utf8')
  const app = await start()
  expect(await health(app.port)).toMatchObject({ status: 200 })
  expect(readFileSync(join(dataDir, 'secrets.json'), 'utf8')).toBe(secrets)
})

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  test(`${signal} ends the app and its database, and leaves no lock`, async () => {
    const app = await start()
    const server = postmaster()
    app.starter.kill(signal)
    expect(await app.ended).toBe(0)
    expect(app.output()).toContain('stopped')
    expect(processIdentity(server)).toBeNull()
    expect(existsSync(join(layoutOf(dataDir).pgdata, 'postmaster.pid'))).toBe(false)
    expect(await health(app.port)).toBeNull()
  })
}

test('a SIGTERM to npm, whose shell does not pass it on, ends the app and its database too', async () => {
  const app = await start({}, ['npm', 'start', '--silent'])
  const server = postmaster()
  app.starter.kill('SIGTERM')
  await app.ended
  await until(() => processIdentity(server) === null)
  expect(await health(app.port)).toBeNull()
})

test('when the starter is killed the app goes with it, and the next start finds the port free', async () => {
  const app = await start()
  app.starter.kill('SIGKILL')
  await until(async () => (await health(app.port)) === null)
  const again = await start({ PORT: String(app.port) })
  expect(await health(again.port)).toMatchObject({ status: 200 })
})

test('when the database is killed the app comes back by itself', async () => {
  const app = await start()
  for (const victim of [postmaster, supervisor]) {
    const pid = victim()
    process.kill(pid, 'SIGKILL')
    await until(() => processIdentity(pid) === null)
    const since = Date.now()
    await until(async () => (await health(app.port))?.status === 200)
    expect(Date.now() - since).toBeLessThan(5000)
    await until(() => existsSync(layoutOf(dataDir).supervisorPid) && processIdentity(supervisor()) !== null)
  }
})

test('a taken port is named, with who has it and what to do', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await until(() => other.listening)
  const { port } = other.address() as AddressInfo
  const app = launch({ PORT: String(port) })
  expect(await app.ended).toBe(1)
  expect(app.output()).toContain(`Port ${port} is taken by process ${process.pid}`)
  expect(app.output()).toContain(`PORT=${port + 1} npm start`)
  other.close()
})

test('a port that is no number is refused in words', async () => {
  const app = launch({ PORT: 'http' })
  expect(await app.ended).toBe(1)
  expect(app.output()).toContain('PORT is "http"')
})

test('with HOST=0.0.0.0 it answers at the addresses of the local network, without it only at home', async () => {
  const lan = lanAddress()
  const open = await start({ HOST: '0.0.0.0' })
  expect(await health(open.port, lan)).toMatchObject({ status: 200 })
  expect(await health(open.port, '127.0.0.1')).toMatchObject({ status: 200 })
  expect(open.output()).toContain(`http://${lan}:${open.port}`)
  const home = await start()
  expect(await health(home.port, lan)).toBeNull()
})

test('behind a TLS proxy it answers without being told its address', async () => {
  const app = await start()
  const proxy = createHttpServer((incoming, outgoing) => {
    const headers = {
      ...incoming.headers,
      host: 'crm.zone.example',
      'x-forwarded-host': 'crm.zone.example',
      'x-forwarded-proto': 'https',
      'x-forwarded-for': '203.0.113.7',
    }
    const forward = request(
      { port: app.port, path: incoming.url, method: incoming.method, headers },
      answer => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
        answer.pipe(outgoing)
      },
    )
    incoming.pipe(forward)
  }).listen(0, '127.0.0.1')
  await until(() => proxy.listening)
  const { port } = proxy.address() as AddressInfo
  expect(await health(port)).toMatchObject({ status: 200 })
  // Where a page sends somebody on, it stays below the address that the browser knows.
  const page = await fetch(`http://127.0.0.1:${port}/`, { redirect: 'manual' })
  const target = new URL(page.headers.get('location') ?? '/', 'https://crm.zone.example')
  expect([target.origin, page.status < 500]).toEqual(['https://crm.zone.example', true])
  proxy.close()
})

test('two servers on one folder share one database, which stays until both have gone', async () => {
  const [first, second] = [await start(), await start()]
  const server = postmaster()
  first.starter.kill('SIGTERM')
  expect(await first.ended).toBe(0)
  expect(processIdentity(server)).not.toBeNull()
  expect(await health(second.port)).toMatchObject({ status: 200 })
  second.starter.kill('SIGTERM')
  expect(await second.ended).toBe(0)
  expect(processIdentity(server)).toBeNull()
})

test('a database of another version of the app is refused, and said so', async () => {
  const sql = postgres(await connectionOptions({ max: 1 }))
  await sql`insert into migration.applied (name, hash) values ('9999_from_the_future', 'x')`
  const app = launch()
  expect(await app.ended).toBe(1)
  expect(app.output()).toContain('9999_from_the_future')
  await sql`delete from migration.applied where name = '9999_from_the_future'`
  await sql.end()
})

interface App {
  starter: ChildProcess
  port: number
  output(): string
  ended: Promise<number | null>
}

const DIRECTLY = [process.execPath, '--conditions=react-server', '--import', 'tsx', 'bin/serve.ts', 'main']

function launch(env: Record<string, string> = {}, [program = '', ...words] = DIRECTLY): App {
  const port = env.PORT ?? String(20_000 + Math.floor(Math.random() * 20_000))
  const starter = spawn(program, words, {
    env: { ...process.env, NODE_ENV: 'production', HOST: '', npm_lifecycle_event: '', ...env, PORT: port },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  starter.stdout?.on('data', data => (output += data))
  starter.stderr?.on('data', data => (output += data))
  const ended = new Promise<number | null>(resolve => starter.once('close', resolve))
  const app = { starter, port: Number(port), output: () => output, ended }
  apps.push(app)
  return app
}

async function start(env: Record<string, string> = {}, command = DIRECTLY): Promise<App> {
  const app = launch(env, command)
  await until(() => {
    if (app.starter.exitCode !== null) throw new Error(app.output())
    return app.output().includes('Ctrl-C')
  }, 90_000)
  // What follows the addresses (the code, the accounts) is written in the same breath or the next.
  await delay(300)
  return app
}

/** Null when nobody answers. */
async function health(port: number, host = '127.0.0.1') {
  try {
    const answer = await fetch(`http://${host}:${port}/api/health`, { signal: AbortSignal.timeout(5000) })
    return { status: answer.status, ...((await answer.json()) as { database: string }) }
  } catch {
    return null
  }
}

function postmaster(): number {
  return Number(readFileSync(join(layoutOf(dataDir).pgdata, 'postmaster.pid'), 'utf8').split('\n')[0])
}

function supervisor(): number {
  return Number(readFileSync(layoutOf(dataDir).supervisorPid, 'utf8').split(' ')[0])
}

/** One of this machine that is not the loopback; where there is none, the loopback's second address. */
function lanAddress(): string {
  const all = Object.values(networkInterfaces()).flatMap(addresses => addresses ?? [])
  return all.find(({ internal, family }) => !internal && family === 'IPv4')?.address ?? '127.0.0.2'
}

async function until(holds: () => boolean | Promise<boolean>, limit = 30_000) {
  for (const end = Date.now() + limit; Date.now() < end; await delay(50)) if (await holds()) return
  throw new Error(`it did not come to pass within ${limit} ms: ${holds}`)
}
