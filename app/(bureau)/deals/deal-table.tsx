import { getTranslations } from 'next-intl/server'
import { HeadCell, Table } from '@/components/table'
import { type DealColumn, dealSortColumn } from '@/domain/deal/column'
import { type DealSort, dealSorts } from '@/domain/deal/deal'
import { type DealFilter, dealSearch } from '@/domain/deal/filter'
import type { DealList } from '@/domain/deal/row'
import { columnUnit } from '@/domain/money/column'
import { AmountInColumn, SumWords } from '../amount'
import { naming } from '../naming'
import { carried } from './carried'
import { cellClass, dealCells } from './deal-cell'

const sortOf = new Map<DealColumn, DealSort>(dealSorts.map(sort => [dealSortColumn[sort], sort]))
const units: readonly DealColumn[] = ['total_cny', 'foreign_cny']

export async function DealTable(props: {
  list: DealList
  filter: DealFilter
  columns: readonly DealColumn[]
}) {
  const { list, filter, columns } = props
  const [t, cells, { locale }] = await Promise.all([
    getTranslations('deal'),
    dealCells(carried(filter)),
    naming(),
  ])
  const unit = (column: DealColumn) =>
    units.includes(column)
      ? columnUnit(locale).word
      : column === 'total' || column === 'foreign'
        ? t('unit.original')
        : undefined
  const head = columns.map(column => (
    <HeadCell
      key={column}
      number={cellClass[column]?.startsWith('n ') || cellClass[column] === 'n'}
      unit={unit(column)}
      sort={sortLink(column, filter)}
    >
      {t(`field.${column}`)}
    </HeadCell>
  ))
  return (
    <Table
      caption={t('field.caption')}
      head={head}
      stick={columns[0] === 'number' && columns[1] === 'name' ? 2 : 1}
      foot={<DealFoot list={list} columns={columns} />}
    >
      {list.rows.map(deal => (
        <tr key={deal.id}>
          {columns.map(column => (
            <td key={column} className={cellClass[column]}>
              {cells[column](deal)}
            </td>
          ))}
        </tr>
      ))}
    </Table>
  )
}

/** Count and sums of the whole filter, not of the page; what is not stated or without a rate is named. */
async function DealFoot({ list, columns }: { list: DealList; columns: readonly DealColumn[] }) {
  const t = await getTranslations('deal')
  const first = columns.findIndex(column => column === 'total_cny' || column === 'foreign_cny')
  const words = (
    <>
      {t('foot.sum', { count: list.total })} <SumWords sum={list.sums.total} />
    </>
  )
  if (first < 1) {
    return (
      <tr>
        <td colSpan={columns.length}>{words}</td>
      </tr>
    )
  }
  return (
    <tr>
      <td colSpan={first} className="c1">
        {words}
      </td>
      {columns.slice(first).map(column => (
        <td key={column} className="n">
          {column === 'total_cny' ? <AmountInColumn cny={list.sums.total.cny} /> : null}
          {column === 'foreign_cny' ? <AmountInColumn cny={list.sums.foreign.cny} /> : null}
        </td>
      ))}
    </tr>
  )
}

/* The days in a stage are its date turned round: most days first is the earliest date first. */
function sortLink(column: DealColumn, filter: DealFilter) {
  const key = sortOf.get(column)
  if (!key) return undefined
  const on = filter.sort.key === key
  const first = key !== 'name' && key !== 'next_step' && key !== 'stage_since'
  const descending = on ? !filter.sort.descending : first
  const falls = key === 'stage_since' ? !filter.sort.descending : filter.sort.descending
  return {
    href: `/deals${dealSearch(filter, { sort: { key, descending } })}`,
    now: on ? (falls ? ('descending' as const) : ('ascending' as const)) : undefined,
  }
}
