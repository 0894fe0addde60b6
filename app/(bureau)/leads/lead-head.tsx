import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { may } from '@/access/page'
import { LinkButton } from '@/components/button'
import { Icon } from '@/components/icon'
import { Banner, PageBar, PageHead } from '@/components/page'
import { PrintHead } from '@/components/print-head'
import type { listLeads } from '@/db/read/lead-list'
import type { LeadColumn } from '@/domain/lead/column'
import { type LeadFilter, leadSearch } from '@/domain/lead/filter'
import { nameIn } from '@/domain/user/user'
import { ExportMenu } from '../list-tools'
import { naming } from '../naming'
import { filterWords } from './lead-filter-words'
import { LeadFilters } from './lead-filters'

/** Title, how many, export, chips. */
export async function LeadHead(props: {
  filter: LeadFilter
  list: Awaited<ReturnType<typeof listLeads>>
  columns: readonly LeadColumn[]
  ignored: readonly string[]
  end: ReactNode
}) {
  const { filter, list, ignored } = props
  const [t, common, names, set, mayCreate, mayExport] = await Promise.all([
    getTranslations('lead'),
    getTranslations('common'),
    naming(),
    filterWords(filter, list),
    may('lead.create'),
    may('lead.export'),
  ])
  const exportHref = (format: string) => {
    const search = new URLSearchParams(leadSearch({ ...filter, page: 1, size: null, columns: props.columns }))
    search.set('format', format)
    search.set('columns', props.columns.join(','))
    return `/leads/export?${search}`
  }
  return (
    <>
      <PageHead
        title={t('title')}
        says={t(filter.stages.length ? 'says.some' : 'says.open', { count: list.count })}
      >
        {mayExport ? <ExportMenu href={exportHref} /> : null}
        {mayCreate ? (
          <LinkButton look="primary" href={filter.event ? `/leads/new?event=${filter.event}` : '/leads/new'}>
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
        <LeadFilters filter={filter} set={set} />
      </PageBar>
      {ignored.length > 0 ? (
        <Banner tone="amber" icon="info" role="status">
          {common('list.ignored', { names: ignored.join('、') })}
        </Banner>
      ) : null}
    </>
  )
}
