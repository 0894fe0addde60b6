import { getTranslations } from 'next-intl/server'
import type { listLeads } from '@/db/read/lead-list'
import type { LeadColumn } from '@/domain/lead/column'
import { type LeadFilter, leadList } from '@/domain/lead/filter'
import { columnUnit } from '@/domain/money/column'
import type { Asked } from '../list-asked'
import { listPick } from '../list-pick'
import { ListTable } from '../list-table'
import { naming } from '../naming'
import { cellClass, leadCells } from './lead-cell'

export async function LeadTable(props: {
  asked: Asked<LeadFilter>
  found: Awaited<ReturnType<typeof listLeads>>
}) {
  const { rows, count, page } = props.found
  const [t, cells, { locale }, pick] = await Promise.all([
    getTranslations('lead'),
    leadCells(),
    naming(),
    listPick(leadList, props.asked.filter, count),
  ])
  const units: Partial<Record<LeadColumn, string>> = {
    intended_cny: columnUnit(locale).word,
    intended: t('unit.original'),
  }
  return (
    <ListTable
      pick={pick}
      edit={pick ? 'leads' : undefined}
      list={leadList}
      asked={props.asked}
      rows={rows}
      page={page}
      total={count}
      caption={t('field.caption')}
      column={key => t(`field.${key}`)}
      unit={key => units[key]}
      cells={cells}
      classes={cellClass}
      foot={
        <tr>
          <td colSpan={props.asked.columns.length} className="c1">
            {t('says.some', { count })}
          </td>
        </tr>
      }
    />
  )
}
