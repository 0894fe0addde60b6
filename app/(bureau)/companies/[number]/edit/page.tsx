import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { page } from '@/access/page'
import { CompanyForm } from '@/app/(bureau)/companies/company-form'
import { Breadcrumb, Page, PageHead } from '@/components/page'
import { getCompany } from '@/db/read/company'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('company'))('editTitle') }
}

export default async function EditCompanyPage({ params }: { params: Promise<{ number: string }> }) {
  await page('company.edit')
  const company = await getCompany(await page('company.read'), decodeURIComponent((await params).number))
  if (!company || company.deletedAt) notFound()
  const t = await getTranslations('company')
  return (
    <Page>
      <Breadcrumb
        label={t('title')}
        items={[
          { label: t('title'), href: '/companies' },
          { label: company.name, href: `/companies/${company.number}` },
          { label: t('editTitle') },
        ]}
      />
      <PageHead title={company.name} lang={company.nameLocale ?? undefined} />
      <div className="page-body">
        <CompanyForm company={company} />
      </div>
    </Page>
  )
}
