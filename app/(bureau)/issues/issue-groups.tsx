import { getTranslations } from 'next-intl/server'
import { LinkButton } from '@/components/button'
import { ListKeys } from '@/components/list-keys'
import { EmptyState, Section } from '@/components/page'
import type { IssueList, IssueRow } from '@/db/read/issue'
import { type IssueFilter, issueSearch, usualIssueFilter } from '@/domain/issue/filter'
import { type IssueKind, issueKinds } from '@/domain/issue/issue'
import { IssueLines } from '../issue-lines'
import { naming } from '../naming'

type Props = { filter: IssueFilter; found: IssueList }

const keyOf: Record<IssueFilter['by'], (row: IssueRow) => string | null> = {
  kind: row => row.kind,
  owner: row => (row.ownerId === null ? null : String(row.ownerId)),
  desk: row => String(row.deskId),
}

/** The rows of this page under their groups; the count of a group is that of the whole filter, and leads to all of it. */
export async function IssueGroups({ filter, found }: Props) {
  const [t, names] = await Promise.all([getTranslations('issue'), naming()])
  if (found.total === 0) {
    const narrowed = issueSearch(filter, { by: 'kind' }) !== ''
    return (
      <EmptyState title={t('empty.title')} says={t(narrowed ? 'empty.filtered' : 'empty.says')}>
        {narrowed ? (
          <LinkButton href={`/issues${issueSearch(usualIssueFilter, { by: filter.by })}`}>
            {t('act.all')}
          </LinkButton>
        ) : null}
      </EmptyState>
    )
  }
  const titleOf = (key: string | null) =>
    filter.by === 'kind'
      ? t(`kind.${key as IssueKind}`)
      : filter.by === 'owner'
        ? names.person(key === null ? null : Number(key)) || t('nobody')
        : names.desk(Number(key)).name
  const only = (key: string | null): Partial<IssueFilter> =>
    filter.by === 'kind'
      ? { kinds: issueKinds.filter(kind => kind === key) }
      : filter.by === 'owner'
        ? { owner: key === null ? 'none' : Number(key) }
        : { desks: [names.desk(Number(key)).key] }
  return (
    <ListKeys
      className="grid items-start gap-x-8 gap-y-4 xl:grid-cols-2 xl:[&>:nth-child(2)]:mt-0 xl:[&>:nth-child(2)]:border-t-0 xl:[&>:nth-child(2)]:pt-0"
      label={t('title')}
    >
      {found.groups.map(({ key, count, overdue }) => {
        const rows = found.rows.filter(row => keyOf[filter.by](row) === key)
        return rows.length === 0 ? null : (
          <Section
            key={key}
            title={<a href={`/issues${issueSearch(filter, only(key))}`}>{titleOf(key)}</a>}
            count={count}
            aside={
              overdue > 0 ? <span className="text-red">{`${t('due.overdue')} ${overdue}`}</span> : undefined
            }
          >
            <IssueLines rows={rows} record kind={filter.by !== 'kind'} />
          </Section>
        )
      })}
    </ListKeys>
  )
}
