import { getTranslations } from 'next-intl/server'
import { may } from '@/access/page'
import { Section } from '@/components/page'
import { dueTasks } from '@/db/read/task'
import { TaskLines } from './task-lines'

const taskList = '/tasks'

/** One's own tasks that are due within three days, overdue ones first; nothing while there are none. */
export async function DayTasks() {
  const [t, permit, tick] = await Promise.all([
    getTranslations('task'),
    may('task.read'),
    may('task.complete'),
  ])
  if (!permit) return null
  const { rows, total } = await dueTasks(permit)
  if (total === 0) return null
  return (
    <Section id="tasks" title={<a href={taskList}>{t('title')}</a>} count={total}>
      <TaskLines rows={rows} record mayTick={tick !== null} />
    </Section>
  )
}
