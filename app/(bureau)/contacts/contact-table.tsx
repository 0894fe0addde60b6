import { getTranslations } from 'next-intl/server'
import type { ContactLine } from '@/db/read/contact-list'
import { type ContactFilter, contactList } from '@/domain/contact/filter'
import type { Asked } from '../list-asked'
import { ListTable } from '../list-table'
import { cellClass, contactCells } from './contact-cell'

export async function ContactTable(props: {
  asked: Asked<ContactFilter>
  rows: readonly ContactLine[]
  page: number
  total: number
}) {
  const [t, cells] = await Promise.all([getTranslations('contact'), contactCells()])
  return (
    <ListTable
      list={contactList}
      {...props}
      caption={t('title')}
      column={key => t(`column.${key}`)}
      cells={cells}
      classes={cellClass}
    />
  )
}
