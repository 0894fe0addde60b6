import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { may, page } from '@/access/page'
import { Attachments } from '@/app/(bureau)/attachments'
import { DealLines, LeadLines } from '@/app/(bureau)/case-lists'
import { DeletedRecord } from '@/app/(bureau)/deleted-record'
import { MergeNotes } from '@/app/(bureau)/merge-notes'
import { mergedAway } from '@/app/(bureau)/merged-away'
import { NewLeadHere, RecordActs } from '@/app/(bureau)/record-acts'
import { RecordHistory } from '@/app/(bureau)/record-history'
import { RecordTags } from '@/app/(bureau)/record-tags'
import { TaskSection } from '@/app/(bureau)/task-section'
import type { FormAction } from '@/components/form'
import { StatusChip } from '@/components/marks'
import { Breadcrumb, Page, PageHead, RecordColumns, Section } from '@/components/page'
import { getCompany } from '@/db/read/company'
import { companyCases } from '@/db/read/company-case'
import { companyLog } from '@/db/read/company-log'
import { readPlace } from '@/domain/activity/place'
import { deleteCompanyAction, restoreCompanyAction } from '../actions'
import { CompanyContacts } from '../company-contacts'
import { CompanyFacts } from '../company-facts'

type Props = {
  params: Promise<{ number: string }>
  searchParams: Promise<Record<string, string | undefined>>
}

/* Title and page ask for the same one. */
const found = cache(async (number: string) => {
  const permit = await page('company.read')
  const company = await getCompany(permit, decodeURIComponent(number))
  if (company?.mergedInto) return mergedAway(permit, company)
  return { permit, company: company ?? notFound() }
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { company } = await found((await params).number)
  return { title: `${company.number} ${company.name}` }
}

export default async function CompanyPage({ params, searchParams }: Props) {
  const { permit, company } = await found((await params).number)
  const asked = await searchParams
  const before = readPlace(asked.before)
  if (company.deletedAt)
    return <DeletedRecord noun="company" record={company} restore={restoreCompanyAction as FormAction} />
  const [t, mayTag, cases, log] = await Promise.all([
    getTranslations('company'),
    may('company.tag'),
    companyCases(permit, company.id),
    companyLog(permit, company.id, { before }),
  ])
  const side = (
    <>
      <CompanyContacts
        permit={await page('contact.read')}
        companyId={company.id}
        companyNumber={company.number}
      />
      <TaskSection
        record={{ noun: 'company', id: company.id, number: company.number }}
        mayAdd={(await may('task.create')) !== null}
      />
      <Attachments of={{ noun: 'company', id: company.id }} back={`/companies/${company.number}`} folded />
    </>
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
        <RecordActs
          noun="company"
          list="/companies"
          record={company}
          remove={deleteCompanyAction as FormAction}
          restore={restoreCompanyAction}
        >
          <NewLeadHere href={`/leads/new?company=${company.number}`}>{t('act.newLead')}</NewLeadHere>
        </RecordActs>
      </PageHead>
      <MergeNotes noun="company" permit={permit} record={company} params={asked} />
      <RecordColumns
        facts={
          <>
            <CompanyFacts company={company} />
            <RecordTags permit={permit} noun="company" record={company} may={mayTag !== null} />
          </>
        }
        side={side}
      >
        <DealLines cases={cases} href={`/deals?company=${company.number}&status=all&approved=all`} />
        <LeadLines cases={cases} href={`/leads?company=${company.number}&stage=all`} />
        <Section title={t('section.history')} note={t('within')}>
          <RecordHistory label={t('section.history')} log={log} at={at} />
        </Section>
      </RecordColumns>
    </Page>
  )
}
