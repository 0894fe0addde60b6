import { getTranslations } from 'next-intl/server'
import { may } from '@/access/page'
import { LinkButton } from '@/components/button'
import { Card } from '@/components/page'
import { issuesOf } from '@/db/read/issue'
import type { IssueNoun } from '@/domain/issue/issue'
import { IssueLines } from './issue-lines'

/**
 * What blocks a lead or deal. `count` is the record's own number of open ones: without any nothing is read, and the card is
 * the way to report one.
 */
export async function IssueSection(props: {
  record: { noun: IssueNoun; id: number; number: string }
  count: number
  mayAdd: boolean
}) {
  const { record, count, mayAdd } = props
  const permit = await may('issue.read')
  if (!permit || (count === 0 && !mayAdd)) return null
  const t = await getTranslations('issue')
  const found = count > 0 ? await issuesOf(permit, record) : null
  return (
    <Card
      id="issues"
      look={count > 0 ? 'bad' : undefined}
      title={<a href={`/issues?record=${record.number}`}>{t('title')}</a>}
      aside={count > 0 ? count : undefined}
    >
      {found ? (
        <IssueLines rows={found.open} />
      ) : (
        <p className="text-13 text-ink-2">
          {t('empty.record')}{' '}
          <a className="link" href={`/issues?record=${record.number}&state=closed`}>
            {t('state.closed')}
          </a>
        </p>
      )}
      {mayAdd ? (
        <div className="box-acts">
          <LinkButton small href={`/issues/new?record=${record.number}`}>
            {t('act.new')}
          </LinkButton>
        </div>
      ) : null}
    </Card>
  )
}
