import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { may, page } from '@/access/page'
import { LinkButton } from '@/components/button'
import { Page } from '@/components/page'
import { listCompanies } from '@/db/read/company'
import { companyList } from '@/domain/company/filter'
import type { SearchParams } from '@/domain/filter/parameter'
import { CompanySegments } from '../company-segments'
import { listAsked } from '../list-asked'
import { ListEmpty } from '../list-empty'
import { ListHead } from '../list-head'
import { companyFields } from './company-fields'
import { CompanyTable } from './company-table'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('company'))('title') }
}

export default async function CompaniesPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const permit = await page('company.read')
  const asked = await listAsked(companyList, await searchParams)
  const [t, common, found, mayCreate, mayExport] = await Promise.all([
    getTranslations('company'),
    getTranslations('common.list'),
    listCompanies(permit, asked.filter, asked.columns.includes('tags')),
    may('company.create'),
    may('company.export'),
  ])
  const create = mayCreate && { href: '/companies/new', label: t('act.new') }
  return (
    <Page fit>
      <ListHead
        list={companyList}
        asked={asked}
        fields={await companyFields(asked.filter)}
        title={t('title')}
        says={`${t('says', { count: found.total })} · ${t('reach')}`}
        create={create}
        mayExport={mayExport !== null}
        total={found.total}
        column={key => t(`column.${key}`)}
        page={found.page}
        views={<CompanySegments here="companies" />}
      />
      {found.total === 0 ? (
        <ListEmpty
          path="/companies"
          narrowed={!companyList.isUsual(asked.filter)}
          filtered={{ title: common('noMatch'), says: t('empty.filtered') }}
          first={{ title: t('empty.title'), says: t('empty.says') }}
        >
          {create ? <LinkButton href={create.href}>{create.label}</LinkButton> : null}
        </ListEmpty>
      ) : (
        <CompanyTable asked={asked} {...found} />
      )}
    </Page>
  )
}
