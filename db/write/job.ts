import { sql } from 'drizzle-orm'
import { type Tx, write } from '@/db/as'
import type { JobInput } from '@/domain/job/input'
import type { JobKind } from '@/domain/job/job'
import { done, gone, type Outcome } from '@/domain/outcome'
import type { Permit } from '@/domain/policy/permit'

/** What a job says and is told while it runs. */
export type JobRun = {
  id: number
  /** How far it is; `total` null where nobody knows. Kept a few times a minute, so call it as often as you like. */
  progress: (done: number, total?: number | null) => void
  /** True from when it should end: somebody asked, another run has it, or the process is about to stop. */
  cancelled: () => boolean
  /** The same, for what takes a signal. */
  signal: AbortSignal
  /**
   * Says that it is done, in the transaction of what it has done: so it happens once, whatever is killed. Throws when it
   * was broken off meanwhile, and with it nothing of the transaction stays.
   */
  finish: (tx: Tx, result: Record<string, unknown>) => Promise<void>
}

/** It was broken off, or another run has it: nothing that this one does may stay. */
export class JobLost extends Error {}

/**
 * Starts a job in a transaction of the person for whom it runs; it begins when that has committed. `permit` is what it
 * will be granted again when its turn comes. Answers its id.
 */
export async function startJob(
  tx: Tx,
  _permit: Permit,
  { kind, details }: { kind: JobKind; details: Record<string, unknown> },
): Promise<number> {
  const [row] = await tx.execute<{ id: string }>(
    sql`select start_job(${kind}, ${JSON.stringify(details)}::jsonb) as id`,
  )
  return Number(row?.id)
}

/** For JobRun.finish. */
export async function finishJob(
  tx: Tx,
  { id, attempt }: { id: number; attempt: number },
  result: Record<string, unknown>,
): Promise<void> {
  const [row] = await tx.execute<{ mine: boolean }>(
    sql`select finish_job(${id}, ${attempt}, ${JSON.stringify(result)}::jsonb) as mine`,
  )
  if (!row?.mine) throw new JobLost('the job has another run by now, or has ended')
}

/** One that waits ends at once, one that runs within seconds; what it has done so far is thrown away. */
export async function cancelJob(permit: Permit<'job.cancel'>, { id }: JobInput): Promise<Outcome> {
  return write(permit, async tx => {
    const [row] = await tx.execute<{ told: boolean }>(sql`select cancel_job(${id}) as told`)
    return row?.told ? done() : gone()
  })
}

/** Once more, with the rights that one has now. */
export async function retryJob(permit: Permit<'job.retry'>, { id }: JobInput): Promise<Outcome> {
  return write(permit, async tx => {
    const [row] = await tx.execute<{ queued: boolean }>(sql`select retry_job(${id}) as queued`)
    return row?.queued ? done() : gone()
  })
}
