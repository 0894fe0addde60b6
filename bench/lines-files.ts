import type { Bench } from '@/bench/bench-state'
import { copyTask, sheetTask } from '@/bench/floor-files'
import { type Client, textOf } from '@/bench/http'
import { inTurn, type Pace, type Run, type Task } from '@/bench/measure'
import { memoryOf } from '@/bench/procs'
import { dealColumns } from '@/domain/deal/column'

const part = 'Everything as a file, director'
const everything = `/deals/export?approved=all&status=active&status=on_hold&status=lost&status=withdrawn&columns=${dealColumns.join('&columns=')}`
/** Files of more rows than these are written once, not five times, and not sixteen at once. */
const MANY_ROWS = 200_000

/** All deals with all columns as .csv and .xlsx, beside a bare COPY stream and the bare stream of exceljs. */
export async function fileLines(bench: Bench): Promise<void> {
  const [row] = await bench.sql`select count(*) as n from deals where deleted_at is null`
  const rows = Number(row?.n)
  const csv = await watched(bench, 'csv', copyTask(bench))
  if (!csv) return
  bench.add({
    part,
    name: '.csv',
    rows,
    run: csv.run,
    figure: `${csv.peak.toFixed(0)} MB more at most; pause ${csv.pause.toFixed(0)} ms`,
    verdicts: [
      { goal: 'P6', what: 'time', value: csv.run.p50 / csv.floor.p50, limit: 2, unit: ' ×' },
      { goal: 'P6', what: 'first byte', value: csv.run.first, limit: 100, unit: ' ms' },
      { goal: 'P6', what: 'memory', value: csv.peak, limit: 64, unit: ' MB' },
    ],
  })
  bench.add({ part, name: 'floor: COPY of the same rows', rows, run: csv.floor })
  if (bench.rows <= MANY_ROWS) {
    const [run] = await inTurn([fileTask(bench, 'csv')], { rounds: 1, times: 16, atOnce: 16 })
    bench.add({ part, name: '.csv', rows, atOnce: 16, run })
  }
  const xlsx = await watched(bench, 'xlsx', sheetTask(rows))
  if (!xlsx) return
  bench.add({
    part,
    name: '.xlsx',
    rows,
    run: xlsx.run,
    figure: `${xlsx.peak.toFixed(0)} MB more at most; pause ${xlsx.pause.toFixed(0)} ms`,
    verdicts: [
      { goal: 'P7', what: 'CPU of the app', value: xlsx.run.app / xlsx.floor.app, limit: 1.1, unit: ' ×' },
      { goal: 'P7', what: 'memory', value: xlsx.memory, limit: 250, unit: ' MB' },
      { goal: 'P7', what: 'pause', value: xlsx.pause, limit: 50, unit: ' ms' },
    ],
  })
  bench.add({ part, name: `floor: exceljs, ${dealColumns.length} columns`, rows, run: xlsx.floor })
}

const fileTask = ({ app, database, clients }: Bench, format: 'csv' | 'xlsx'): Task => ({
  app,
  database,
  run: async () => {
    const { status, bytes, first } = await clients.director.ask(`${everything}&format=${format}`, {
      keep: false,
    })
    return { bytes, first, failed: status !== 200 || bytes < 1000 }
  },
})

/** The file and its floor in turn, with the highest memory of the app and the longest wait of a small request beside. */
async function watched(bench: Bench, format: 'csv' | 'xlsx', floor: Task) {
  const before = memoryOf(bench.app)
  let memory = before
  let pause = 0
  let busy = false
  const task = fileTask(bench, format)
  const watching: Task = {
    ...task,
    run: async turn => {
      busy = true
      return task.run(turn).finally(() => {
        busy = false
      })
    },
  }
  const timer = setInterval(() => {
    if (busy) memory = Math.max(memory, memoryOf(bench.app))
  }, 100)
  const stop = { asked: false }
  const pings = ping(bench.clients.officer, stop, wait => {
    if (busy) pause = Math.max(pause, wait)
  })
  const pace: Pace = { rounds: bench.rows > MANY_ROWS ? 1 : 5, times: 1, atOnce: 1 }
  const [run, bare] = await inTurn([watching, floor], pace)
  clearInterval(timer)
  stop.asked = true
  await pings
  return run && bare ? { run, floor: bare as Run, peak: memory - before, memory, pause } : null
}

async function ping(client: Client, stop: { asked: boolean }, waited: (ms: number) => void) {
  while (!stop.asked) {
    const answer = await client.ask('/icon.svg').catch(() => null)
    if (answer && textOf(answer)) waited(answer.ms)
    await new Promise(resolve => setTimeout(resolve, 25))
  }
}
