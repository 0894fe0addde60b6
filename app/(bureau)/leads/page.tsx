import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { may, page } from '@/access/page'
import { Page } from '@/components/page'
import { listLeads } from '@/db/read/lead-list'
import type { SearchParams } from '@/domain/filter/parameter'
import { leadList } from '@/domain/lead/filter'
import { listAsked } from '../list-asked'
import { ListHead } from '../list-head'
import { leadFields } from './lead-fields'
import { LeadTable } from './lead-table'
import { NoLeads } from './no-leads'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('lead'))('title') }
}

export default async function LeadsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const permit = await page('lead.read')
  const asked = await listAsked(leadList, await searchParams)
  const { filter } = asked
  const [t, found, mayCreate, mayExport] = await Promise.all([
    getTranslations('lead'),
    listLeads(permit, filter, filter.size, asked.columns.includes('tags')),
    may('lead.create'),
    may('lead.export'),
  ])
  const lost = (['event', 'company'] as const).filter(noun => filter[noun] && !found[noun])
  const ignored = [...asked.ignored, ...lost.map(noun => `${noun}=${filter[noun]}`)]
  const create = filter.event ? `/leads/new?event=${filter.event}` : '/leads/new'
  return (
    <Page fit>
      <ListHead
        list={leadList}
        asked={{ ...asked, ignored }}
        fields={await leadFields(filter, found)}
        title={t('title')}
        says={t(filter.stages.length ? 'says.some' : 'says.open', { count: found.count })}
        create={mayCreate && { href: create, label: t('act.new') }}
        mayExport={mayExport !== null}
        total={found.count}
        column={key => t(`field.${key}`)}
        page={found.page}
      />
      {found.count === 0 ? (
        <NoLeads narrowed={!leadList.isUsual(filter)} />
      ) : (
        <LeadTable asked={asked} found={found} />
      )}
    </Page>
  )
}
