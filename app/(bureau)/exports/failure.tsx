import { getTranslations } from 'next-intl/server'
import { StatusChip } from '@/components/marks'
import type { JobState } from '@/domain/job/job'

/** That a run came to nothing, or was broken off, and why as far as it is known. */
export async function Failure({ state, reason }: { state: JobState; reason: string | null }) {
  const [t, all] = await Promise.all([getTranslations('job.state'), getTranslations()])
  const words = reason && all.has(reason as never) ? all(reason as never) : null
  return (
    <>
      <StatusChip tone={state === 'failed' ? 'red' : 'quiet'}>{t(state)}</StatusChip>
      {words ? <span className="text-12 text-ink-2">{words}</span> : null}
    </>
  )
}
