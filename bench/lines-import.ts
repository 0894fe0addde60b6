import { setTimeout as delay } from 'node:timers/promises'
import { type Bench, calling, pageTask } from '@/bench/bench-state'
import { dealSheet } from '@/bench/deal-sheet'
import { type Ask, hiddenFields, posted, textOf } from '@/bench/http'
import { settle } from '@/bench/load'
import { quantile } from '@/bench/measure'
import { cpuOf, memoryOf } from '@/bench/procs'

const ROWS = 10_000
/** Rows of the second sheet that name a company on file: a person rules on them. */
const KNOWN = 100
const part = `An import of ${ROWS.toLocaleString('en')} deals, director`
const page = '/deals?approved=all'

/**
 * A ledger as the page takes it: the file, the check of every cell and of look-alikes, and all of it written; then beside
 * somebody else's page; then one with errors and look-alikes, as far as its rulings. What was brought in is taken back.
 */
export async function importLines(bench: Bench): Promise<void> {
  const alone = await pagesUntil(bench, delay(3_000))
  const sheet = () => dealSheet(bench.sql, { rows: ROWS })
  const first = await broughtIn(bench, await sheet())
  bench.add({
    part,
    name: '.xlsx: file, check, all written',
    rows: ROWS,
    figure: `file ${s(first.file)}, check ${s(first.check)}, write ${s(first.apply)}; CPU ${s(first.app)} app, ${s(first.database)} db`,
    verdicts: [
      {
        goal: 'P9',
        what: 'time',
        value: (first.file + first.check + first.apply) / 1000,
        limit: 10,
        unit: ' s',
      },
      { goal: 'P9', what: 'memory more', value: first.memory, limit: 300, unit: ' MB' },
    ],
  })
  const importing = broughtIn(bench, await sheet())
  const beside = await pagesUntil(bench, importing)
  const second = await importing
  bench.add({
    part,
    name: 'a list of a desk head meanwhile',
    figure: `p50 ${alone.p50.toFixed(1)} ms alone, ${beside.p50.toFixed(1)} ms beside it (p95 ${beside.p95.toFixed(1)} ms)`,
    verdicts: [{ goal: 'P9', what: 'p50 of alone', value: beside.p50 / alone.p50, limit: 2, unit: ' ×' }],
  })
  await ruled(bench)
  const since = performance.now()
  for (const { id } of [first, second]) {
    await act(bench, 'undoImportAction', id)
    await reached(bench, id, 'undone')
  }
  bench.add({ part, name: 'undo', rows: ROWS, figure: s((performance.now() - since) / 2) })
  await settle(bench.sql)
}

async function broughtIn(bench: Bench, bytes: Buffer) {
  const before = { memory: memoryOf(bench.app), app: cpuOf(bench.app), database: cpuOf(bench.database) }
  let most = before.memory
  const timer = setInterval(() => {
    most = Math.max(most, memoryOf(bench.app))
  }, 100)
  const { id, file, check } = await checked(bench, bytes)
  const apply = await timed(async () => {
    await act(bench, 'applyImportAction', id)
    await reached(bench, id, 'applied')
  })
  clearInterval(timer)
  return {
    id,
    file,
    check,
    apply,
    memory: most - before.memory,
    app: cpuOf(bench.app) - before.app,
    database: cpuOf(bench.database) - before.database,
  }
}

