import { getTranslations } from 'next-intl/server'
import type { EventRow } from '@/db/read/event'
import { type EventFilter, eventList } from '@/domain/event/filter'
import { columnUnit } from '@/domain/money/column'
import type { Asked } from '../list-asked'
import { ListTable } from '../list-table'
import { naming } from '../naming'
import { cellClass, eventCells } from './event-cell'

export async function EventTable(props: {
  asked: Asked<EventFilter>
  rows: readonly EventRow[]
  page: number
  total: number
}) {
  const [t, cells, { locale }] = await Promise.all([getTranslations('event'), eventCells(), naming()])
  return (
    <ListTable
      list={eventList}
      {...props}
      caption={t('title')}
      column={key => t(`column.${key}`)}
      unit={key => (key === 'deals_cny' ? columnUnit(locale).word : undefined)}
      cells={cells}
      classes={cellClass}
    />
  )
}
