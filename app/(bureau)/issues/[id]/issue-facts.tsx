import { getTranslations } from 'next-intl/server'
import { naming } from '@/app/(bureau)/naming'
import { Facts } from '@/components/page'
import type { IssueRow } from '@/db/read/issue'
import { daysBetween } from '@/domain/calendar/date'
import { daysOpen, issueOverdue } from '@/domain/issue/issue'
import { nameIn } from '@/domain/user/user'

/** Which record, who, since when, by when; what settled it. */
export async function IssueFacts({ issue }: { issue: IssueRow }) {
  const [t, names] = await Promise.all([getTranslations('issue'), naming()])
  const fact = (
    key: 'record' | 'ownerId' | 'dueOn' | 'openedOn' | 'age' | 'settledBy',
    value: React.ReactNode,
  ) => ({
    key,
    label: t(`field.${key}`),
    value,
  })
  const late = issueOverdue(issue, names.today) && issue.dueOn
  return (
    <>
      <Facts
        items={[
          fact(
            'record',
            <a className="link" href={`/${issue.noun}s/${issue.number}`}>
              {issue.number} {nameIn(names.locale, issue.name, issue.names)}
            </a>,
          ),
          fact('ownerId', names.person(issue.ownerId) || t('nobody')),
          fact(
            'openedOn',
            `${names.fullDay(issue.openedOn)} · ${t('reportedBy', { name: names.person(issue.createdBy) })}`,
          ),
          fact(
            'dueOn',
            <span className={late ? 'text-red' : undefined}>
              {issue.dueOn ? names.fullDay(issue.dueOn) : t('noDue')}
              {late ? ` · ${t('overdue', { days: daysBetween(late, names.today) })}` : null}
            </span>,
          ),
          fact(
            'age',
            [
              t('days', { count: daysOpen(issue, names.today) }),
              issue.reopenedAt && t('reopenedSays', { at: names.moment(issue.reopenedAt) }),
            ]
              .filter(Boolean)
              .join(' · '),
          ),
          ...(issue.closedOn
            ? [
                fact(
                  'settledBy',
                  t('closedSays', {
                    name: names.person(issue.closedBy),
                    date: names.fullDay(issue.closedOn),
                    text: issue.settledBy ?? '',
                  }),
                ),
              ]
            : []),
        ]}
      />
      {issue.text ? <p className="whitespace-pre-line">{issue.text}</p> : null}
    </>
  )
}
