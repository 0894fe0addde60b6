import { getTranslations } from 'next-intl/server'
import { Icon } from '@/components/icon'
import type { TaskRow } from '@/db/read/task'
import { nameIn } from '@/domain/user/user'
import { ClockWords } from './day-side'
import { naming } from './naming'
import { recordPath } from './record-path'
import { TaskTick } from './task-tick'

type Shown = {
  /** Whether the record that a task is on is named (not on that record's page), and who has to do it. */
  record?: boolean
  assignee?: boolean
  /** The reader may tick them off. */
  mayTick: boolean
}

/** Tasks below one another, each with the way to be done with it. */
export async function TaskLines({ rows, ...shown }: { rows: readonly TaskRow[] } & Shown) {
  return (
    <ul className="rows">
      {rows.map(row => (
        <TaskLine key={row.id} row={row} {...shown} />
      ))}
    </ul>
  )
}

async function TaskLine({ row, record, assignee, mayTick }: { row: TaskRow } & Shown) {
  const [t, common, names] = await Promise.all([getTranslations('task'), getTranslations('common'), naming()])
  const done = row.doneAt !== null
  const words = {
    label: t(done ? 'act.reopen' : 'act.complete', { task: row.title }),
    reopened: t('said.reopened'),
    undo: common('act.undo'),
    failed: common('not_permitted'),
  }
  return (
    <li data-row className="flex items-start gap-2">
      {mayTick ? <TaskTick id={row.id} done={done} words={words} /> : null}
      <span className="min-w-0 flex-1">
        <a href={`/tasks/${row.id}`} className={done ? 'text-ink-2 line-through' : undefined}>
          {row.title}
        </a>{' '}
        {row.repeat ? (
          <span className="text-ink-3" title={t(`every.${row.repeat}`, { count: row.repeatEvery ?? 1 })}>
            <Icon name="repeat" small label={t(`every.${row.repeat}`, { count: row.repeatEvery ?? 1 })} />
          </span>
        ) : null}
        <span className="block text-12 text-ink-2">
          {assignee ? names.person(row.assigneeId) : null}
          {row.createdBy === row.assigneeId ? null : ` ${t('by', { name: names.person(row.createdBy) })}`}
          {record && row.record ? (
            <>
              {assignee || row.createdBy !== row.assigneeId ? ' · ' : null}
              <a className="link" href={`/${recordPath[row.record.noun]}/${row.record.number}`}>
                {nameIn(names.locale, row.record.name, row.record.names)}
              </a>
            </>
          ) : null}
          {row.doneAt ? (
            <> · {t('doneBy', { name: names.person(row.doneBy), date: names.dayOf(row.doneAt) })}</>
          ) : null}
        </span>
      </span>
      {done ? null : <ClockWords due={row.dueOn} />}
    </li>
  )
}
