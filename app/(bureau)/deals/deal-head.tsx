import { getTranslations } from 'next-intl/server'
import { may } from '@/access/page'
import { Segments } from '@/components/tabs'
import { approvedYear, type DealFilter, dealList, dealSearch } from '@/domain/deal/filter'
import { AsOf } from '../as-of'
import type { Asked } from '../list-asked'
import { ListHead } from '../list-head'
import { naming } from '../naming'
import { dealFilterFields } from './deal-filter-fields'

/** The head above table and board: which of the two, the year of the approvals, and the day that both show. */
export async function DealHead(props: { asked: Asked<DealFilter>; total: number; view: 'table' | 'board' }) {
  const { asked, total, view } = props
  const { filter } = asked
  const [t, names, fields, mayCreate, mayExport] = await Promise.all([
    getTranslations('deal'),
    naming(),
    dealFilterFields(filter),
    may('deal.create'),
    may('deal.export'),
  ])
  const paths = { table: '/deals', board: '/deals/board' }
  const search = dealSearch(filter, { page: filter.page })
  const year = approvedYear(filter, names.today)
  const says = [
    t('says.active', { count: total }),
    year !== null && filter.statuses.join() === 'active' ? t('says.scope', { year: String(year) }) : null,
    t('says.asOf', { date: names.fullDay(filter.asOf ?? names.today) }),
  ]
  return (
    <ListHead
      list={dealList}
      asked={asked}
      fields={fields}
      title={t('title')}
      says={says.filter(Boolean).join(' · ')}
      asOf={filter.asOf}
      path={paths[view]}
      create={mayCreate && !filter.asOf ? { href: '/deals/new', label: t('act.new') } : null}
      mayExport={mayExport !== null}
      total={total}
      column={view === 'table' ? key => t(`field.${key}`) : undefined}
      page={filter.page}
      views={
        <Segments
          label={t('view.label')}
          items={(['table', 'board'] as const).map(one => ({
            label: t(`view.${one}`),
            href: paths[one] + search,
            icon: one === 'table' ? 'table-2' : 'kanban',
            current: one === view,
          }))}
        />
      }
      banner={
        filter.asOf ? (
          <AsOf day={filter.asOf} leave={paths[view] + dealSearch(filter, { asOf: null })} />
        ) : null
      }
    />
  )
}
