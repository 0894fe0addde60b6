import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { may, page } from '@/access/page'
import { LinkButton } from '@/components/button'
import { EmptyState, Page } from '@/components/page'
import { listEvents, listEventYears } from '@/db/read/event'
import { eventColumns } from '@/domain/event/column'
import { eventSearch, isDefaultEventFilter, pageSizes } from '@/domain/event/filter'
import type { SearchParams } from '@/domain/filter/parameter'
import { ListPager } from '../list-pager'
import { ColumnChooser } from '../list-tools'
import { EventHead } from './event-head'
import { askedFor } from './event-list'
import { EventTable } from './event-table'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('event'))('title') }
}

export default async function EventsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const permit = await page('event.read')
  const { filter, columns, ignored } = await askedFor(permit, await searchParams)
  const [t, { rows, total, page: at }, years] = await Promise.all([
    getTranslations('event'),
    listEvents(permit, filter),
    listEventYears(permit),
  ])
  const href = (changes: Parameters<typeof eventSearch>[1]) => `/events${eventSearch(filter, changes)}`
  const chooser = (
    <ColumnChooser
      list="events"
      columns={eventColumns.map(key => ({ key, label: t(`column.${key}`) }))}
      chosen={columns}
      back={href({ columns: null, page: at })}
    />
  )
  return (
    <Page fit>
      <EventHead
        filter={filter}
        years={years}
        total={total}
        ignored={ignored}
        columns={columns}
        end={chooser}
      />
      {total === 0 ? (
        <NoEvents narrowed={!isDefaultEventFilter(filter)} />
      ) : (
        <>
          <EventTable rows={rows} filter={filter} columns={columns} />
          <ListPager
            page={at}
            size={filter.size}
            total={total}
            sizes={pageSizes}
            href={page => href({ page })}
            sizeHref={size => href({ size: pageSizes.find(one => one === size) ?? null })}
          />
        </>
      )}
    </Page>
  )
}

async function NoEvents({ narrowed }: { narrowed: boolean }) {
  const [t, common, create] = await Promise.all([
    getTranslations('event'),
    getTranslations('common'),
    may('event.create'),
  ])
  return (
    <EmptyState
      title={narrowed ? common('list.noMatch') : t('empty.title')}
      says={t(narrowed ? 'empty.filtered' : 'empty.says')}
    >
      {narrowed ? <LinkButton href="/events">{common('act.clearAll')}</LinkButton> : null}
      {create ? <LinkButton href="/events/new">{t('act.new')}</LinkButton> : null}
    </EmptyState>
  )
}
