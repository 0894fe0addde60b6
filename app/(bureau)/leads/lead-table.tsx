import { getTranslations } from 'next-intl/server'
import { HeadCell, Table } from '@/components/table'
import type { LeadRow } from '@/db/read/lead-row'
import { type LeadColumn, leadSortColumn } from '@/domain/lead/column'
import { type LeadFilter, leadSearch } from '@/domain/lead/filter'
import { type LeadSort, leadSorts } from '@/domain/lead/lead'
import { columnUnit } from '@/domain/money/column'
import { naming } from '../naming'
import { cellClass, leadCells } from './lead-cell'

const sortOf = new Map<LeadColumn, LeadSort>(leadSorts.map(sort => [leadSortColumn[sort], sort]))

export async function LeadTable(props: {
  rows: readonly LeadRow[]
  count: number
  filter: LeadFilter
  columns: readonly LeadColumn[]
}) {
  const { rows, count, filter, columns } = props
  const [t, cells, { locale }] = await Promise.all([getTranslations('lead'), leadCells(), naming()])
  const unit = (column: LeadColumn) =>
    column === 'intended_cny'
      ? columnUnit(locale).word
      : column === 'intended'
        ? t('unit.original')
        : undefined
  const head = columns.map(column => (
    <HeadCell
      key={column}
      number={cellClass[column] === 'n'}
      unit={unit(column)}
      sort={sortLink(column, filter)}
    >
      {t(`field.${column}`)}
    </HeadCell>
  ))
  const foot = (
    <tr>
      <td colSpan={columns.length} className="c1">
        {t('says.some', { count })}
      </td>
    </tr>
  )
  return (
    <Table caption={t('field.caption')} head={head} stick={2} foot={foot}>
      {rows.map(lead => (
        <tr key={lead.id}>
          {columns.map(column => (
            <td key={column} className={cellClass[column]}>
              {cells[column](lead)}
            </td>
          ))}
        </tr>
      ))}
    </Table>
  )
}

function sortLink(column: LeadColumn, filter: LeadFilter) {
  const key = sortOf.get(column)
  if (!key) return undefined
  const on = filter.sort.key === key
  const first = key === 'updated' || key === 'number' || key === 'amount'
  const descending = on ? !filter.sort.descending : first
  return {
    href: `/leads${leadSearch(filter, { sort: { key, descending } })}`,
    now: on ? (filter.sort.descending ? ('descending' as const) : ('ascending' as const)) : undefined,
  }
}
