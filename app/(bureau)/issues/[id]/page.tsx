import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { may, page } from '@/access/page'
import { naming } from '@/app/(bureau)/naming'
import { StatusChip } from '@/components/marks'
import { Banner, Breadcrumb, Page, PageHead } from '@/components/page'
import { getIssue } from '@/db/read/issue'
import { within } from '@/domain/policy/within'
import { nameIn } from '@/domain/user/user'
import { IssueFacts } from './issue-facts'
import { IssueVerbs } from './issue-verbs'

type Props = { params: Promise<{ id: string }> }

/* Title and page ask for the same one. */
const found = cache(async (said: string) => {
  const permit = await page('issue.read')
  const issue = /^\d{1,15}$/.test(said) ? await getIssue(permit, Number(said)) : null
  return { permit, issue: issue ?? notFound() }
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await found((await params).id)).issue.title }
}

export default async function IssuePage({ params }: Props) {
  const { permit, issue } = await found((await params).id)
  const [t, names, edit] = await Promise.all([getTranslations('issue'), naming(), may('issue.edit')])
  const record = nameIn(names.locale, issue.name, issue.names)
  return (
    <Page>
      <Breadcrumb
        label={t('title')}
        items={[
          { label: t('title'), href: '/issues' },
          { label: `${issue.number} ${record}`, href: `/${issue.noun}s/${issue.number}` },
          { label: issue.title },
        ]}
      />
      <PageHead
        title={issue.title}
        marks={
          <>
            <StatusChip>{t(`kind.${issue.kind}`)}</StatusChip>
            <StatusChip
              tone={issue.closedOn ? 'green' : 'red'}
              icon={issue.closedOn ? 'check' : 'triangle-alert'}
            >
              {t(issue.closedOn ? 'state.closed' : 'state.open')}
            </StatusChip>
          </>
        }
      />
      <div className="page-body grid max-w-160 gap-4">
        {issue.deletedAt ? (
          <Banner tone="amber" icon="trash-2" role="status">
            {t('deletedSays')}
          </Banner>
        ) : null}
        <IssueFacts issue={issue} />
        {edit && within(permit.actor, 'issue.edit', issue) ? (
          <IssueVerbs issue={issue} actor={permit.actor} />
        ) : null}
      </div>
    </Page>
  )
}
