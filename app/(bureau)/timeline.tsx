import { getTranslations } from 'next-intl/server'
import type { TimelineItem } from '@/db/read/activity'
import { History, type HistoryAt } from './history'
import { naming } from './naming'
import { ActivityLine, ChangeLine } from './timeline-line'
import type { CaseNoun } from './timeline-value'

/**
 * What happened to a lead or deal and what was changed. `noun` is the page's own; what is of another record (the lead
 * that a deal came of) says so. `actorId`: whose activities can be struck.
 */
export async function Timeline(props: {
  items: readonly TimelineItem[]
  noun: CaseNoun
  actorId?: number
  at: HistoryAt
}) {
  const { items, noun, actorId, at } = props
  const [t, names] = await Promise.all([getTranslations('activity.timeline'), naming()])
  const entries = items.map(item =>
    item.kind === 'activity'
      ? {
          day: item.on,
          item: <ActivityLine key={`a${item.id}`} item={item} noun={noun} mine={item.by === actorId} />,
        }
      : { day: names.dateOf(item.at), item: <ChangeLine key={`c${item.id}`} item={item} noun={noun} /> },
  )
  return <History label={t('label')} empty={t('empty')} entries={entries} at={at} />
}
