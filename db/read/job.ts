import { eq } from 'drizzle-orm'
import { as } from '@/db/as'
import { jobs } from '@/db/schema/job'
import type { Job } from '@/domain/job/job'
import type { Permit } from '@/domain/policy/permit'

const columns = {
  id: jobs.id,
  kind: jobs.kind,
  userId: jobs.userId,
  permission: jobs.permission,
  state: jobs.state,
  done: jobs.done,
  total: jobs.total,
  result: jobs.result,
  reason: jobs.reason,
  cancelAskedAt: jobs.cancelAskedAt,
  createdAt: jobs.createdAt,
  startedAt: jobs.startedAt,
  endedAt: jobs.endedAt,
}

/** One's own, or for whoever looks after the office anybody's; null for one that is not there. */
export async function getJob(permit: Permit<'job.read'>, id: number): Promise<Job | null> {
  return as(permit, 'read', async tx => {
    const [row] = await tx.select(columns).from(jobs).where(eq(jobs.id, id))
    if (!row) return null
    const { cancelAskedAt, ...job } = row
    return { ...job, cancelAsked: cancelAskedAt !== null }
  })
}
