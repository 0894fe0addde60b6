import { resolve } from 'node:path'
import { type Database, openDatabase } from '@/bin/database'
import { type NextServer, startNext } from '@/bin/next'
import { assertPortFree, portFrom } from '@/bin/port'
import { secretsFor } from '@/bin/secrets'
import { giveUp, steps } from '@/bin/steps'
import { onStop } from '@/bin/stopping'

/** `npm run dev`: the demonstration in `.data/dev`, with pages rebuilt as their sources change. */
process.env.ZHAOSHANG_DATA = resolve(process.env.ZHAOSHANG_DATA || '.data/dev')
process.env.ZHAOSHANG_DEMO = '1'

let database: Database | undefined
let server: NextServer | undefined
let stopping = false

onStop(() => void stop())
await start().catch(error => (stopping ? undefined : giveUp(error)))

async function start() {
  const port = portFrom(process.env.PORT)
  const host = process.env.HOST || 'localhost'
  await assertPortFree(port, host, 'npm run dev')
  database = await openDatabase(steps(), { demo: true })
  const secrets = secretsFor(process.env.ZHAOSHANG_DATA ?? '')
  server = await startNext('dev', { port, host, env: { ...secrets, AUTH_TRUST_HOST: 'true' } })
  server.child.once('exit', () => void stop())
  process.stdout.write(`\n  http://${host}:${port}\n\n`)
}

async function stop() {
  if (stopping) return
  stopping = true
  await server?.stop()
  await database?.close()
  process.exit(0)
}
