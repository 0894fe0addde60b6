import { getFormatter, getTranslations } from 'next-intl/server'
import { isOpen, type JobProgress, percentOf } from '@/domain/job/job'

/** Whether it still goes on, how far it is, and that in words. */
export async function jobFar(job: JobProgress & { cancelAsked: boolean }) {
  const [t, format] = await Promise.all([getTranslations('job'), getFormatter()])
  const done = format.number(job.done)
  const running = job.total
    ? t('progressOf', { done, total: format.number(job.total) })
    : t('progress', { done })
  const open = isOpen(job.state)
  const says =
    open && job.cancelAsked ? t('cancelling') : job.state === 'running' ? running : t(`state.${job.state}`)
  return { open, percent: percentOf(job), says }
}
