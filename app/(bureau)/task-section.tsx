import { getTranslations } from 'next-intl/server'
import { may } from '@/access/page'
import { Card } from '@/components/page'
import { tasksOf } from '@/db/read/task'
import type { TaskNoun } from '@/domain/task/task'
import { TaskEntry } from './task-entry'
import { TaskLines } from './task-lines'

/** The tasks on a record that the reader sees: open ones, the last done, and a line for a new one. */
export async function TaskSection(props: {
  record: { noun: TaskNoun; id: number; number: string }
  /** The reader may add to this record. */
  mayAdd: boolean
}) {
  const { record, mayAdd } = props
  const [t, permit, tick] = await Promise.all([
    getTranslations('task'),
    may('task.read'),
    may('task.complete'),
  ])
  if (!permit) return null
  const { open, done, total } = await tasksOf(permit, record)
  if (total === 0 && done.length === 0 && !mayAdd) return null
  return (
    <Card id="tasks" title={t('title')} aside={total > 0 ? total : t('none.record')}>
      <TaskLines rows={open} assignee mayTick={tick !== null} />
      {done.length > 0 ? <TaskLines rows={done} mayTick={tick !== null} /> : null}
      {mayAdd ? (
        <div className="mt-2">
          <TaskEntry record={record.number} />
        </div>
      ) : null}
    </Card>
  )
}
