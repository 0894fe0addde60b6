import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { may, page } from '@/access/page'
import { reference } from '@/access/reference'
import { LinkButton } from '@/components/button'
import { Icon } from '@/components/icon'
import { Banner, Page, PageHead } from '@/components/page'
import { Pager } from '@/components/pager'
import { listIssues } from '@/db/read/issue'
import type { SearchParams } from '@/domain/filter/parameter'
import { issueSearch, parseIssueFilter } from '@/domain/issue/filter'
import { IssueChips } from './issue-chips'
import { IssueGroups } from './issue-groups'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('issue'))('title') }
}

/** What blocks leads and deals within reach: in groups, overdue first. */
export default async function IssuesPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const permit = await page('issue.read')
  const ref = await reference()
  const { filter, ignored } = parseIssueFilter(
    await searchParams,
    ref.desks.map(desk => desk.key),
  )
  const [t, common, found, create] = await Promise.all([
    getTranslations('issue'),
    getTranslations('common.list'),
    listIssues(permit, filter),
    may('issue.create'),
  ])
  const { total, groups } = found
  const overdue = groups.reduce((sum, group) => sum + group.overdue, 0)
  const counted =
    filter.state === 'closed' ? t('saysClosed', { count: total }) : t('says', { count: total, overdue })
  const says = total > 1_000 ? t('saysMost') : counted
  return (
    <Page>
      <PageHead title={t('title')} says={says}>
        {create ? (
          <LinkButton look="primary" href={`/issues/new${filter.record ? `?record=${filter.record}` : ''}`}>
            <Icon name="plus" />
            {t('act.new')}
          </LinkButton>
        ) : null}
      </PageHead>
      <IssueChips filter={filter} actor={permit.actor} />
      {ignored.length ? <Banner>{common('ignored', { names: ignored.join(', ') })}</Banner> : null}
      <div className="page-body grid gap-4">
        <IssueGroups filter={filter} found={found} />
        {found.pages > 1 ? (
          <Pager
            page={found.page}
            pages={found.pages}
            href={to => `/issues${issueSearch(filter, { page: to })}`}
            says={says}
            words={{ label: common('pages'), previous: common('previousPage'), next: common('nextPage') }}
          />
        ) : null}
      </div>
    </Page>
  )
}
