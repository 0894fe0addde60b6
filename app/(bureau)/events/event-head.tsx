import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { may } from '@/access/page'
import { LinkButton } from '@/components/button'
import { Icon } from '@/components/icon'
import { Banner, PageBar, PageHead } from '@/components/page'
import { PrintHead } from '@/components/print-head'
import { type EventFilter, eventSearch } from '@/domain/event/filter'
import { nameIn } from '@/domain/user/user'
import { ExportMenu } from '../list-tools'
import { naming } from '../naming'
import { filterWords } from './event-filter-words'
import { EventFilters } from './event-filters'

/** Title, how many, export, chips. */
export async function EventHead(props: {
  filter: EventFilter
  years: readonly number[]
  total: number
  ignored: readonly string[]
  columns: readonly string[]
  end: ReactNode
}) {
  const { filter, years, total, ignored, columns } = props
  const [t, common, names, set, mayCreate, mayExport] = await Promise.all([
    getTranslations('event'),
    getTranslations('common'),
    naming(),
    filterWords(filter),
    may('event.create'),
    may('event.export'),
  ])
  return (
    <>
      <PageHead title={t('title')} says={`${t('says', { count: total })} · ${t('reach')}`}>
        {mayExport ? <ExportMenu href={format => exportHref(format, filter, columns)} /> : null}
        {mayCreate ? (
          <LinkButton look="primary" href="/events/new">
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
        <EventFilters filter={filter} years={years} />
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
function exportHref(format: string, filter: EventFilter, columns: readonly string[]): string {
  const search = new URLSearchParams(eventSearch({ ...filter, page: 1, size: null, columns: null }))
  search.set('format', format)
  search.set('columns', columns.join(','))
  return `/events/export?${search}`
}
