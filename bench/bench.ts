import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { asked } from '@/bench/asked'
import { documentFile, documentOf } from '@/bench/document'
import { type Found, growthLines } from '@/bench/lines-growth'
import { startLines } from '@/bench/lines-start'
import { loadOffice, loadRows, owner } from '@/bench/load'
import { assertOurs, closePlace, keep, keptIn, lacks, openPlace } from '@/bench/place'
import { isMet, type Line, short, summary, tables } from '@/bench/report'
import { openBench, parts } from '@/bench/run'
import { buildIfStale } from '@/bin/build'
import { giveUp } from '@/bin/steps'
import { onStop } from '@/bin/stopping'
import { closePools } from '@/db/client'

/** `npm run bench`: loads, starts, measures, reports, and leaves nothing behind but the report. */
const options = asked(process.argv.slice(2))
const since = performance.now()
const say = (text: string) =>
  process.stderr.write(`${((performance.now() - since) / 1000).toFixed(0).padStart(5)} s  ${text}\n`)
const lines: Line[] = []
let folder: string | undefined
let leaving: Promise<void> | undefined
let ending: (() => Promise<void>) | undefined

onStop(() => void leave().then(() => process.exit(130)))
await main().catch(async error => {
  if (leaving) return
  await leave()
  giveUp(error)
})

async function main() {
  await refuseOthers()
  const lack = lacks(options.rows)
  if (lack) throw new Error(lack)
  await buildIfStale(note => say(`build: ${note}`))
  folder = await openPlace(options.folder)
  const data = join(folder, 'main')
  process.env.ZHAOSHANG_DATA = data
  say(`a database of its own in ${data}`)
  const before = await loaded(folder, data)
  await measured(data, async bench => {
    if (options.wants('growth')) await growthLines(bench, before)
    for (const [name, part] of parts) if (options.wants(name)) await part(bench)
  })
  await closePools()
  if (options.wants('start'))
    await startLines({ first: join(folder, 'first'), loaded: data, port: 3907, add })
  await leave()
  report()
}

/** Loads the rows, where they do not stand there already, and says how fast the pages were at a tenth of them. */
async function loaded(folder: string, data: string): Promise<Found> {
  const kept = keptIn(folder)
  await loadOffice(say, Boolean(kept))
  if (kept) {
    if (kept.rows !== options.rows)
      throw new Error(`${kept.rows} rows stand in ${folder}: --rows says otherwise.`)
    return new Map(kept.tenth)
  }
  const tenth = Math.ceil(options.rows / 50) * 5
  await loadRows(0, tenth, say)
  const found = options.folder || options.wants('growth') ? await measured(data, growthLines) : new Map()
  await loadRows(tenth, options.rows, say)
  if (options.folder) keep(folder, { rows: options.rows, tenth: [...found] })
  return found
}

/** Starts the product and the floor on what is loaded, and ends both. */
async function measured<T>(
  data: string,
  work: (bench: Awaited<ReturnType<typeof openBench>>['bench']) => Promise<T>,
) {
  const { bench, close } = await openBench({ data, rows: options.rows, add })
  ending = close
  try {
    return await work(bench)
  } finally {
    ending = undefined
    await close()
  }
}

function add(line: Line) {
  lines.push(line)
  const { run, verdicts = [] } = line
  const found = run ? `p50 ${short(run.p50)} ms, CPU ${short(run.app)} + ${short(run.database)} ms` : ''
  const missed = verdicts.filter(verdict => !isMet(verdict)).map(({ goal }) => `${goal} missed`)
  say(
    `${line.part}, ${line.name}${line.atOnce ? ` (${line.atOnce})` : ''}: ${[found, line.figure, ...missed].filter(Boolean).join('; ')}${run?.failed ? `; ${run.failed} FAILED` : ''}`,
  )
}

/** A bench that is pointed at a database says why not, whatever it holds; one with real records first of all. */
async function refuseOthers() {
  if (!process.env.DATABASE_URL && !process.env.ZHAOSHANG_DATA) return
  const sql = await owner()
  try {
    await assertOurs(sql)
  } finally {
    await sql.end({ timeout: 2 })
  }
  throw new Error(
    'The bench makes a database of its own, whose CPU it can read: unset DATABASE_URL and ZHAOSHANG_DATA.',
  )
}

/** Once, however often it is asked: a second Ctrl-C waits for the first. */
function leave(): Promise<void> {
  leaving ??= clearUp()
  return leaving
}

async function clearUp() {
  await ending?.().catch(() => {})
  await Promise.race([closePools(), new Promise(resolve => setTimeout(resolve, 3000))])
  if (folder) await closePlace(folder, Boolean(options.folder))
}

function report() {
  if (options.json) process.stdout.write(`${JSON.stringify({ rows: options.rows, lines }, null, 2)}\n`)
  else process.stdout.write(`\n${tables(lines)}\n${summary(lines)}`)
  if (!options.document) return
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim()
  const file = documentFile(options.rows)
  writeFileSync(file, documentOf({ rows: options.rows, lines, commit }))
  say(`written to ${file}`)
}
