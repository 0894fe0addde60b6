import { eq, sql } from 'drizzle-orm'
import { record, write } from '@/db/as'
import { exports } from '@/db/schema/job'
import { zoneRules } from '@/db/zone'
import { exportPermission } from '@/domain/export/export'
import type { StartExportInput } from '@/domain/export/input'
import { done, type Outcome, refused } from '@/domain/outcome'
import type { Permit } from '@/domain/policy/permit'
import { defaultLocale } from '@/domain/user/user'
import type { ExportPermission } from './export-log'
import { type JobRun, startJob } from './job'

/** Has a file of a list made in the background. It is there when its job is done, for whoever asked and nobody else. */
export async function startExport(
  permit: Permit<ExportPermission>,
  { submission, name, ...asked }: StartExportInput,
): Promise<Outcome<{ id: number }>> {
  return write(
    permit,
    async tx => {
      if (exportPermission[asked.list] !== permit.permission) return refused('common.not_permitted')
      const { id: userId, locale } = permit.actor
      const jobId = await startJob(tx, permit, { kind: 'export', details: { name, path: '/exports' } })
      const [made] = await tx
        .insert(exports)
        .values({ ...asked, userId, jobId, locale: locale ?? defaultLocale })
        .returning({ id: exports.id })
      return done({ id: Number(made?.id) })
    },
    submission,
  )
}

export type WrittenFile = {
  id: number
  /** In the reader's language, without its ending. */
  name: string
  /** The filter in words. */
  words: string
  rows: number
  bytes: number
  digest: string
  format: string
  filter: Record<string, unknown>
}

/** The file is there: said together with the end of its job and the line of the log, or not at all. */
export async function finishExport(
  permit: Permit<ExportPermission>,
  { id, name, words, rows, bytes, digest, format, filter }: WrittenFile,
  job: Pick<JobRun, 'finish'>,
): Promise<Outcome<{ name: string; rows: number }>> {
  return write(permit, async tx => {
    const { settings } = await zoneRules(tx)
    await tx
      .update(exports)
      .set({
        name,
        words,
        rows,
        bytes,
        digest,
        readyAt: sql`now()`,
        keptUntil: sql`now() + make_interval(days => ${settings.exportDays})`,
        removedAt: null,
      })
      .where(eq(exports.id, id))
    await record(tx, 'export', null, { format, rows, filter, background: true })
    await job.finish(tx, { name, rows, path: '/exports' })
    return done({ name, rows })
  })
}
