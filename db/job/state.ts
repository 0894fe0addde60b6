import { pool } from '@/db/client'
import type { JobKind, JobState } from '@/domain/job/job'

/** How the sessions of a process are called by which others see that it lives (db/sql/85_job.sql). */
export const sessionName = (process: string) => `zhaoshang jobs ${process}`

export type TakenJob = {
  id: number
  userId: number
  kind: JobKind
  permission: string
  details: Record<string, unknown>
  attempt: number
  tries: number
}

/** The job for this process alone; null when it has ended, or another one has it. */
export async function takeJob(id: number, worker: string, process: string): Promise<TakenJob | null> {
  const sql = await pool('jobs')
  const [row] = await sql<
    (Omit<TakenJob, 'id' | 'userId'> & { id: string; user_id: string })[]
  >`select id, user_id, kind, permission, details, attempt, tries from take_job(${id}, ${worker}, ${process})`
  return row ? { ...row, id: Number(row.id), userId: Number(row.user_id) } : null
}

/** Says that it lives and how far it is; what to do. */
export async function beatJob({ id, attempt }: TakenJob, done: number, total: number | null) {
  const sql = await pool('jobs')
  const [row] = await sql<{ what: 'go' | 'cancel' | 'lost' }[]>`
    select beat_job(${id}, ${attempt}, ${done}, ${total}) as what`
  return row?.what ?? 'lost'
}

/** Without any effect when another run has it by now, or it has said itself that it is done. */
export async function endJob(
  { id, attempt }: TakenJob,
  state: Exclude<JobState, 'running'>,
  { result = null, reason = null }: { result?: Record<string, unknown> | null; reason?: string | null } = {},
): Promise<void> {
  const sql = await pool('jobs')
  await sql`select end_job(${id}, ${attempt}, ${state}, ${result && JSON.stringify(result)}::text::jsonb, ${reason})`
}
