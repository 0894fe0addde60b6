import { LiveProgress } from '@/components/live-progress'
import type { JobProgress } from '@/domain/job/job'
import { jobFar } from './job-far'

/** How far a job is, kept up to date while it runs; the page is drawn anew at its end. */
export async function JobLine({ job }: { job: JobProgress & { cancelAsked: boolean } }) {
  const { percent, says } = await jobFar(job)
  return <LiveProgress source={`/api/jobs/${job.id}`} percent={percent} says={says} />
}
