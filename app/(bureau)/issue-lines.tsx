import { getTranslations } from 'next-intl/server'
import { DeskChip, StatusChip } from '@/components/marks'
import type { IssueRow } from '@/db/read/issue'
import { daysBetween } from '@/domain/calendar/date'
import { daysOpen, issueOverdue } from '@/domain/issue/issue'
import { nameIn } from '@/domain/user/user'
import { naming } from './naming'

type Shown = {
  /** Whether the record that it blocks is named, with its desk (not on that record's page). */
  record?: boolean
  /** Left out where all of them are of one kind. */
  kind?: boolean
}

/** Issues below one another: what, since when, who sees to it, by when; a closed one with what settled it. */
export async function IssueLines({ rows, ...shown }: { rows: readonly IssueRow[] } & Shown) {
  return (
    <ul className="rows">
      {rows.map(row => (
        <IssueLine key={row.id} row={row} {...shown} />
      ))}
    </ul>
  )
}

async function IssueLine({ row, record, kind = true }: { row: IssueRow } & Shown) {
  const [t, names] = await Promise.all([getTranslations('issue'), naming()])
  const late = issueOverdue(row, names.today)
  const desk = names.desk(row.deskId)
  const age = t('days', { count: daysOpen(row, names.today) })
  return (
    <li data-row className="flex items-start gap-2">
      <span className="min-w-0 flex-1">
        <a href={`/issues/${row.id}`} className={row.closedOn ? 'text-ink-2' : undefined}>
          {row.title}
        </a>{' '}
        {kind ? <StatusChip>{t(`kind.${row.kind}`)}</StatusChip> : null}
        {record ? (
          <span className="block text-13">
            <a className="link" href={`/${row.noun}s/${row.number}`}>
              {nameIn(names.locale, row.name, row.names)}
            </a>{' '}
            <DeskChip colour={desk.colour}>{desk.name}</DeskChip>
          </span>
        ) : null}
        <span className="block text-12 text-ink-2">
          {names.person(row.ownerId) || t('nobody')} · {t('field.age')} {age}
          {row.closedOn
            ? ` · ${t('closedSays', {
                name: names.person(row.closedBy),
                date: names.day(row.closedOn),
                text: row.settledBy ?? '',
              })}`
            : null}
        </span>
      </span>
      {row.closedOn ? null : (
        <span className={`flex-none text-13 ${late ? 'text-red' : 'text-ink-2'}`}>
          {row.dueOn ? (
            <time dateTime={row.dueOn} title={names.fullDay(row.dueOn)}>
              {late ? t('overdue', { days: daysBetween(row.dueOn, names.today) }) : names.day(row.dueOn)}
            </time>
          ) : (
            t('noDue')
          )}
        </span>
      )}
    </li>
  )
}