/** Half of the rows with two errors each, and some that look like what is on file. */
async function ruled(bench: Bench) {
  const known = await bench.sql<{ name: string }[]>`
    select name from companies where deleted_at is null order by id desc limit ${KNOWN}`
  const names = known.map(({ name }) => name)
  const bytes = await dealSheet(bench.sql, { rows: ROWS, wrong: ROWS / 2, known: names })
  const { id, file, check } = await checked(bench, bytes)
  await expectCounts(bench, id, { bad: ROWS / 2, ask: KNOWN })
  const time = { goal: 'P9', what: 'time', value: (file + check) / 1000, limit: 10, unit: ' s' }
  bench.add({
    part,
    name: 'half of the rows with two errors: file, check',
    rows: ROWS,
    figure: `file ${s(file)}, check ${s(check)}`,
    verdicts: [time],
  })
  const [ask] = await bench.sql`select at from import_rows where import_id = ${id} and plan = 'ask' limit 1`
  const one = await timed(() =>
    act(bench, 'ruleImportAction', id, { at: String(ask?.at), verdict: 'different', reason: '同名的另一家' }),
  )
  const rest = await timed(() => act(bench, 'ruleImportAction', id, { verdict: 'same' }))
  bench.add({
    part,
    name: 'a ruling on one row, then on the rest',
    figure: `${one.toFixed(0)} ms, ${rest.toFixed(0)} ms`,
  })
  await expectCounts(bench, id, { bad: ROWS / 2, ask: 0 })
  await act(bench, 'discardImportAction', id)
}

async function expectCounts({ sql }: Bench, id: number, counts: Record<string, number>) {
  const [row] = await sql`select counts from imports where id = ${id} and counts @> ${sql.json(counts)}`
  if (!row) throw new Error(`the import ${id} did not come to ${JSON.stringify(counts)}`)
}

async function checked(bench: Bench, bytes: Buffer) {
  let id = 0
  const file = await timed(async () => {
    id = await sent(bench, bytes)
  })
  const path = `/import/${id}`
  const check = await timed(async () => {
    const form = hiddenFields(textOf(await bench.clients.director.ask(path)), 'name="mode"')
    await expectLed(bench, path, await posted({ ...form, mode: 'both' }))
    await reached(bench, id, 'checked')
  })
  return { id, file, check }
}

async function sent(bench: Bench, bytes: Buffer): Promise<number> {
  const form = new FormData()
  form.append('noun', 'deal')
  form.append('file', new File([new Uint8Array(bytes)], '台账.xlsx'))
  const coded = new Response(form)
  const headers = { 'content-type': coded.headers.get('content-type') ?? '' }
  const ask = { method: 'POST', headers, body: Buffer.from(await coded.arrayBuffer()) }
  const { location } = await expectLed(bench, '/files/import', ask)
  return Number(/\/import\/(\d+)/.exec(location ?? '')?.[1])
}

async function act(bench: Bench, name: string, id: number, fields: Record<string, string> = {}) {
  const parts = Object.entries({ id: String(id), noun: 'deal', ...fields })
  const named = parts.map(([key, value]): [string, string] => [`_1_${key}`, value])
  await expectLed(bench, `/import/${id}`, calling(name, await posted([...named, ['0', '["$K1"]']])))
}

/** What was done leads on: a plain form by its status, a called action by a header, the next page already with it. */
async function expectLed({ clients }: Bench, path: string, ask: Ask) {
  const { status, headers } = await clients.director.ask(path, ask)
  if (status !== 303 && !headers['x-action-redirect']) throw new Error(`${path} answered ${status}`)
  return headers
}

/** Waits for a job of the server to bring the import so far. */
async function reached({ sql }: Bench, id: number, state: string) {
  for (;;) {
    const [row] = await sql`
      select i.state, i.counts, j.state as job, j.reason from imports i left join jobs j on j.id = i.job where i.id = ${id}`
    if (row?.state === state) return
    if (row?.job === 'failed' || row?.job === 'cancelled')
      throw new Error(`the import did not come to ${state}: ${row.reason} ${JSON.stringify(row.counts)}`)
    await delay(50)
  }
}

/** A list, one request after another, until that has come to its end. */
async function pagesUntil(bench: Bench, end: Promise<unknown>) {
  const { run } = pageTask(bench, 'desk head', page)
  const took: number[] = []
  let over = false
  const stop = () => {
    over = true
  }
  end.then(stop, stop)
  while (!over) took.push(await timed(() => run(0)))
  return { p50: quantile(took, 0.5), p95: quantile(took, 0.95) }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const since = performance.now()
  await work()
  return performance.now() - since
}

const s = (ms: number) => `${(ms / 1000).toFixed(1)} s`
