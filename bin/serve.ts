import { networkInterfaces } from 'node:os'
import { resolve } from 'node:path'
import { buildIfStale } from '@/bin/build'
import { type Database, openDatabase } from '@/bin/database'
import { type NextServer, startNext } from '@/bin/next'
import { assertPortFree, portFrom } from '@/bin/port'
import { secretsFor } from '@/bin/secrets'
import { giveUp, steps } from '@/bin/steps'
import { onStop } from '@/bin/stopping'
import { setUpCode } from '@/db/door/set-up-code'
import { otherAccounts, staff } from '@/db/seed/staff'
import { demoPassword } from '@/domain/password/demo'

/** `npm run demo` and `npm start`: everything from nothing to a page, and down again. */
const demo = process.argv[2] === 'demo'
const command = demo ? 'npm run demo' : 'npm start'
process.env.ZHAOSHANG_DATA = resolve(process.env.ZHAOSHANG_DATA || (demo ? '.data/demo' : '.data/main'))
process.env.ZHAOSHANG_DEMO = demo ? '1' : ''

let database: Database | undefined
let server: NextServer | undefined
let stopping = false

onStop(() => void stop(0))
await start().catch(error => (stopping ? undefined : giveUp(error)))

async function start() {
  const progress = steps()
  const port = portFrom(process.env.PORT)
  const host = process.env.HOST || 'localhost'
  process.stdout.write(`\n  招商 Zhaoshang${demo ? ', a demonstration' : ''}\n\n`)
  await assertPortFree(port, host, command)
  database = await openDatabase(progress, { demo })
  await progress.run('build', buildIfStale)
  server = await progress.run('server', async note => {
    note('starting')
    const secrets = secretsFor(process.env.ZHAOSHANG_DATA ?? '')
    const started = await startNext('start', { port, host, env: { ...secrets, AUTH_TRUST_HOST: 'true' } })
    note(`listening on ${host}`)
    return started
  })
  server.child.once('exit', code => {
    if (stopping) return
    process.stderr.write(`\nThe server ended by itself (${code ?? 'killed'}).\n`)
    void stop(1)
  })
  announce(port, host)
  if (demo) announceAccounts()
  else announceSetUp(await setUpCode())
}

function announce(port: number, host: string) {
  const everywhere = host === '0.0.0.0' || host === '::'
  const names = everywhere ? ['localhost', ...addressesOfThisMachine()] : [host]
  process.stdout.write('\n')
  for (const name of names)
    process.stdout.write(`  http://${name.includes(':') ? `[${name}]` : name}:${port}\n`)
  process.stdout.write('\n  Ctrl-C stops it.\n\n')
}

function addressesOfThisMachine(): string[] {
  const all = Object.values(networkInterfaces()).flatMap(addresses => addresses ?? [])
  return all.filter(({ internal, family }) => !internal && family === 'IPv4').map(({ address }) => address)
}

function announceAccounts() {
  const lines = [...otherAccounts, ...staff].map(({ login, name, role, desk }) => [
    login,
    name,
    role,
    desk ?? '',
  ])
  for (const [login = '', name = '', ...rest] of lines) {
    process.stdout.write(`  ${login.padEnd(24)}${name.padEnd(5, '\u3000')} ${rest.join(' ')}\n`)
  }
  process.stdout.write(`\n  password of all: ${demoPassword}\n\n`)
}

/** Null when the office is set up. */
function announceSetUp(code: string | null) {
  if (code)
    process.stdout.write(`  Nobody is here yet. Open the page and set it up with this code: ${code}\n\n`)
}

/** The app first, so that nobody is connected when the database is asked to end. */
async function stop(code: number) {
  if (stopping) return
  stopping = true
  await server?.stop()
  const how = await database?.close()
  const inUse = how === 'in use' ? ' (the database stays: another process uses it)' : ''
  process.stdout.write(`\n  stopped${inUse}\n`)
  process.exit(code)
}
