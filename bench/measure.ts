import { cpuOf } from '@/bench/procs'

/** One thing to ask again and again, and whose CPU it costs: process ids, null for none. */
export type Task = {
  app: number | null
  database: number | null
  run: (turn: number) => Promise<Done>
}
/** `failed`: it was answered, but not with what was asked for. `ms` where the task knows better than the stopwatch. */
export type Done = { bytes: number; failed?: boolean; first?: number }

/** Medians of rounds; times in ms, CPU in ms a request, bytes on the wire of one answer. */
export type Run = {
  p50: number
  p95: number
  app: number
  database: number
  bytes: number
  first: number
  failed: number
}

export type Pace = { rounds: number; times: number; atOnce: number }

/** Tasks in turn, so that what changes on the machine meanwhile changes all of them; one round before is not counted. */
export async function inTurn(tasks: readonly Task[], { rounds, times, atOnce }: Pace): Promise<Run[]> {
  const found: Run[][] = tasks.map(() => [])
  for (const task of tasks) await oneRound(task, Math.min(times, 3), atOnce, 0)
  let turn = 3
  for (let round = 0; round < rounds; round++, turn += times)
    for (const [index, task] of tasks.entries()) found[index]?.push(await oneRound(task, times, atOnce, turn))
  return found.map(combine)
}

async function oneRound(
  { app, database, run }: Task,
  times: number,
  atOnce: number,
  turn: number,
): Promise<Run> {
  const before = { app: app ? cpuOf(app) : 0, database: database ? cpuOf(database) : 0 }
  const took: number[] = []
  const firsts: number[] = []
  let bytes = 0
  let failed = 0
  let next = 0
  const worker = async () => {
    while (next < times) {
      const mine = turn + next++
      const since = performance.now()
      const done = await run(mine).catch((): Done => ({ bytes: 0, failed: true }))
      took.push(performance.now() - since)
      firsts.push(done.first ?? 0)
      bytes = done.bytes || bytes
      if (done.failed) failed++
    }
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, times) }, worker))
  return {
    p50: quantile(took, 0.5),
    p95: quantile(took, 0.95),
    app: app ? (cpuOf(app) - before.app) / times : 0,
    database: database ? (cpuOf(database) - before.database) / times : 0,
    bytes,
    first: quantile(firsts, 0.5),
    failed,
  }
}

function combine(runs: readonly Run[]): Run {
  const median = (key: keyof Run) =>
    quantile(
      runs.map(run => run[key]),
      0.5,
    )
  return {
    p50: median('p50'),
    p95: median('p95'),
    app: median('app'),
    database: median('database'),
    bytes: median('bytes'),
    first: median('first'),
    failed: runs.reduce((sum, run) => sum + run.failed, 0),
  }
}

export function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? 0
}

/** Median ms of a piece of work in this process. */
export async function timed(times: number, work: () => Promise<unknown>): Promise<number> {
  const took: number[] = []
  for (let i = 0; i < times; i++) {
    const since = performance.now()
    await work()
    took.push(performance.now() - since)
  }
  return quantile(took, 0.5)
}
