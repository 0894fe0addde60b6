import { type ChildProcess, spawn } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import postgres from 'postgres'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { connectionOptions } from '@/db/connection'
import { layoutOf } from './layout.mjs'
import { holderOf, processIdentity } from './lock.mjs'
import { ask } from './ping.mjs'
import { ensureServer, isRunning, stopServer } from './server'

let dataDir = ''
const children: ChildProcess[] = []

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'zhaoshang-life-'))
  chmodSync(dataDir, 0o755)
  process.env.ZHAOSHANG_DATA = dataDir
  delete process.env.DATABASE_URL
})

afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  await until(() => stopServer(dataDir))
  rmSync(dataDir, { recursive: true, force: true })
})

test('six processes that start together make one cluster and share one server', async () => {
  const answers = await Promise.all(Array.from({ length: 6 }, () => inOwnProcess(ASK_FOR_SERVER)))
  expect(answers.map(({ code, output }) => (code === 0 ? output : `failed: ${output}`))).toEqual(
    Array.from({ length: 6 }, () => 'zhaoshang crm_owner'),
  )
  const log = readFileSync(layoutOf(dataDir).supervisorLog, 'utf8')
  expect(log.match(/started as process/g)).toHaveLength(1)
  expect(readdirSync(layoutOf(dataDir).root).filter(name => name.startsWith('new-'))).toEqual([])
})

test('the login is no superuser, the superuser leaves only the database, its owner and btree_gist', async () => {
  const sql = postgres(await connectionOptions({ max: 1 }))
  const [login] =
    await sql`select rolsuper, rolcreaterole, rolcreatedb from pg_roles where rolname = current_user`
  expect(login).toEqual({ rolsuper: false, rolcreaterole: true, rolcreatedb: false })
  const settings = await sql`
    select lower('É') as folded, current_setting('data_checksums') as checksums,
      current_setting('listen_addresses') as addresses, (select datlocale from pg_database where datname = current_database()) as locale,
      (select array_agg(extname order by extname) from pg_extension) as extensions`
  expect(settings[0]).toEqual({
    folded: 'é',
    checksums: 'on',
    addresses: '',
    locale: 'C.UTF-8',
    extensions: ['btree_gist', 'plpgsql'],
  })
  await sql.end()
})

test('no acknowledged write is lost when the server is killed, and the same pool goes on by itself', async () => {
  const sql = postgres(await connectionOptions({ max: 4 }))
  await sql`create table kept (id int primary key)`
  const acknowledged = new Set<number>()
  const writing = { next: 0, going: true }
  const writers = Array.from({ length: 4 }, async () => {
    while (writing.going) {
      const id = writing.next++
      await sql`insert into kept values (${id})`.then(() => acknowledged.add(id)).catch(() => delay(5))
    }
  })
  for (let kills = 0; kills < 3; kills++) {
    const before = acknowledged.size
    await until(() => acknowledged.size > before + 50)
    kill(postmaster())
    const atKill = acknowledged.size
    const since = Date.now()
    await until(() => acknowledged.size > atKill + 5)
    expect(Date.now() - since).toBeLessThan(5000)
  }
  writing.going = false
  await Promise.all(writers)
  // A session of the killed server may still be on its way out.
  await until(() => sql`select 1`.then(() => true).catch(() => false))
  const stored = new Set((await sql`select id from kept`).map(({ id }) => id))
  expect([...acknowledged].filter(id => !stored.has(id))).toEqual([])
  await sql.end()
})

test('a server killed while its supervisor still waits for the last one to leave is started again', async () => {
  await ensureServer(dataDir)
  const last = await supervisorPid()
  process.kill(last, 'SIGSTOP')
  kill(postmaster())
  await ensureServer(dataDir)
  await until(() => readFileSync(layoutOf(dataDir).supervisorLog, 'utf8').includes(`${postmaster()} answers`))
  kill(postmaster())
  process.kill(last, 'SIGCONT')
  await ensureServer(dataDir)
  kill(postmaster())
  await ensureServer(dataDir)
  expect(await stopServer(dataDir)).toBe(true)
})

test('a server whose supervisor was killed lives on, and the next caller has it adopted', async () => {
  await ensureServer(dataDir)
  const server = postmaster()
  const supervisor = await supervisorPid()
  kill(supervisor)
  await until(() => processIdentity(supervisor) === null)
  await ensureServer(dataDir)
  expect(await supervisorPid()).not.toBe(supervisor)
  expect(postmaster()).toBe(server)
  expect(await stopServer(dataDir)).toBe(true)
  expect(processIdentity(server)).toBeNull()
})

test('after server and supervisor were killed the next start recovers, locks left behind and all', async () => {
  await ensureServer(dataDir)
  const { startLock, pgdata } = layoutOf(dataDir)
  const [server, supervisor] = [postmaster(), await supervisorPid()]
  writeFileSync(startLock, readFileSync(layoutOf(dataDir).supervisorPid))
  kill(supervisor)
  kill(server)
  await until(() => processIdentity(server) === null && processIdentity(supervisor) === null)
  expect(existsSync(join(pgdata, 'postmaster.pid'))).toBe(true)
  await ensureServer(dataDir)
  expect(postmaster()).not.toBe(server)
  expect(await isRunning(dataDir)).toBe(true)
})

test('a stranger who now has the dead server’s process id is not taken for it, nor harmed', async () => {
  await ensureServer(dataDir)
  const { pgdata } = layoutOf(dataDir)
  const file = join(pgdata, 'postmaster.pid')
  const [server, lines] = [postmaster(), readFileSync(file, 'utf8').split('\n')]
  kill(server)
  await until(() => processIdentity(server) === null && holderOf(layoutOf(dataDir).supervisorPid) === null)
  const stranger = spawn('sleep', ['60'])
  children.push(stranger)
  writeFileSync(file, [stranger.pid, ...lines.slice(1)].join('\n'))
  await ensureServer(dataDir)
  expect(await isRunning(dataDir)).toBe(true)
  expect(processIdentity(stranger.pid ?? 0)).not.toBeNull()
})

