import { PassThrough } from 'node:stream'
import ExcelJS from 'exceljs'
import type { Bench } from '@/bench/bench-state'
import { type Client, textOf } from '@/bench/http'
import { inTurn, type Pace, type Run, type Task } from '@/bench/measure'
import { memoryOf } from '@/bench/procs'
import { dealColumns } from '@/domain/deal/column'

const part = 'Everything as a file, director'
const everything = `/deals/export?approved=all&status=active&status=on_hold&status=lost&status=withdrawn&columns=${dealColumns.join('&columns=')}`
const one: Pace = { rounds: 5, times: 1, atOnce: 1 }

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
  const many = await inTurn([fileTask(bench, 'csv')], { rounds: 1, times: 16, atOnce: 16 })
  bench.add({ part, name: '.csv', rows, atOnce: 16, run: many[0] })
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
  const [run, bare] = await inTurn([watching, floor], one)
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

/** The table as PostgreSQL writes it, read to its end by this process. */
const copyTask = ({ sql, database }: Bench): Task => ({
  app: process.pid,
  database,
  run: async () => {
    let bytes = 0
    const stream = await sql`copy (
      select d.number, d.name, c.name, d.country, d.province, d.industry_id, d.high_tech, d.form, d.content, d.source, e.name, d.case_officer_id,
        d.stage, d.stage_since, d.status, d.total_minor, d.total_cny, d.foreign_minor, d.foreign_cny, d.agreement_on, d.approval_on, d.land_m_2,
        d.jobs, d.next_step, d.next_step_on, d.created_at, d.updated_at
      from deals d join companies c on c.id = d.company_id left join events e on e.id = d.event_id
      where d.deleted_at is null order by d.updated_at desc, d.id desc) to stdout csv`.readable()
    for await (const chunk of stream) bytes += (chunk as Buffer).length
    return { bytes }
  },
})

/** The writer with the same settings, given as many cells of text. */
const sheetTask = (rows: number): Task => ({
  app: process.pid,
  database: null,
  run: async () => {
    const out = new PassThrough()
    let bytes = 0
    out.on('data', chunk => {
      bytes += chunk.length
    })
    const options = { stream: out, useStyles: true, useSharedStrings: false, zip: { zlib: { level: 5 } } }
    const book = new ExcelJS.stream.xlsx.WorkbookWriter(options as never)
    const sheet = book.addWorksheet('1')
    const cells = dealColumns.map((_, at) => (at % 3 ? `苏州华瑞精密机械 ${at}` : at * 1000))
    for (let row = 0; row < rows; row++) {
      sheet.addRow(cells).commit()
      if (row % 200 === 0) await new Promise(resolve => setImmediate(resolve))
    }
    await book.commit()
    return { bytes }
  },
})
