import { readdirSync, readFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { join } from 'node:path'
import { type Line, summary, tables } from '@/bench/report'

/** Of the usual size, and one beside it for each other size that was measured. */
const USUAL_ROWS = 100_000
export const documentFile = (rows: number) =>
  rows === USUAL_ROWS ? 'docs/performance.md' : `docs/performance-${rows}.md`

type Told = { rows: number; lines: readonly Line[]; commit: string }

/** What `documentFile` holds: written by the command alone, so that no figure in it is older than its commit. */
export function documentOf({ rows, lines, commit }: Told): string {
  const [cpu] = cpus()
  const memory = `${Math.round(totalmem() / 1024 ** 3)} GB`
  const day = new Date().toISOString().slice(0, 10)
  const others = readdirSync('docs').filter(name => /^performance-\d+\.md$/.test(name))
  const findings =
    rows === USUAL_ROWS
      ? [readFileSync(join(import.meta.dirname, 'findings.md'), 'utf8'), ...others.map(sizeOf)].join('\n')
      : 'What was found, and why a goal is missed: [performance.md](performance.md).\n'
  return `# How fast it is

Written by \`npm run bench\` on ${day}: ${rows.toLocaleString('en')} deals and as many leads with their companies, activities and log,
commit ${commit}, ${cpus().length} × ${cpu?.model.trim()}, ${memory}, Node ${process.versions.node}. Not edited by hand.

CPU is in ms a request, of the server ("app") and of PostgreSQL ("db"). A ratio is to a floor measured in the same run, in
turn: a bare dynamic page of Next with fifty static rows, a bare route with one insert, COPY, exceljs alone. Medians of five
rounds, of files beyond 200,000 rows one. KB are as sent, compressed. The goals, P1 to P15, stand beside what was found.

${summary(lines)}
${findings}
${tables(lines)}`
}

const sizeOf = (name: string) =>
  `The same at ${Number(name.replace(/\D/g, '')).toLocaleString('en')} deals: [${name}](${name}).\n`
