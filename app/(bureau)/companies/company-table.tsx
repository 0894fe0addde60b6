import { getTranslations } from 'next-intl/server'
import type { CompanyRow } from '@/db/read/company'
import { type CompanyFilter, companyList } from '@/domain/company/filter'
import type { Asked } from '../list-asked'
import { listPick } from '../list-pick'
import { ListTable } from '../list-table'
import { cellClass, companyCells } from './company-cell'

export async function CompanyTable(props: {
  asked: Asked<CompanyFilter>
  rows: readonly CompanyRow[]
  page: number
  total: number
}) {
  const [t, cells, pick] = await Promise.all([
    getTranslations('company'),
    companyCells(),
    listPick(companyList, props.asked.filter, props.total),
  ])
  return (
    <ListTable
      pick={pick}
      edit={pick ? 'companies' : undefined}
      list={companyList}
      {...props}
      caption={t('title')}
      column={key => t(`column.${key}`)}
      cells={cells}
      classes={cellClass}
    />
  )
}
