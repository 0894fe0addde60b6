import { getTranslations } from 'next-intl/server'
import { ChipLink, FilterChips } from '@/components/filter-chips'
import { PageBar } from '@/components/page'
import { Segments } from '@/components/tabs'
import { type TaskFilter, type TaskOwner, taskDues, taskSearch } from '@/domain/task/filter'
import type { Role } from '@/domain/user/user'

const owners: Record<Role, readonly TaskOwner[]> = {
  admin: ['all'],
  director: ['mine', 'given', 'all'],
  manager: ['mine', 'given', 'desk'],
  officer: ['mine', 'given', 'desk'],
  viewer: ['all'],
}

/** Whose, open or done, and by when: each one click. */
export async function TaskChips({ filter, role }: { filter: TaskFilter; role: Role }) {
  const t = await getTranslations('task')
  const to = (changes: Partial<TaskFilter>) => `/tasks${taskSearch(filter, changes)}`
  return (
    <PageBar>
      <Segments
        label={t('whose.label')}
        items={owners[role].map(whose => ({
          label: t(`whose.${whose}`),
          href: to({ whose }),
          current: filter.whose === whose,
        }))}
      />
      <FilterChips label={t('due.label')}>
        {filter.state === 'open'
          ? taskDues.map(due => (
              <ChipLink
                key={due}
                on={filter.due === due}
                look={due === 'overdue' ? 'warn' : undefined}
                href={to({ due: filter.due === due ? null : due })}
              >
                {t(`due.${due}`)}
              </ChipLink>
            ))
          : null}
        <ChipLink
          on={filter.state === 'done'}
          href={to({ state: filter.state === 'done' ? 'open' : 'done', due: null })}
        >
          {t('state.done')}
        </ChipLink>
      </FilterChips>
    </PageBar>
  )
}
