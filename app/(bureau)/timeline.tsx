import { getFormatter, getTranslations } from 'next-intl/server'
import { Timeline as Frame, TimelineGroup } from '@/components/timeline'
import type { TimelineItem } from '@/db/read/activity'
import { addDays, dateIn } from '@/domain/calendar/date'
import { naming } from './naming'
import { ActivityLine, ChangeLine } from './timeline-line'
import type { CaseNoun } from './timeline-value'

/**
 * What happened to a lead or deal and what was changed, newest first: the last seven days, then by month. `noun` is the
 * page's own; what is of another record (the lead that a deal came of) says so. `actorId`: whose activities can be struck.
 */
export async function Timeline(props: {
  items: readonly TimelineItem[]
  noun: CaseNoun
  actorId?: number
  /** How many there are in all, when not all are here. */
  total?: number
}) {
  const { items, noun, actorId, total = items.length } = props
  const [t, { ref, today }, format] = await Promise.all([
    getTranslations('activity.timeline'),
    naming(),
    getFormatter(),
  ])
  if (items.length === 0) return <p className="text-ink-2 py-4">{t('empty')}</p>
  const dayOf = (item: TimelineItem) =>
    item.kind === 'activity' ? item.on : dateIn(ref.zone.timezone, item.at)
  const groupOf = (day: string) =>
    day > addDays(today, -7)
      ? t('thisWeek')
      : format.dateTime(new Date(`${day}T00:00:00Z`), { timeZone: 'UTC', year: 'numeric', month: 'long' })
  const groups = new Map<string, TimelineItem[]>()
  for (const item of items) {
    const label = groupOf(dayOf(item))
    groups.set(label, [...(groups.get(label) ?? []), item])
  }
  return (
    <Frame label={t('label')}>
      {[...groups].map(([label, some]) => (
        <TimelineGroup key={label} label={label}>
          {some.map(item =>
            item.kind === 'activity' ? (
              <ActivityLine key={`a${item.id}`} item={item} noun={noun} mine={item.by === actorId} />
            ) : (
              <ChangeLine key={`c${item.id}`} item={item} noun={noun} />
            ),
          )}
        </TimelineGroup>
      ))}
      {total > items.length ? (
        <p className="text-12 text-ink-3 mt-3">{t('older', { count: items.length })}</p>
      ) : null}
    </Frame>
  )
}
