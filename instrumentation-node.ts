import { exportJob } from '@/access/export-job'
import { importJob } from '@/access/import-job'
import { type Job, jobTask } from '@/access/job'
import { startHousekeeping } from '@/db/housekeeping/housekeeping'
import { startQueue } from '@/db/job/queue'
import { live } from '@/db/live/live'
import { migrationState } from '@/db/migrate'
import { mailSettings } from '@/env'
import { startPost } from '@/post/post'

const GRACE = 5000

/** Whoever started this process is gone (killed, perhaps): nobody could stop it any more, so it ends itself. */
export function endWithStarter() {
  if (process.env.ZHAOSHANG_STARTER && !process.connected) process.exit(1)
  process.once('disconnect', () => {
    process.kill(process.pid, 'SIGTERM')
    setTimeout(() => process.exit(1), GRACE).unref()
  })
}

/**
 * A schema that this code does not know, or only half has, would be written to wrongly: refuse to start. A database
 * that does not answer is no reason: the app says so on its pages and goes on when it comes back.
 */
export async function refuseWrongSchema() {
  const state = await migrationState().catch(() => null)
  if (!state) return
  const { obstacles, pending, drift } = state
  const missing =
    pending.length > 0 && `Migrations are pending (${pending.join(', ')}): run npm run db:migrate.`
  const changed =
    drift.length > 0 && `Functions are of another version (${drift.join(', ')}): run npm run db:migrate.`
  const reasons = [...obstacles, missing, changed].filter(reason => typeof reason === 'string')
  if (reasons.length === 0) return
  process.stderr.write(`The app does not start on this database.\n${reasons.join('\n')}\n`)
  process.exit(1)
}

const running = globalThis as { zhaoshangHousekeeping?: () => Promise<unknown> }

/** What may run in the background in this process: each kind of job has its one place here. */
const jobs: readonly Job[] = [exportJob, importJob]

/** The system's own chores, its e-mail and people's jobs, once a process; they end with the server, before its connections do. */
export function keepHouse() {
  if (running.zhaoshangHousekeeping || process.env.NEXT_PHASE === 'phase-production-build') return
  const say = (line: string) => void process.stderr.write(`${line}\n`)
  const mail = mailSettings()
  const post = mail && startPost(mail, say)
  const tasks = { job: jobTask(jobs, say), ...(post && { mail: post.task }) }
  const stops = [startHousekeeping(say), startQueue(tasks, say), ...(post ? [post.stop] : [])]
  const stop = () => Promise.all(stops.map(end => end()))
  running.zhaoshangHousekeeping = stop
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop())
}

/** Open streams would hold the server at its end: they are ended when it is asked to stop. */
export function endStreams() {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => live.close())
}
