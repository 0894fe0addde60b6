import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { page } from '@/access/page'
import { DealLines, LeadLines } from '@/app/(bureau)/case-lists'
import { RecordHistory } from '@/app/(bureau)/record-history'
import { StatusChip } from '@/components/marks'
import { Breadcrumb, Page, PageHead, RecordColumns, Section } from '@/components/page'
import { getCompany } from '@/db/read/company'
import { companyCases } from '@/db/read/company-case'
import { companyLog } from '@/db/read/company-log'
import { readPlace } from '@/domain/activity/place'
import { CompanyActs } from '../company-acts'
import { CompanyContacts } from '../company-contacts'
import { CompanyFacts } from '../company-facts'
import { DeletedCompany } from '../deleted-company'

type Props = { params: Promise<{ number: string }>; searchParams: Promise<{ before?: string }> }

/* Title and page ask for the same one. */
const found = cache(async (number: string) => {
  const permit = await page('company.read')
  const company = await getCompany(permit, decodeURIComponent(number))
  return { permit, company: company ?? notFound() }
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { company } = await found((await params).number)
  return { title: `${company.number} ${company.name}` }
}

export default async function CompanyPage({ params, searchParams }: Props) {
  const { permit, company } = await found((await params).number)
  const before = readPlace((await searchParams).before)
  if (company.deletedAt) return <DeletedCompany company={company} />
  const [t, cases, log] = await Promise.all([
    getTranslations('company'),
    companyCases(permit, company.id),
    companyLog(permit, company.id, { before }),
  ])
  const contacts = (
    <CompanyContacts
      permit={await page('contact.read')}
      companyId={company.id}
      companyNumber={company.number}
    />
  )
  const at = { here: `/companies/${company.number}`, newest: !before }
  return (
    <Page>
      <Breadcrumb
        label={t('title')}
        items={[{ label: t('title'), href: '/companies' }, { label: company.number }]}
      />
      <PageHead
        title={company.name}
        lang={company.nameLocale ?? undefined}
        marks={company.inZone ? <StatusChip tone="green">{t('inZoneMark')}</StatusChip> : null}
      >
        <CompanyActs company={company} />
      </PageHead>
      <RecordColumns facts={<CompanyFacts company={company} />} side={contacts}>
        <DealLines cases={cases} href={`/deals?company=${company.number}&status=all&approved=all`} />
        <LeadLines cases={cases} href={`/leads?company=${company.number}&stage=all`} />
        <Section title={t('section.history')} note={t('within')}>
          <RecordHistory label={t('section.history')} log={log} at={at} />
        </Section>
      </RecordColumns>
    </Page>
  )
}
