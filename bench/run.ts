import { actorOf, type Bench, logins, type Person, people, signIn } from '@/bench/bench-state'
import { startFloor } from '@/bench/floor-server'
import { Client } from '@/bench/http'
import { browserLines } from '@/bench/lines-browser'
import { databaseLines } from '@/bench/lines-database'
import { fileLines } from '@/bench/lines-files'
import { importLines } from '@/bench/lines-import'
import { pageLines, signInLines } from '@/bench/lines-pages'
import { scriptLines } from '@/bench/lines-scripts'
import { namesLines, searchLines } from '@/bench/lines-search'
import { writerLines } from '@/bench/lines-writers'
import { writeLines } from '@/bench/lines-writes'
import { owner } from '@/bench/load'
import { postmasterOf } from '@/bench/place'
import { memoryOf } from '@/bench/procs'
import type { Line } from '@/bench/report'
import { startNext } from '@/bin/next'
import { assertPortFree } from '@/bin/port'
import { secretsFor } from '@/bin/secrets'

/** In their order: what writes comes after what reads. */
export const parts: readonly [string, (bench: Bench) => Promise<void>][] = [
  ['pages', pageLines],
  ['sign-in', signInLines],
  ['scripts', scriptLines],
  ['database', databaseLines],
  ['search', searchLines],
  ['files', fileLines],
  ['browser', browserLines],
  ['writes', writeLines],
  ['import', importLines],
  ['memory', async bench => memoryLine(bench)],
  ['writers', writerLines],
  ['names', namesLines],
]

const PORT = 3905
const FLOOR_PORT = 3906

/** The production build and the bare app on what is loaded, with three people signed in. */
export async function openBench({
  data,
  rows,
  add,
}: {
  data: string
  rows: number
  add: (line: Line) => void
}) {
  await assertPortFree(PORT, 'localhost', 'npm run bench')
  await assertPortFree(FLOOR_PORT, 'localhost', 'npm run bench')
  const sql = await owner(2)
  await sql`create table if not exists bench_floor (id bigint primary key generated always as identity, text text not null)`
  const env = { ...secretsFor(data), AUTH_TRUST_HOST: 'true', ZHAOSHANG_DATA: data, ZHAOSHANG_DEMO: '' }
  const server = await startNext('start', { port: PORT, host: 'localhost', env })
  const floor = await startFloor(FLOOR_PORT, data)
  const clients = {} as Bench['clients']
  const actors = {} as Bench['actors']
  for (const who of people) {
    clients[who] = await signIn(PORT, logins[who])
    actors[who] = await actorOf(sql, logins[who])
  }
  const bench: Bench = {
    rows,
    port: PORT,
    floorPort: FLOOR_PORT,
    app: server.child.pid ?? 0,
    floor: floor.pid ?? 0,
    database: postmasterOf(data) ?? 0,
    sql,
    clients,
    actors,
    bare: new Client(FLOOR_PORT),
    add,
  }
  const atFirst = { app: memoryOf(bench.app), floor: memoryOf(bench.floor) }
  started.set(bench, atFirst)
  const close = async () => {
    for (const client of [...people.map((who: Person) => clients[who]), bench.bare]) client.close()
    await server.stop()
    floor.kill('SIGTERM')
    await sql.end({ timeout: 2 })
  }
  return { bench, close }
}

const started = new WeakMap<Bench, { app: number; floor: number }>()

/** Of the app and the bare app, before the first request and after all of the bench's. */
function memoryLine(bench: Bench) {
  const before = started.get(bench)
  const now = { app: memoryOf(bench.app), floor: memoryOf(bench.floor) }
  const part = 'Memory'
  bench.add({
    part,
    name: 'floor: the bare app',
    figure: `${before?.floor.toFixed(0)} MB, then ${now.floor.toFixed(0)} MB`,
  })
  bench.add({
    part,
    name: 'the app after all of the above',
    figure: `${before?.app.toFixed(0)} MB, then ${now.app.toFixed(0)} MB`,
    verdicts: [{ goal: 'P11', what: 'of bare', value: now.app / now.floor, limit: 1.3, unit: ' ×' }],
  })
}
