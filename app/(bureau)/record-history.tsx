import { getFormatter, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import type { IconName } from '@/components/icon'
import { Change, Timeline, TimelineGroup, TimelineItem } from '@/components/timeline'
import type { CaseActivity } from '@/db/read/company-case'
import type { LogLine } from '@/db/read/company-log'
import type { ActivityKind } from '@/domain/activity/activity'
import { dateIn } from '@/domain/calendar/date'
import { historyWords } from './history-words'
import { naming } from './naming'

const activityIcon: Record<ActivityKind, IconName> = {
  call: 'phone',
  meeting: 'users',
  visit: 'map-pin',
  message: 'message-square',
  negotiation_round: 'handshake',
  note: 'sticky-note',
}
const verbIcon: Record<string, IconName> = {
  create: 'plus',
  edit: 'pencil',
  delete: 'trash-2',
  restore: 'undo-2',
  reveal: 'eye',
}

type Entry = { key: string; day: string; at: Date; item: ReactNode }

/** What was done with a company, contact or event, newest first by the day on which it happened, a month to a group. */
export async function RecordHistory(props: {
  label: string
  activities?: readonly CaseActivity[]
  log: readonly LogLine[]
}) {
  const [t, activity, names, format, words] = await Promise.all([
    getTranslations('company'),
    getTranslations('activity'),
    naming(),
    getFormatter(),
    historyWords(),
  ])
  const done: Entry[] = (props.activities ?? []).map(one => ({
    key: `a${one.id}`,
    day: one.happenedOn,
    at: one.createdAt,
    item: (
      <TimelineItem
        key={`a${one.id}`}
        icon={activityIcon[one.kind]}
        said={
          <>
            <strong>{names.person(one.createdBy)}</strong> {activity(`kind.${one.kind}`)} ·{' '}
            <a
              className="link"
              href={one.dealNumber ? `/deals/${one.dealNumber}` : `/leads/${one.leadNumber}`}
            >
              {one.dealName ?? one.leadName}
            </a>
          </>
        }
        at={names.day(one.happenedOn)}
        dateTime={one.happenedOn}
        atTitle={names.moment(one.createdAt)}
      >
        <p className="whitespace-pre-wrap">{one.text}</p>
      </TimelineItem>
    ),
  }))
  const changed: Entry[] = props.log.flatMap(line => {
    const said = words.said(line)
    if (!said) return []
    return {
      key: `l${line.id}`,
      day: dateIn(names.ref.zone.timezone, line.at),
      at: line.at,
      item: (
        <TimelineItem
          key={`l${line.id}`}
          icon={verbIcon[line.verb.split('.')[1] ?? ''] ?? 'pencil'}
          said={
            <>
              <strong>{names.person(line.actorId)}</strong> {said}{' '}
              {line.contactNumber ? (
                <a className="link" href={`/contacts/${line.contactNumber}`}>
                  {line.contactName}
                </a>
              ) : null}
            </>
          }
          at={names.day(dateIn(names.ref.zone.timezone, line.at))}
          dateTime={line.at.toISOString()}
          atTitle={names.moment(line.at)}
        >
          {words.changes(line).map(({ field, label, from, to }) => (
            <p key={field}>
              <span className="text-ink-2">{label}</span> <Change from={from} to={to} />
            </p>
          ))}
          {words.note(line)}
        </TimelineItem>
      ),
    }
  })
  const entries = [...done, ...changed].sort(
    (a, b) => b.day.localeCompare(a.day) || b.at.getTime() - a.at.getTime(),
  )
  if (entries.length === 0) return <p className="text-ink-2">{t('none.history')}</p>
  const months = new Map<string, Entry[]>()
  for (const entry of entries) {
    const month = entry.day.slice(0, 7)
    months.set(month, [...(months.get(month) ?? []), entry])
  }
  return (
    <Timeline label={props.label}>
      {[...months].map(([month, some]) => (
        <TimelineGroup
          key={month}
          label={format.dateTime(new Date(`${month}-01T00:00:00Z`), {
            timeZone: 'UTC',
            year: 'numeric',
            month: 'long',
          })}
        >
          {some.map(entry => entry.item)}
        </TimelineGroup>
      ))}
    </Timeline>
  )
}
