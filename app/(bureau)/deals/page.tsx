import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { may } from '@/access/page'
import { LinkButton } from '@/components/button'
import { EmptyState, Page } from '@/components/page'
import { Pager } from '@/components/pager'
import { listDeals } from '@/db/read/deal'
import { dealColumns } from '@/domain/deal/column'
import { dealSearch, isDefaultDealFilter, pageSizes } from '@/domain/deal/filter'
import type { SearchParams } from '@/domain/filter/parameter'
import { ColumnChooser, PageSizeMenu } from '../list-tools'
import { DealHead } from './deal-head'
import { askedFor } from './deal-list'
import { DealTable } from './deal-table'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('deal'))('title') }
}

export default async function DealsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { permit, filter, columns, ignored } = await askedFor(searchParams)
  const [t, common, list] = await Promise.all([
    getTranslations('deal'),
    getTranslations('common'),
    listDeals(permit, filter),
  ])
  const pages = Math.max(1, Math.ceil(list.total / filter.size))
  const from = (filter.page - 1) * filter.size + 1
  const href = (changes: Parameters<typeof dealSearch>[1]) => `/deals${dealSearch(filter, changes)}`
  const chooser = (
    <ColumnChooser
      list="deals"
      columns={dealColumns.map(key => ({ key, label: t(`field.${key}`) }))}
      chosen={columns}
      back={href({ columns: null, page: filter.page })}
    />
  )
  return (
    <Page fit>
      <DealHead
        filter={filter}
        total={list.total}
        ignored={ignored}
        path="/deals"
        columns={columns}
        end={chooser}
      />
      {list.total === 0 ? (
        <NoDeals narrowed={!isDefaultDealFilter(filter)} clear="/deals" />
      ) : (
        <>
          <DealTable list={list} filter={filter} columns={columns} />
          <Pager
            page={filter.page}
            pages={pages}
            href={page => href({ page })}
            says={common('list.range', {
              from,
              to: Math.min(from + filter.size - 1, list.total),
              total: list.total,
            })}
            words={{
              label: common('list.pages'),
              previous: common('list.previousPage'),
              next: common('list.nextPage'),
            }}
          >
            <PageSizeMenu
              size={filter.size}
              sizes={pageSizes}
              href={size => href({ size: pageSizes.find(one => one === size) ?? null })}
            />
          </Pager>
        </>
      )}
    </Page>
  )
}

async function NoDeals({ narrowed, clear }: { narrowed: boolean; clear: string }) {
  const [t, common, create, lead] = await Promise.all([
    getTranslations('deal'),
    getTranslations('common'),
    may('deal.create'),
    may('lead.create'),
  ])
  if (narrowed) {
    return (
      <EmptyState title={t('empty.noneTitle')} says={t('empty.noneSays')}>
        <LinkButton href={clear}>{common('act.clearAll')}</LinkButton>
      </EmptyState>
    )
  }
  const frame = await getTranslations('frame')
  return (
    <EmptyState title={t('empty.title')} says={t('empty.says')}>
      {lead ? (
        <LinkButton look="primary" href="/leads/new">
          {frame('createLead')}
        </LinkButton>
      ) : null}
      {create ? <LinkButton href="/deals/new">{t('act.new')}</LinkButton> : null}
    </EmptyState>
  )
}
