import { MOST_TRIES } from '@/domain/job/job'
import type { Chore } from './chore'

/** Jobs whose process was killed go to another one, at once. */
export const releaseJobs: Chore = {
  name: 'jobs',
  every: 0,
  async run(tx) {
    const [row] = await tx<{ freed: number }[]>`select release_jobs(${MOST_TRIES}) as freed`
    return row?.freed ?? 0
  },
}
