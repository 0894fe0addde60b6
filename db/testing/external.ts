import { execFileSync, spawn } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import postgres from 'postgres'

/** Where Debian puts the oldest server that the app supports. */
const DEBIAN = '/usr/lib/postgresql/15/bin'

export const hasDebianServer = existsSync(join(DEBIAN, 'postgres'))

/** The statements of docs/operations.md, which an administrator runs once. */
export const ADMIN_STATEMENTS = [
  "create role zhaoshang login createrole password 'of-your-own'",
  'create database zhaoshang owner zhaoshang encoding UTF8 template template0',
]

/** A PostgreSQL 15 of its own on a free port, prepared by ADMIN_STATEMENTS. `url` is for DATABASE_URL. */
export async function startDebianServer(): Promise<{ url: string; stop(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'zhaoshang-pg15-'))
  const as = process.getuid?.() === 0 ? idsOf('postgres') : {}
  if (as.uid !== undefined) chownSync(folder, as.uid, as.gid ?? as.uid)
  const options = { ...as, cwd: '/', stdio: 'ignore' as const }
  const initdb = [
    '-D',
    folder,
    '-U',
    'postgres',
    '--locale=C.UTF-8',
    '--encoding=UTF8',
    '--auth=trust',
    '--no-sync',
  ]
  execFileSync(join(DEBIAN, 'initdb'), initdb, options)
  const port = await freePort()
  const settings = [`port=${port}`, 'listen_addresses=127.0.0.1', 'unix_socket_directories=', 'fsync=off']
  const words = ['-D', folder, ...settings.flatMap(setting => ['-c', setting])]
  const server = spawn(join(DEBIAN, 'postgres'), words, options)
  await prepare(port)
  return {
    url: `postgres://zhaoshang:of-your-own@127.0.0.1:${port}/zhaoshang?sslmode=disable`,
    async stop() {
      const gone = new Promise(resolve => server.once('exit', resolve))
      server.kill('SIGINT')
      await gone
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function prepare(port: number) {
  const admin = postgres({ host: '127.0.0.1', port, user: 'postgres', database: 'postgres', max: 1 })
  for (let tries = 0; tries < 200; tries++) {
    const up = await admin`select 1`.then(
      () => true,
      () => false,
    )
    if (up) break
    await delay(50)
  }
  for (const statement of ADMIN_STATEMENTS) await admin.unsafe(statement)
  await admin.end()
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

function idsOf(user: string): { uid?: number; gid?: number } {
  const id = (which: string) => Number(execFileSync('id', [which, user], { encoding: 'utf8' }))
  return { uid: id('-u'), gid: id('-g') }
}
