import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { page } from '@/access/page'
import { Breadcrumb, Page, PageHead } from '@/components/page'
import { CompanyForm } from '../company-form'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('company'))('newTitle') }
}

export default async function NewCompanyPage() {
  await page('company.create')
  const t = await getTranslations('company')
  return (
    <Page>
      <Breadcrumb
        label={t('title')}
        items={[{ label: t('title'), href: '/companies' }, { label: t('newTitle') }]}
      />
      <PageHead title={t('newTitle')} />
      <div className="page-body">
        <CompanyForm />
      </div>
    </Page>
  )
}
