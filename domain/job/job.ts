import type { Actor } from '@/domain/policy/actor'

/** What runs in the background because a person asked for it: the source for the table's CHECK and the words. */
export const jobKinds = ['export', 'import'] as const
export type JobKind = (typeof jobKinds)[number]

/** `waiting` → `running` → `done`, `failed` or `cancelled`; one whose process died waits again. */
export const jobStates = ['waiting', 'running', 'done', 'failed', 'cancelled'] as const
export type JobState = (typeof jobStates)[number]

/** A job that was broken off so often (its process killed, an error) is not begun again by itself. */
export const MOST_TRIES = 5

export type JobProgress = {
  id: number
  state: JobState
  done: number
  /** Null: not known how much there is. */
  total: number | null
}
export type Job = JobProgress & {
  kind: JobKind
  userId: number
  /** Of whom runs it, in the form in which it stands in the table of policies. */
  permission: string
  result: Record<string, unknown> | null
  /** Why it failed; a message key. */
  reason: string | null
  cancelAsked: boolean
  createdAt: Date
  startedAt: Date | null
  endedAt: Date | null
}

export const isOpen = (state: JobState): boolean => state === 'waiting' || state === 'running'

/** In whole per cent, never 100 before the end; null when there is nothing to measure by. */
export function percentOf({ state, done, total }: Pick<JobProgress, 'state' | 'done' | 'total'>) {
  if (state === 'done') return 100
  return total ? Math.min(99, Math.floor((done / total) * 100)) : null
}

/** One's own, and everybody's for whoever looks after the office. The policy of the table says the same. */
export const mayCancelJob = (actor: Pick<Actor, 'id' | 'role'>, job: Pick<Job, 'userId' | 'state'>) =>
  isOpen(job.state) && (job.userId === actor.id || actor.role === 'director' || actor.role === 'admin')

/** It runs with the rights of whoever started it, so nobody else starts it again. */
export const mayRetryJob = (actor: Pick<Actor, 'id'>, job: Pick<Job, 'userId' | 'state'>) =>
  job.userId === actor.id && (job.state === 'failed' || job.state === 'cancelled')
