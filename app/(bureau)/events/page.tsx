import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { may, page } from '@/access/page'
import { LinkButton } from '@/components/button'
import { Page } from '@/components/page'
import { listEvents, listEventYears } from '@/db/read/event'
import { eventList } from '@/domain/event/filter'
import type { SearchParams } from '@/domain/filter/parameter'
import { listAsked } from '../list-asked'
import { ListEmpty } from '../list-empty'
import { ListHead } from '../list-head'
import { eventFields } from './event-fields'
import { EventTable } from './event-table'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('event'))('title') }
}

export default async function EventsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const permit = await page('event.read')
  const asked = await listAsked(eventList, await searchParams)
  const [t, common, found, mayCreate, mayExport, years] = await Promise.all([
    getTranslations('event'),
    getTranslations('common.list'),
    listEvents(permit, asked.filter),
    may('event.create'),
    may('event.export'),
    listEventYears(permit),
  ])
  const create = mayCreate && { href: '/events/new', label: t('act.new') }
  return (
    <Page fit>
      <ListHead
        list={eventList}
        asked={asked}
        fields={await eventFields(asked.filter, years)}
        title={t('title')}
        says={`${t('says', { count: found.total })} · ${t('reach')}`}
        create={create}
        mayExport={mayExport !== null}
        total={found.total}
        column={key => t(`column.${key}`)}
        page={found.page}
      />
      {found.total === 0 ? (
        <ListEmpty
          path="/events"
          narrowed={!eventList.isUsual(asked.filter)}
          filtered={{ title: common('noMatch'), says: t('empty.filtered') }}
          first={{ title: t('empty.title'), says: t('empty.says') }}
        >
          {create ? <LinkButton href={create.href}>{create.label}</LinkButton> : null}
        </ListEmpty>
      ) : (
        <EventTable asked={asked} {...found} />
      )}
    </Page>
  )
}
