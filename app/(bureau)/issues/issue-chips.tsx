import { getTranslations } from 'next-intl/server'
import { ChipLink, FilterChips } from '@/components/filter-chips'
import { PageBar } from '@/components/page'
import { Segments } from '@/components/tabs'
import { type IssueFilter, issueDues, issueGroups, issueSearch } from '@/domain/issue/filter'
import { issueKinds } from '@/domain/issue/issue'
import type { Actor } from '@/domain/policy/actor'
import { naming } from '../naming'

/** How they are grouped, and what is left out: each one click. */
export async function IssueChips({ filter, actor }: { filter: IssueFilter; actor: Actor }) {
  const [t, names] = await Promise.all([getTranslations('issue'), naming()])
  const to = (changes: Partial<IssueFilter>) => `/issues${issueSearch(filter, changes)}`
  const toggled = <T,>(all: readonly T[], one: T) =>
    all.includes(one) ? all.filter(other => other !== one) : [...all, one]
  const works = actor.role !== 'admin' && actor.role !== 'viewer'
  const owner = filter.owner
  const named = typeof owner === 'number' && owner !== actor.id ? names.person(owner) : null
  return (
    <PageBar>
      <Segments
        label={t('by.label')}
        items={issueGroups.map(by => ({ label: t(`by.${by}`), href: to({ by }), current: filter.by === by }))}
      />
      <FilterChips label={t('filter.kind')}>
        {works ? (
          <ChipLink on={owner === actor.id} href={to({ owner: owner === actor.id ? null : actor.id })}>
            {t('filter.mine')}
          </ChipLink>
        ) : null}
        {named ? (
          <ChipLink on href={to({ owner: null })}>
            {t('filter.owner')} <b>{named}</b>
          </ChipLink>
        ) : null}
        {filter.record ? (
          <ChipLink on href={to({ record: null })}>
            {filter.record}
          </ChipLink>
        ) : null}
        {filter.desks.map(key => (
          <ChipLink key={key} on href={to({ desks: toggled(filter.desks, key) })}>
            {names.deskOfKey(key)}
          </ChipLink>
        ))}
        {filter.state === 'open'
          ? issueDues.map(due => (
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
        {issueKinds.map(kind => (
          <ChipLink
            key={kind}
            on={filter.kinds.includes(kind)}
            href={to({ kinds: toggled(filter.kinds, kind) })}
          >
            {t(`kind.${kind}`)}
          </ChipLink>
        ))}
        <ChipLink
          on={filter.state === 'closed'}
          href={to({ state: filter.state === 'closed' ? 'open' : 'closed', due: null })}
        >
          {t('state.closed')}
        </ChipLink>
      </FilterChips>
    </PageBar>
  )
}
