import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { page } from '@/access/page'
import { Page } from '@/components/page'
import { listLeads } from '@/db/read/lead-list'
import type { SearchParams } from '@/domain/filter/parameter'
import { leadColumns } from '@/domain/lead/column'
import { isDefaultLeadFilter, leadSearch, pageSizes } from '@/domain/lead/filter'
import { ListPager } from '../list-pager'
import { ColumnChooser } from '../list-tools'
import { LeadHead } from './lead-head'
import { askedFor } from './lead-list'
import { LeadTable } from './lead-table'
import { NoLeads } from './no-leads'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('lead'))('title') }
}

export default async function LeadsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const permit = await page('lead.read')
  const { filter, size, columns, ignored } = await askedFor(permit, await searchParams)
  const [t, list] = await Promise.all([getTranslations('lead'), listLeads(permit, filter, size)])
  const lost = (['event', 'company'] as const).filter(noun => filter[noun] && !list[noun])
  const href = (changes: Parameters<typeof leadSearch>[1]) => `/leads${leadSearch(filter, changes)}`
  const chooser = (
    <ColumnChooser
      list="leads"
      columns={leadColumns.map(key => ({ key, label: t(`field.${key}`) }))}
      chosen={columns}
      back={href({ columns: null, page: list.page })}
    />
  )
  return (
    <Page fit>
      <LeadHead
        filter={filter}
        list={list}
        columns={columns}
        ignored={[...ignored, ...lost.map(noun => `${noun}=${filter[noun]}`)]}
        end={chooser}
      />
      {list.count === 0 ? (
        <NoLeads narrowed={!isDefaultLeadFilter(filter)} />
      ) : (
        <>
          <LeadTable rows={list.rows} count={list.count} filter={filter} columns={columns} />
          <ListPager
            page={list.page}
            size={size}
            total={list.count}
            sizes={pageSizes}
            href={page => href({ page })}
            sizeHref={one => href({ size: pageSizes.find(known => known === one) ?? null })}
          />
        </>
      )}
    </Page>
  )
}
