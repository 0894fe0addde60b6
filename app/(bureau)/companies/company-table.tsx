import { getTranslations } from 'next-intl/server'
import { HeadCell, Table } from '@/components/table'
import type { CompanyRow } from '@/db/read/company'
import { type CompanyColumn, companySortColumn } from '@/domain/company/column'
import { companySorts } from '@/domain/company/company'
import { type CompanyFilter, companySearch } from '@/domain/company/filter'
import { cellClass, companyCells } from './company-cell'

export async function CompanyTable(props: {
  rows: readonly CompanyRow[]
  filter: CompanyFilter
  columns: readonly CompanyColumn[]
}) {
  const { rows, filter, columns } = props
  const [t, cells] = await Promise.all([getTranslations('company'), companyCells()])
  const head = columns.map(column => (
    <HeadCell
      key={column}
      number={cellClass[column]?.split(' ').includes('n')}
      sort={sortLink(column, filter)}
    >
      {t(`column.${column}`)}
    </HeadCell>
  ))
  return (
    <Table caption={t('title')} head={head} stick={columns[0] === 'number' && columns[1] === 'name' ? 2 : 1}>
      {rows.map(company => (
        <tr key={company.id}>
          {columns.map(column => (
            <td key={column} className={cellClass[column]}>
              {cells[column](company)}
            </td>
          ))}
        </tr>
      ))}
    </Table>
  )
}

function sortLink(column: CompanyColumn, filter: CompanyFilter) {
  const key = companySorts.find(sort => companySortColumn[sort] === column)
  if (!key) return undefined
  const on = filter.sort.key === key
  const descending = on ? !filter.sort.descending : key !== 'name'
  return {
    href: `/companies${companySearch(filter, { sort: { key, descending } })}`,
    now: on ? (filter.sort.descending ? ('descending' as const) : ('ascending' as const)) : undefined,
  }
}
