import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { may } from '@/access/page'
import { LinkButton } from '@/components/button'
import { Icon } from '@/components/icon'
import { Banner, PageBar, PageHead } from '@/components/page'
import { PrintHead } from '@/components/print-head'
import { Segments } from '@/components/tabs'
import { approvedYear, type DealFilter, dealSearch } from '@/domain/deal/filter'
import { nameIn } from '@/domain/user/user'
import { ExportMenu } from '../list-tools'
import { naming } from '../naming'
import { filterWords } from './deal-filter-words'
import { DealFilters } from './deal-filters'

/** Title, what one sees and how many, view and export, chips: the same above table and board. */
export async function DealHead(props: {
  filter: DealFilter
  total: number
  ignored: readonly string[]
  path: '/deals' | '/deals/board'
  columns?: readonly string[]
  end?: ReactNode
}) {
  const { filter, total, ignored, path } = props
  const [t, common, names, set, mayCreate, mayExport] = await Promise.all([
    getTranslations('deal'),
    getTranslations('common'),
    naming(),
    filterWords(filter),
    may('deal.create'),
    may('deal.export'),
  ])
  const search = dealSearch(filter, { page: filter.page })
  const year = approvedYear(filter, names.today)
  const says = [
    t('says.active', { count: total }),
    year !== null && filter.statuses.join() === 'active' ? t('says.scope', { year: String(year) }) : null,
    t('says.asOf', { date: names.fullDay(filter.asOf ?? names.today) }),
  ]
  return (
    <>
      <PageHead title={t('title')} says={says.filter(Boolean).join(' · ')}>
        <Segments
          label={t('view.label')}
          items={[
            { label: t('view.table'), href: `/deals${search}`, icon: 'table-2', current: path === '/deals' },
            {
              label: t('view.board'),
              href: `/deals/board${search}`,
              icon: 'kanban',
              current: path === '/deals/board',
            },
          ]}
        />
        {mayExport ? <ExportMenu href={format => exportHref(format, filter, props.columns)} /> : null}
        {mayCreate && !filter.asOf ? (
          <LinkButton look="primary" href="/deals/new">
            <Icon name="plus" />
            {t('act.new')}
          </LinkButton>
        ) : null}
      </PageHead>
      <PrintHead
        zone={nameIn(names.locale, names.ref.zone.name, names.ref.zone.names)}
        filter={set.map(({ label, value }) => `${label} ${value}`).join(' · ')}
        printed={t('says.asOf', { date: names.fullDay(filter.asOf ?? names.today) })}
      />
      <PageBar end={props.end}>
        <DealFilters filter={filter} path={path} />
      </PageBar>
      {filter.asOf ? (
        <Banner
          tone="accent"
          icon="calendar"
          acts={
            <a className="link" href={path + dealSearch(filter, { asOf: null })}>
              {t('asOf.leave')}
            </a>
          }
        >
          {t('asOf.banner', { date: names.fullDay(filter.asOf) })}
        </Banner>
      ) : null}
      {ignored.length > 0 ? (
        <Banner tone="amber" icon="info" role="status">
          {common('list.ignored', { names: ignored.join(names.comma) })}
        </Banner>
      ) : null}
    </>
  )
}

function exportHref(format: string, filter: DealFilter, columns: readonly string[] | undefined): string {
  const search = new URLSearchParams(dealSearch({ ...filter, page: 1, size: null, columns: null }))
  search.set('format', format)
  if (columns) search.set('columns', columns.join(','))
  return `/deals/export?${search}`
}
