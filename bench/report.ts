import type { Run } from '@/bench/measure'

/** What a goal of the design asks for and what was found; `limit` in the unit of `value`. */
export type Verdict = {
  goal: string
  what: string
  value: number
  limit: number
  unit: string
  atLeast?: true
}

export type Line = {
  part: string
  name: string
  /** How many rows the answer stands for, where it has any. */
  rows?: number
  atOnce?: number
  run?: Run
  /** A figure that is no request, in words: `1.2 s`, `174 KB`. */
  figure?: string
  verdicts?: Verdict[]
}

export const isMet = ({ value, limit, atLeast }: Verdict) => (atLeast ? value >= limit : value <= limit)

export const short = (value: number): string =>
  value >= 100 ? Math.round(value).toLocaleString('en') : value >= 10 ? value.toFixed(1) : value.toFixed(2)

function said(verdict: Verdict): string {
  const { goal, what, value, limit, unit, atLeast } = verdict
  return `${goal} ${what} ${short(value)}${unit} (${atLeast ? '≥' : '≤'} ${limit}${unit}) ${isMet(verdict) ? 'met' : 'NOT MET'}`
}

const heads = ['', 'rows', 'at once', 'p50 ms', 'p95 ms', 'app CPU', 'db CPU', 'KB', 'figures and goals']

function cells({ name, rows, atOnce, run, figure, verdicts = [] }: Line): string[] {
  const goals = verdicts.map(said).join('; ')
  const failed = run && run.failed > 0 ? `${run.failed} FAILED` : ''
  const says = [figure, goals, failed].filter(Boolean).join('; ')
  const found = run && [run.p50, run.p95, run.app, run.database, run.bytes / 1024].map(short)
  const [p50 = '', p95 = '', app = '', database = '', kb = ''] = found ?? []
  return [
    name,
    rows?.toLocaleString('en') ?? '',
    run ? String(atOnce ?? 1) : '',
    p50,
    p95,
    app,
    database,
    kb,
    says,
  ]
}

/** All lines as tables of Markdown, which reads well in a terminal too. */
export function tables(lines: readonly Line[]): string {
  return [...new Set(lines.map(({ part }) => part))]
    .map(part => {
      const rows = [heads, heads.map(() => '---'), ...lines.filter(line => line.part === part).map(cells)]
      const widths = heads.map((_, at) => Math.max(...rows.map(row => widthOf(row[at] ?? ''))))
      const drawn = rows.map(
        row =>
          `| ${row.map((cell, at) => cell + ' '.repeat((widths[at] ?? 0) - widthOf(cell))).join(' | ')} |`,
      )
      return `## ${part}\n\n${drawn.join('\n')}\n`
    })
    .join('\n')
}

const widthOf = (text: string) =>
  [...text].reduce((sum, sign) => sum + (/[\u2e80-\uffee]/.test(sign) ? 2 : 1), 0)

/** How many goals were met, of those that this run has looked at; the missed ones by name. */
export function summary(lines: readonly Line[]): string {
  const all = lines.flatMap(line => (line.verdicts ?? []).map(verdict => ({ line, verdict })))
  const missed = all.filter(({ verdict }) => !isMet(verdict))
  const names = missed.map(({ line, verdict }) => `- ${line.part}, ${line.name}: ${said(verdict)}`)
  return `${all.length - missed.length} of ${all.length} figures meet their goal.\n${names.length ? `\n${names.join('\n')}\n` : ''}`
}
