import { getFormatter, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { LinkButton } from '@/components/button'
import { Icon } from '@/components/icon'
import { Timeline, TimelineGroup } from '@/components/timeline'
import { addDays } from '@/domain/calendar/date'
import { naming } from './naming'

export type HistoryEntry = { day: string; item: ReactNode }
/** Where in a history one is: the record's address, whether at the newest, and where the next page begins. */
export type HistoryAt = { here: string; newest: boolean; older: string | null }

/** What happened, newest first: the last seven days, then by month; and the way on to what is older. */
export async function History(props: {
  label: string
  empty: string
  entries: readonly HistoryEntry[]
  at: HistoryAt
}) {
  const { label, empty, entries, at } = props
  const [t, { today }, format] = await Promise.all([
    getTranslations('activity.timeline'),
    naming(),
    getFormatter(),
  ])
  const groupOf = (day: string) =>
    day > addDays(today, -7)
      ? t('thisWeek')
      : format.dateTime(new Date(`${day}T00:00:00Z`), { timeZone: 'UTC', year: 'numeric', month: 'long' })
  const groups = new Map<string, ReactNode[]>()
  for (const { day, item } of entries) {
    const group = groupOf(day)
    groups.set(group, [...(groups.get(group) ?? []), item])
  }
  return (
    <div id="history">
      {at.newest ? null : (
        <LinkButton look="quiet" small href={`${at.here}#history`}>
          <Icon name="chevron-left" small />
          {t('newest')}
        </LinkButton>
      )}
      {entries.length === 0 ? <p className="py-4 text-ink-2">{empty}</p> : null}
      <Timeline label={label}>
        {[...groups].map(([group, items]) => (
          <TimelineGroup key={group} label={group}>
            {items}
          </TimelineGroup>
        ))}
      </Timeline>
      {at.older ? (
        <LinkButton
          small
          href={`${at.here}${at.here.includes('?') ? '&' : '?'}before=${at.older}#history`}
          className="mt-3"
        >
          {t('older')}
          <Icon name="chevron-right" small />
        </LinkButton>
      ) : null}
    </div>
  )
}
