import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { page } from '@/access/page'
import { DealLines, LeadLines } from '@/app/(bureau)/case-lists'
import { RecordHistory } from '@/app/(bureau)/record-history'
import { StatusChip } from '@/components/marks'
import { Breadcrumb, Page, PageHead, RecordColumns, Section } from '@/components/page'
import { getCompany } from '@/db/read/company'
import { companyCases } from '@/db/read/company-case'
import { companyLog } from '@/db/read/company-log'
import { CompanyActs } from '../company-acts'
import { CompanyContacts } from '../company-contacts'
import { CompanyFacts } from '../company-facts'
import { DeletedCompany } from '../deleted-company'

type Props = { params: Promise<{ number: string }> }

async function found(params: Props['params']) {
  const permit = await page('company.read')
  const company = await getCompany(permit, decodeURIComponent((await params).number))
  return { permit, company: company ?? notFound() }
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { company } = await found(params)
  return { title: `${company.name} · ${company.number}` }
}

export default async function CompanyPage({ params }: Props) {
  const { permit, company } = await found(params)
  if (company.deletedAt) return <DeletedCompany company={company} />
  const [t, cases, log] = await Promise.all([
    getTranslations('company'),
    companyCases(permit, company.id),
    companyLog(permit, company.id),
  ])
  const contacts = (
    <CompanyContacts
      permit={await page('contact.read')}
      companyId={company.id}
      companyNumber={company.number}
    />
  )
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
        <Section title={t('section.history')} count={cases.activityCount} note={t('within')}>
          <RecordHistory label={t('section.history')} activities={cases.activities} log={log} />
        </Section>
      </RecordColumns>
    </Page>
  )
}
