import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { page } from '@/access/page'
import { Page } from '@/components/page'
import { listDeals } from '@/db/read/deal'
import { dealList } from '@/domain/deal/filter'
import type { SearchParams } from '@/domain/filter/parameter'
import { listAsked } from '../list-asked'
import { DealHead } from './deal-head'
import { DealTable } from './deal-table'
import { NoDeals } from './no-deals'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('deal'))('title') }
}

export default async function DealsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const permit = await page('deal.read')
  const asked = await listAsked(dealList, await searchParams)
  const found = await listDeals(permit, asked.filter, asked.columns.includes('tags'))
  return (
    <Page fit>
      <DealHead asked={asked} total={found.total} view="table" />
      {found.total === 0 ? (
        <NoDeals narrowed={!dealList.isUsual(asked.filter)} />
      ) : (
        <DealTable asked={asked} found={found} />
      )}
    </Page>
  )
}
