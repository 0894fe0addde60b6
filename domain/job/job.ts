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
