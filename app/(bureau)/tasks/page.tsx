import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { may, page } from '@/access/page'
import { ListKeys } from '@/components/list-keys'
import { EmptyState, Page, PageHead, Section } from '@/components/page'
import { Pager } from '@/components/pager'
import { listTasks, type TaskList } from '@/db/read/task'
import type { SearchParams } from '@/domain/filter/parameter'
import { dueGroup, parseTaskFilter, type TaskFilter, taskDues, taskSearch } from '@/domain/task/filter'
import { naming } from '../naming'
import { TaskEntry } from '../task-entry'
import { TaskLines } from '../task-lines'
import { TaskChips } from './task-chips'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('task'))('title') }
}

/** What is to be done: mine, what I gave to others, my desk's; by day. */
export default async function TasksPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const permit = await page('task.read')
  const { filter, ignored } = parseTaskFilter(await searchParams)
  const [t, common, found, create] = await Promise.all([
    getTranslations('task'),
    getTranslations('common.list'),
    listTasks(permit, filter),
    may('task.create'),
  ])
  const says = found.total > 1_000 ? t('saysMost') : t('says', { count: found.total })
  return (
    <Page>
      <PageHead title={t('title')} says={says} />
      <TaskChips filter={filter} role={permit.actor.role} />
      {ignored.length ? <p className="note">{common('ignored', { names: ignored.join(', ') })}</p> : null}
      <div className="page-body grid max-w-240 gap-4">
        {create && filter.state === 'open' ? <TaskEntry shortcut /> : null}
        <Groups filter={filter} found={found} mayTick={create !== null} />
        {found.pages > 1 ? (
          <Pager
            page={found.page}
            pages={found.pages}
            href={to => `/tasks${taskSearch(filter, { page: to })}`}
            says={says}
            words={{ label: common('pages'), previous: common('previousPage'), next: common('nextPage') }}
          />
        ) : null}
      </div>
    </Page>
  )
}

type Shown = { filter: TaskFilter; found: TaskList; mayTick: boolean }

async function Groups({ filter, found, mayTick }: Shown) {
  const [t, { today }] = await Promise.all([getTranslations('task'), naming()])
  const usual = filter.due === null && filter.state === 'open'
  if (found.rows.length === 0)
    return <EmptyState title={t('none.title')} says={t(usual ? 'none.says' : 'none.filtered')} />
  const shown = { record: true, assignee: filter.whose !== 'mine', mayTick }
  if (filter.state === 'done') return <TaskLines rows={found.rows} {...shown} />
  return (
    <ListKeys className="grid gap-4" label={t('title')}>
      {taskDues.map(due => {
        const rows = found.rows.filter(row => dueGroup(row.dueOn, today) === due)
        return rows.length ? (
          <Section key={due} title={t(`due.${due}`)} count={found.pages > 1 ? undefined : rows.length}>
            <TaskLines rows={rows} {...shown} />
          </Section>
        ) : null
      })}
    </ListKeys>
  )
}
