import { getTranslations } from 'next-intl/server'
import { HeadCell, Table } from '@/components/table'
import type { EventRow } from '@/db/read/event'
import { type EventColumn, eventSortColumn } from '@/domain/event/column'
import { eventSorts } from '@/domain/event/event'
import { type EventFilter, eventSearch } from '@/domain/event/filter'
import { columnUnit } from '@/domain/money/column'
import { naming } from '../naming'
import { cellClass, eventCells } from './event-cell'

export async function EventTable(props: {
  rows: readonly EventRow[]
  filter: EventFilter
  columns: readonly EventColumn[]
}) {
  const { rows, filter, columns } = props
  const [t, cells, { locale }] = await Promise.all([getTranslations('event'), eventCells(), naming()])
  const head = columns.map(column => (
    <HeadCell
      key={column}
      unit={column === 'deals_cny' ? columnUnit(locale).word : undefined}
      number={cellClass[column]?.split(' ').includes('n')}
      sort={sortLink(column, filter)}
    >
      {t(`column.${column}`)}
    </HeadCell>
  ))
  return (
    <Table caption={t('title')} head={head} stick={columns[0] === 'number' && columns[1] === 'name' ? 2 : 1}>
      {rows.map(event => (
        <tr key={event.id}>
          {columns.map(column => (
            <td key={column} className={cellClass[column]}>
              {cells[column](event)}
            </td>
          ))}
        </tr>
      ))}
    </Table>
  )
}

function sortLink(column: EventColumn, filter: EventFilter) {
  const key = eventSorts.find(sort => eventSortColumn[sort] === column)
  if (!key) return undefined
  const on = filter.sort.key === key
  const descending = on ? !filter.sort.descending : key !== 'name'
  return {
    href: `/events${eventSearch(filter, { sort: { key, descending } })}`,
    now: on ? (filter.sort.descending ? ('descending' as const) : ('ascending' as const)) : undefined,
  }
}
