import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { drawn } from '@/components/markup'
import { Pager } from '@/components/pager'
import { HeadCell, Table } from '@/components/table'
import type { BulkList } from '@/domain/bulk/bulk'
import { cellInputs } from '@/domain/cell/cell'
import { type ColumnOf, type List, type ListFilter, pageSizes } from '@/domain/filter/list'
import { openCellAction, saveCellAction } from './cell-actions'
import type { Asked } from './list-asked'
import { PageSizeMenu } from './list-tools'

/* In answer to a first key: nothing of it is in the page. */
const cellEdit = { open: openCellAction, save: saveCellAction }

/** The rows of a list below heads that sort it, and the pages of it with the true total. */
export function ListTable<F extends ListFilter, R extends { id: number; number?: string }>(props: {
  list: List<F>
  asked: Asked<F>
  rows: readonly R[]
  page: number
  total: number
  caption: string
  column: (column: ColumnOf<F>) => string
  unit?: (column: ColumnOf<F>) => string | undefined
  cells: Readonly<Record<ColumnOf<F>, (row: R) => ReactNode>>
  /** Classes of the cells: `n` for numbers, and those that make the card on a phone. */
  classes: Readonly<Partial<Record<ColumnOf<F>, string>>>
  foot?: ReactNode
  /** The words of the box that ticks all rows, and what can be done with those that are: rows have boxes then. */
  pick?: { all: string; bar: ReactNode } | null
  /** Cells are changed in place, as far as each record lets this person. */
  edit?: BulkList
}) {
  const { list, rows, cells, classes, pick, edit } = props
  const { filter, columns } = props.asked
  const head = columns.map(column => {
    const sort = list.sortBy(column, filter)
    return (
      <HeadCell
        key={column}
        edit={edit && cellInputs(edit, column) ? column : undefined}
        pick={column === columns[0] ? pick?.all : undefined}
        number={classes[column]?.split(' ').includes('n')}
        unit={props.unit?.(column)}
        sort={
          sort && {
            href: `/${list.name}${list.search(filter, { sort: sort.to } as Partial<F>)}`,
            now: sort.now,
          }
        }
      >
        {props.column(column)}
      </HeadCell>
    )
  })
  return (
    <>
      <Table caption={props.caption} head={head} stick={2} foot={props.foot} edit={edit && cellEdit}>
        {rows.map(row => (
          <tr
            key={row.id}
            {...drawn(
              columns.map(column => (
                <td key={column} className={classes[column]}>
                  {pick && column === columns[0] ? (
                    <input type="checkbox" form="bulk" name="n" value={row.number} aria-label={row.number} />
                  ) : null}
                  {cells[column](row)}
                </td>
              )),
            )}
          />
        ))}
      </Table>
      {pick?.bar}
      <ListPager list={list} filter={filter} page={props.page} total={props.total} />
    </>
  )
}

function ListPager<F extends ListFilter>(props: {
  list: List<F>
  filter: Asked<F>['filter']
  page: number
  total: number
}) {
  const t = useTranslations('common.list')
  const { list, filter, page, total } = props
  const { size } = filter
  const href = (changes: Partial<ListFilter>) => `/${list.name}${list.search(filter, changes as Partial<F>)}`
  const from = (page - 1) * size + 1
  return (
    <Pager
      page={page}
      pages={Math.max(1, Math.ceil(total / size))}
      href={page => href({ page })}
      says={t('range', { from, to: Math.min(from + size - 1, total), total })}
      words={{ label: t('pages'), previous: t('previousPage'), next: t('nextPage') }}
    >
      <PageSizeMenu
        size={size}
        sizes={pageSizes}
        href={size => href({ size: pageSizes.find(one => one === size) ?? null })}
      />
    </Pager>
  )
}
