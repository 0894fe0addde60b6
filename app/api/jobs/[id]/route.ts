import { route } from '@/access/route'
import { jobFar } from '@/app/(bureau)/job-far'
import { getJob } from '@/db/read/job'

/** How far a job is, in the reader's words, for the line that is drawn of it (components/live-progress.tsx). */
export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }) {
  const permit = await route('job.read')
  if (permit instanceof Response) return permit
  const { id } = await params
  const job = /^\d{1,15}$/.test(id) ? await getJob(permit, Number(id)) : null
  if (!job) return new Response(null, { status: 404 })
  return Response.json(await jobFar(job), { headers: { 'Cache-Control': 'no-store' } })
}
