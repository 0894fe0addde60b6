import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { may, page } from '@/access/page'
import { LinkButton } from '@/components/button'
import { EmptyState, Page } from '@/components/page'
import { listCompanies } from '@/db/read/company'
import { companyColumns } from '@/domain/company/column'
import { companySearch, isDefaultCompanyFilter, pageSizes } from '@/domain/company/filter'
import type { SearchParams } from '@/domain/filter/parameter'
import { ListPager } from '../list-pager'
import { ColumnChooser } from '../list-tools'
import { CompanyHead } from './company-head'
import { askedFor } from './company-list'
import { CompanyTable } from './company-table'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('company'))('title') }
}

export default async function CompaniesPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const permit = await page('company.read')
  const { filter, columns, ignored } = await askedFor(permit, await searchParams)
  const [t, { rows, total, page: at }] = await Promise.all([
    getTranslations('company'),
    listCompanies(permit, filter),
  ])
  const href = (changes: Parameters<typeof companySearch>[1]) => `/companies${companySearch(filter, changes)}`
  const chooser = (
    <ColumnChooser
      list="companies"
      columns={companyColumns.map(key => ({ key, label: t(`column.${key}`) }))}
      chosen={columns}
      back={href({ columns: null, page: at })}
    />
  )
  return (
    <Page fit>
      <CompanyHead filter={filter} total={total} ignored={ignored} columns={columns} end={chooser} />
      {total === 0 ? (
        <NoCompanies narrowed={!isDefaultCompanyFilter(filter)} />
      ) : (
        <>
          <CompanyTable rows={rows} filter={filter} columns={columns} />
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

async function NoCompanies({ narrowed }: { narrowed: boolean }) {
  const [t, common, create] = await Promise.all([
    getTranslations('company'),
    getTranslations('common'),
    may('company.create'),
  ])
  return (
    <EmptyState
      title={narrowed ? common('list.noMatch') : t('empty.title')}
      says={t(narrowed ? 'empty.filtered' : 'empty.says')}
    >
      {narrowed ? <LinkButton href="/companies">{common('act.clearAll')}</LinkButton> : null}
      {create ? <LinkButton href="/companies/new">{t('act.new')}</LinkButton> : null}
    </EmptyState>
  )
}
