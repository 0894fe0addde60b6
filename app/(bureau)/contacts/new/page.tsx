import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { page } from '@/access/page'
import { Breadcrumb, Page, PageHead } from '@/components/page'
import { getCompany } from '@/db/read/company'
import { ContactForm } from '../contact-form'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('contact'))('newTitle') }
}

type Props = { searchParams: Promise<{ company?: string | string[] }> }

export default async function NewContactPage({ searchParams }: Props) {
  await page('contact.create')
  const { company: asked } = await searchParams
  const company = typeof asked === 'string' ? await getCompany(await page('company.read'), asked) : null
  if (asked && (!company || company.deletedAt)) notFound()
  const t = await getTranslations('contact')
  return (
    <Page>
      <Breadcrumb
        label={t('title')}
        items={[
          { label: t('title'), href: '/contacts' },
          ...(company ? [{ label: company.name, href: `/companies/${company.number}` }] : []),
          { label: t('newTitle') },
        ]}
      />
      <PageHead title={t('newTitle')} says={company?.name} />
      <div className="page-body">
        <ContactForm company={company?.number ?? null} />
      </div>
    </Page>
  )
}
