import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { may } from '@/access/page'
import { LinkButton } from '@/components/button'
import { Icon } from '@/components/icon'
import { Banner, PageBar, PageHead } from '@/components/page'
import { PrintHead } from '@/components/print-head'
import { type CompanyFilter, companySearch } from '@/domain/company/filter'
import { nameIn } from '@/domain/user/user'
import { ExportMenu } from '../list-tools'
import { naming } from '../naming'
import { filterWords } from './company-filter-words'
import { CompanyFilters } from './company-filters'

/** Title, how many, export, chips. */
export async function CompanyHead(props: {
  filter: CompanyFilter
  total: number
  ignored: readonly string[]
  columns: readonly string[]
  end: ReactNode
}) {
  const { filter, total, ignored, columns } = props
  const [t, common, names, set, mayCreate, mayExport] = await Promise.all([
    getTranslations('company'),
    getTranslations('common'),
    naming(),
    filterWords(filter),
    may('company.create'),
    may('company.export'),
  ])
  return (
    <>
      <PageHead title={t('title')} says={`${t('says', { count: total })} · ${t('reach')}`}>
        {mayExport ? <ExportMenu href={format => exportHref(format, filter, columns)} /> : null}
        {mayCreate ? (
          <LinkButton look="primary" href="/companies/new">
            <Icon name="plus" />
            {t('act.new')}
          </LinkButton>
        ) : null}
      </PageHead>
      <PrintHead
        zone={nameIn(names.locale, names.ref.zone.name, names.ref.zone.names)}
        filter={set.map(({ label, value }) => `${label}: ${value}`).join('; ')}
        printed={common('say.asOf', { date: names.fullDay(names.today) })}
      />
      <PageBar end={props.end}>
        <CompanyFilters filter={filter} />
      </PageBar>
      {ignored.length > 0 ? (
        <Banner tone="amber" icon="info" role="status">
          {common('list.ignored', { names: ignored.join('、') })}
        </Banner>
      ) : null}
    </>
  )
}

/** The file of what stands on the screen: the same filter, order and columns, all pages. */
function exportHref(format: string, filter: CompanyFilter, columns: readonly string[]): string {
  const search = new URLSearchParams(companySearch({ ...filter, page: 1, size: null, columns: null }))
  search.set('format', format)
  search.set('columns', columns.join(','))
  return `/companies/export?${search}`
}
