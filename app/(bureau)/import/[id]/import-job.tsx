import { may } from '@/access/page'
import { JobLine } from '@/app/(bureau)/job-line'
import type { ImportRecord } from '@/db/read/import'
import { getJob } from '@/db/read/job'
import { isOpen } from '@/domain/job/job'
import { reasonWords } from '../words'

/** How far the check or the import is; why it came to nothing. */
export async function ImportJob({ batch }: { batch: ImportRecord }) {
  const [permit, say] = await Promise.all([may('job.read'), reasonWords()])
  const job = permit && batch.job ? await getJob(permit, batch.job) : null
  if (!job) return null
  if (isOpen(job.state))
    return (
      <div className="mb-4 max-w-160">
        <JobLine job={job} />
      </div>
    )
  return job.reason ? (
    <p className="note note-red mb-4 max-w-160" role="alert">
      {say(job.reason)}
    </p>
  ) : null
}
