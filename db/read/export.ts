import { and, count, desc, eq, isNull, sql } from 'drizzle-orm'
import { as } from '@/db/as'
import { openContent } from '@/db/file/content'
import { exportSchedules, exports, jobs } from '@/db/schema/job'
import type { ExportPermission } from '@/db/write/export-log'
import type { ExportFormat, ExportList } from '@/domain/export/export'
import type { Rhythm } from '@/domain/export/schedule'
import type { JobState } from '@/domain/job/job'
import type { Permit } from '@/domain/policy/permit'
import type { Locale } from '@/domain/user/user'

export type ExportRow = {
  id: number
  jobId: number
  list: ExportList
  format: ExportFormat
  search: string
  words: string
  locale: Locale
  /** Null while it is not there. */
  name: string | null
  rows: number | null
  bytes: number | null
  digest: string | null
  readyAt: Date | null
  keptUntil: Date | null
  createdAt: Date
  scheduleId: number | null
  schedule: string | null
  state: JobState
  done: number
  total: number | null
  reason: string | null
  cancelAskedAt: Date | null
}

export const EXPORTS_SHOWN = 25

const columns = {
  id: exports.id,
  jobId: exports.jobId,
  list: exports.list,
  format: exports.format,
  search: exports.search,
  words: exports.words,
  locale: exports.locale,
  name: exports.name,
  rows: exports.rows,
  bytes: exports.bytes,
  digest: exports.digest,
  readyAt: exports.readyAt,
  keptUntil: exports.keptUntil,
  createdAt: exports.createdAt,
  scheduleId: exports.scheduleId,
  schedule: exportSchedules.name,
  state: jobs.state,
  done: jobs.done,
  total: jobs.total,
  reason: jobs.reason,
  cancelAskedAt: jobs.cancelAskedAt,
}

/** One's own, newest first, a page of 25. */
export async function listExports(
  permit: Permit<'export.read'>,
  page: number,
): Promise<{ rows: ExportRow[]; total: number }> {
  return as(permit, 'read', async tx => {
    const mine = eq(exports.userId, permit.actor.id)
    const [counted] = await tx.select({ n: count() }).from(exports).where(mine)
    const rows = await tx
      .select(columns)
      .from(exports)
      .innerJoin(jobs, eq(jobs.id, exports.jobId))
      .leftJoin(exportSchedules, eq(exportSchedules.id, exports.scheduleId))
      .where(mine)
      .orderBy(desc(exports.id))
      .limit(EXPORTS_SHOWN)
      .offset((page - 1) * EXPORTS_SHOWN)
    return { rows, total: Number(counted?.n) }
  })
}

/** `failed`: why its last run came to nothing (a message key, where one is known). */
export type ExportSchedule = Rhythm & {
  id: number
  name: string
  list: ExportList
  format: ExportFormat
  search: string
  words: string
  active: boolean
  lastOn: string | null
  nextOn: string
  version: number
  failed: { reason: string | null } | null
}

/** One's own, in the order in which they were set up; no more than MOST_SCHEDULES. */
export async function listSchedules(permit: Permit<'export.read'>): Promise<ExportSchedule[]> {
  const { id, name, list, format, search, words, every, onDay, active, lastOn, nextOn, version } =
    exportSchedules
  return as(permit, 'read', async tx => {
    const last = tx
      .select({ state: jobs.state, reason: jobs.reason })
      .from(exports)
      .innerJoin(jobs, eq(jobs.id, exports.jobId))
      .where(eq(exports.scheduleId, id))
      .orderBy(desc(exports.id))
      .limit(1)
      .as('last')
    const rows = await tx
      .select({
        ...{ id, name, list, format, search, words, every, on: onDay, active, lastOn, nextOn, version },
        ...{ state: last.state, reason: last.reason },
      })
      .from(exportSchedules)
      .leftJoinLateral(last, sql`true`)
      .where(and(eq(exportSchedules.userId, permit.actor.id), isNull(exportSchedules.deletedAt)))
      .orderBy(id)
    return rows.map(({ state, reason, ...row }) => ({
      ...row,
      failed: state === 'failed' ? { reason } : null,
    }))
  })
}

export type AskedExport = Pick<ExportRow, 'id' | 'list' | 'format' | 'search' | 'locale'>

/** What a job is to write; null when it is not that person's. */
export async function exportOfJob(
  permit: Permit<ExportPermission>,
  jobId: number,
): Promise<AskedExport | null> {
  const { id, list, format, search, locale } = exports
  return as(permit, 'read', async tx => {
    const [row] = await tx
      .select({ id, list, format, search, locale })
      .from(exports)
      .where(eq(exports.jobId, jobId))
    return row ?? null
  })
}

/** Bytes, name and format of one's own file; null when it is not there, not yet or no more. */
export async function openExport(permit: Permit<'export.read'>, id: number) {
  const row = await as(permit, 'read', async tx => {
    const { name, format, bytes, digest } = exports
    const [found] = await tx.select({ name, format, bytes, digest }).from(exports).where(eq(exports.id, id))
    return found ?? null
  })
  if (!row?.digest || !row.name) return null
  const body = await openContent(row.digest)
  return body && { ...row, name: row.name, body }
}
