import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { Logger, type Runner, run, runMigrations, type Task } from 'graphile-worker'
import { queueAddress } from './address'
import { sessionName } from './state'

/** Jobs and rounds of e-mail at once in one process: pages go on beside them. */
const AT_ONCE = 3
/** How often it looks by itself; what is added wakes it at once. */
const LOOK_MS = 5_000
const PAUSE_MS = 1_000
const LONGEST_PAUSE_MS = 30_000
/** At the end a job that runs is told so; what it has not given back by then is taken back by others. */
const STOP_MS = 3_000

const silent = new Logger(() => () => {})

/** The library's own tables, in a schema of its own (graphile_worker), as the owner. Looks and does nothing when all is there. */
export async function migrateQueue(): Promise<void> {
  await runMigrations({ connectionString: await queueAddress('zhaoshang'), logger: silent, maxPoolSize: 1 })
}

/** One turn: of which job, the worker of the library that has it, this process, and whether it is about to end. */
export type Turn = { id: number; worker: string; process: string; stopping: AbortSignal }
/** What a line of the queue asks for: a job of a person's, or a round of e-mail. */
export type QueueTasks = Partial<Record<'job' | 'mail', (turn: Turn) => Promise<void>>>

/**
 * Runs what waits, in any number of processes, each job in one of them. Nothing that goes wrong ends it: it says so once
 * and begins again. Answers how to stop it.
 */
export function startQueue(tasks: QueueTasks, say: (line: string) => void): () => Promise<void> {
  const process = randomUUID()
  const stopping = new AbortController()
  let runner: Runner | undefined
  const work = (async () => {
    for (let pause = PAUSE_MS, said = ''; !stopping.signal.aborted; ) {
      try {
        runner = await begin(tasks, process, stopping.signal)
        pause = PAUSE_MS
        said = ''
        if (stopping.signal.aborted) await runner.stop()
        else await runner.promise
      } catch (error) {
        const fault = String((error as Error).message)
        if (fault !== said) say(`jobs: ${fault}`)
        said = fault
      }
      await delay(pause, undefined, { signal: stopping.signal, ref: false }).catch(() => {})
      pause = Math.min(pause * 2, LONGEST_PAUSE_MS)
    }
  })()
  return async () => {
    stopping.abort()
    const end = runner?.stop().catch(() => {})
    await Promise.race([Promise.all([work, end]), delay(STOP_MS, undefined, { ref: false })])
  }
}

async function begin(tasks: QueueTasks, process: string, stopping: AbortSignal) {
  const taskOf = (run: (turn: Turn) => Promise<void>): Task => {
    return (payload, { job }) => {
      const id = Number((payload as { id?: unknown } | null)?.id ?? 0)
      return run({ id, worker: String(job.locked_by), process, stopping })
    }
  }
  return run({
    connectionString: await queueAddress(sessionName(process)),
    concurrency: AT_ONCE,
    maxPoolSize: AT_ONCE + 1,
    pollInterval: LOOK_MS,
    noHandleSignals: true,
    gracefulShutdownAbortTimeout: STOP_MS,
    logger: silent,
    parsedCronItems: [],
    taskList: Object.fromEntries(Object.entries(tasks).map(([name, task]) => [name, taskOf(task)])),
  })
}