test('two processes on one folder see each other’s rows, and the server stays until the last has gone', async () => {
  const sql = postgres(await connectionOptions({ max: 1 }))
  await sql`create table shared (word text)`
  const other = await inOwnProcess(`
    const sql = postgres(await connectionOptions({ max: 1 }))
    await sql\`insert into shared values ('from the other')\`
    await sql.end()
    console.log(await stopServer(process.env.ZHAOSHANG_DATA))`)
  expect(other.output).toBe('false')
  expect(await sql`select word from shared`).toEqual([{ word: 'from the other' }])
  await sql.end()
  expect(await stopServer(dataDir)).toBe(true)
})

test('a server that nobody uses ends by itself, and starts again when somebody comes', async () => {
  await ensureServer(dataDir, { idleSeconds: 1 })
  const sql = postgres(await connectionOptions({ max: 1 }))
  await sql`select 1`
  await delay(2500)
  expect(await isRunning(dataDir)).toBe(true)
  await sql.end()
  const server = postmaster()
  await until(() => processIdentity(server) === null)
  await until(() => holderOf(layoutOf(dataDir).supervisorPid) === null)
  expect((await ask(layoutOf(dataDir).socket)).state).toBe('absent')
  await ensureServer(dataDir)
  expect(await isRunning(dataDir)).toBe(true)
})

test('initialising that was killed half-way leaves nothing that is taken for a cluster', async () => {
  const starting = spawn(process.execPath, ['--import', 'tsx', '--eval', `${IMPORTS}\n${ASK_FOR_SERVER}`], {
    stdio: 'ignore',
  })
  children.push(starting)
  const { root, startLock, pgdata } = layoutOf(dataDir)
  await until(() => existsSync(root) && readdirSync(root).some(name => name.startsWith('new-')))
  kill(Number(holderOf(startLock)))
  starting.kill('SIGKILL')
  expect(existsSync(pgdata)).toBe(false)
  await ensureServer(dataDir)
  expect(readdirSync(root).filter(name => name.startsWith('new-'))).toEqual([])
})

test('a folder whose socket path would be too long works all the same', async () => {
  const deep = join(
    dataDir,
    'a-name-of-forty-characters-and-some-more',
    'a-name-of-forty-characters-and-some-more',
  )
  process.env.ZHAOSHANG_DATA = deep
  const { socketDir } = await ensureServer(deep)
  expect(socketDir.startsWith(deep)).toBe(false)
  const sql = postgres(await connectionOptions({ max: 1 }))
  expect(await sql`select 1 as one`).toEqual([{ one: 1 }])
  await sql.end()
  expect(await stopServer(deep)).toBe(true)
  rmSync(socketDir, { recursive: true })
})

test('a folder that only its owner enters works too, also for root, as whom PostgreSQL does not run', async () => {
  chmodSync(dataDir, 0o700)
  const sql = postgres(await connectionOptions({ max: 1 }))
  await sql`create table hidden (id int)`
  await sql.end()
  const owner = statSync(join(layoutOf(dataDir).pgdata)).uid
  const runsAs = Number(/^Uid:\s+(\d+)/m.exec(readFileSync(`/proc/${postmaster()}/status`, 'utf8'))?.[1])
  expect(runsAs).toBe(owner)
  expect(await stopServer(dataDir)).toBe(true)
})

test('a folder that holds no database of ours is named as the reason', async () => {
  const { pgdata } = layoutOf(dataDir)
  await ensureServer(dataDir)
  await stopServer(dataDir)
  writeFileSync(join(pgdata, 'PG_VERSION'), '12\n')
  await expect(ensureServer(dataDir)).rejects.toThrow(/not compatible|initialized by PostgreSQL version 12/)
})

const IMPORTS = `
  import postgres from 'postgres'
  import { connectionOptions } from '@/db/connection'
  import { ensureServer, stopServer } from '@/db/embedded/server'`

const ASK_FOR_SERVER = `
  const server = await ensureServer(process.env.ZHAOSHANG_DATA)
  console.log(server.database, server.user)`

function inOwnProcess(code: string): Promise<{ code: number | null; output: string }> {
  return new Promise(resolve => {
    const words = ['--import', 'tsx', '--input-type=module', '--eval', `${IMPORTS}\n${code}`]
    const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'pipe'] })
    children.push(child)
    let output = ''
    child.stdout.on('data', data => (output += data))
    child.stderr.on('data', data => (output += data))
    child.on('close', exit => resolve({ code: exit, output: output.trim() }))
  })
}

/** Process 0 would be this test's own group. */
function kill(pid: number) {
  if (!(pid > 1)) throw new Error(`no process to kill: ${pid}`)
  process.kill(pid, 'SIGKILL')
}

function postmaster(): number {
  return Number(readFileSync(join(layoutOf(dataDir).pgdata, 'postmaster.pid'), 'utf8').split('\n')[0])
}

async function supervisorPid(): Promise<number> {
  const file = layoutOf(dataDir).supervisorPid
  await until(() => holderOf(file) !== null)
  return Number(holderOf(file))
}

async function until(holds: () => boolean | Promise<boolean>, limit = 20_000) {
  for (const end = Date.now() + limit; Date.now() < end; await delay(20)) if (await holds()) return
  throw new Error(`it did not come to pass within ${limit} ms: ${holds}`)
}
