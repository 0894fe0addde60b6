import { setTimeout as delay } from 'node:timers/promises'
import { accountActor } from '@/db/door/session'
import type { Turn } from '@/db/job/queue'
import { beatJob, endJob, type TakenJob, takeJob } from '@/db/job/state'
import { finishJob, JobLost, type JobRun } from '@/db/write/job'
import { type JobKind, MOST_TRIES } from '@/domain/job/job'
import type { Outcome } from '@/domain/outcome'
import { Permit } from '@/domain/policy/grant'
import type { Permission } from '@/domain/policy/table'

/** So often a job says that it lives, keeps how far it is, and hears whether it should end. */
const BEAT_MS = 1_000

type Run<P extends Permission> = (
  permit: Permit<P>,
  details: Record<string, unknown>,
  job: JobRun,
) => Promise<Outcome<Record<string, unknown>>>

export type Job = { kind: JobKind; permissions: readonly Permission[]; run: Run<Permission> }

/**
 * What runs the jobs of a kind. It gets a permit of whoever started one, as the account stands when it runs: somebody who
 * was disabled, or has another role by now, is refused. Answers an outcome, which is the job's end: either after
 * `job.finish` in the transaction of what it did, or, where it did nothing in the database, `done(result)` alone. What
 * it throws (an outage, a bug) is tried again, a few times.
 */
export const job = <P extends Permission>(kind: JobKind, permissions: readonly P[], run: Run<P>): Job => ({
  kind,
  permissions,
  run: run as unknown as Run<Permission>,
})

/** A turn of the queue (task `job`) for any of these jobs. */
export const jobTask = (jobs: readonly Job[], say: (line: string) => void) => (turn: Turn) =>
  takeTurn(jobs, turn, say)

async function takeTurn(jobs: readonly Job[], turn: Turn, say: (line: string) => void) {
  // its line in the queue is gone with this turn: the chore that looks after jobs lays a new one
  const taken = turn.stopping.aborted ? null : await takeJob(turn.id, turn.worker, turn.process)
  if (!taken) return
  const watch = watched(taken, turn.stopping)
  try {
    const outcome = await carriedOut(jobs, taken, watch.run)
    const end = watch.ended()
    if (end === 'cancel') return await endJob(taken, 'cancelled')
    if (end === 'stop') throw new JobLost('the process is about to stop')
    if (outcome.kind === 'done') await endJob(taken, 'done', { result: outcome.value })
    else await endJob(taken, 'failed', { reason: reasonOf(outcome) })
  } catch (error) {
    await brokenOff(taken, watch.ended(), error, say)
  } finally {
    watch.close()
  }
}

async function carriedOut(jobs: readonly Job[], taken: TakenJob, run: JobRun) {
  const known = jobs.find(one => one.kind === taken.kind)
  const permission = known?.permissions.find(one => one === taken.permission)
  const actor = await accountActor(taken.userId)
  const permit = permission && actor && !actor.mustChangePassword ? Permit.grant(permission, actor) : null
  if (!known || !permit) return { kind: 'refused', reason: 'common.not_permitted' } as const
  return known.run(permit, taken.details, run)
}

const reasonOf = (outcome: Outcome<unknown>) =>
  outcome.kind === 'refused' ? outcome.reason : `job.failed.${outcome.kind === 'gone' ? 'gone' : 'input'}`

/** An error is tried again, a little later each time. A process that stops is nobody's fault. */
async function brokenOff(taken: TakenJob, end: End, error: unknown, say: (line: string) => void) {
  if (end === 'cancel') return endJob(taken, 'cancelled')
  if (end === 'lost') return
  if (end !== 'stop') say(`job ${taken.id} (${taken.kind}): ${String((error as Error).message)}`)
  if (end !== 'stop' && taken.tries >= MOST_TRIES)
    return endJob(taken, 'failed', { reason: 'job.failed.broken' })
  await endJob(taken, 'waiting', { reason: end === 'stop' ? 'job.stopped' : null })
}

type End = 'cancel' | 'lost' | 'stop' | null

/** Beats until it is closed; what it hears ends the run. */
function watched(taken: TakenJob, stopping: AbortSignal) {
  const ending = new AbortController()
  let far = { done: 0, total: null as number | null }
  let end: End = null
  let closed = false
  const stop = (why: End) => {
    end ??= why
    ending.abort()
  }
  stopping.addEventListener('abort', () => stop('stop'))
  const beat = async () => {
    while (!closed) {
      const what = await beatJob(taken, far.done, far.total).catch(() => 'go' as const)
      if (what !== 'go' && !closed) stop(what)
      await delay(BEAT_MS, undefined, { ref: false })
    }
  }
  void beat()
  const run: JobRun = {
    id: taken.id,
    progress: (done, total = null) => {
      far = { done, total }
    },
    cancelled: () => ending.signal.aborted,
    signal: ending.signal,
    finish: async (tx, result) => {
      if (end) throw new JobLost(`the job was told to end: ${end}`)
      await finishJob(tx, taken, result)
    },
  }
  return { run, ended: () => end, close: () => (closed = true) }
}
