import { getTranslations } from 'next-intl/server'
import type { DealColumn } from '@/domain/deal/column'
import { type DealFilter, dealList } from '@/domain/deal/filter'
import type { DealList } from '@/domain/deal/row'
import { columnUnit } from '@/domain/money/column'
import { AmountInColumn, SumWords } from '../amount'
import type { Asked } from '../list-asked'
import { listPick } from '../list-pick'
import { ListTable } from '../list-table'
import { naming } from '../naming'
import { carried } from './carried'
import { cellClass, dealCells } from './deal-cell'

export async function DealTable({ asked, found }: { asked: Asked<DealFilter>; found: DealList }) {
  const { filter, columns } = asked
  const [t, cells, { locale }, pick] = await Promise.all([
    getTranslations('deal'),
    dealCells(carried(filter)),
    naming(),
    // what stood on another day is looked at, not worked on
    filter.asOf ? null : listPick(dealList, filter, found.total),
  ])
  const yuan = columnUnit(locale).word
  const original = t('unit.original')
  const units: Partial<Record<DealColumn, string>> = {
    total_cny: yuan,
    foreign_cny: yuan,
    total: original,
    foreign: original,
  }
  return (
    <ListTable
      pick={pick}
      edit={pick ? 'deals' : undefined}
      list={dealList}
      asked={asked}
      rows={found.rows}
      page={found.page}
      total={found.total}
      caption={t('field.caption')}
      column={key => t(`field.${key}`)}
      unit={key => units[key]}
      cells={cells}
      classes={cellClass}
      foot={<DealFoot list={found} columns={columns} />}
    />
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
