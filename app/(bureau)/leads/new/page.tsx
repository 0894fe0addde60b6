import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { getTranslations } from 'next-intl/server'
import { page } from '@/access/page'
import { Page, PageHead } from '@/components/page'
import { getCompany } from '@/db/read/company'
import { CAPTURE_EVENT } from '../capture-event'
import { NewLeadForm } from './new-lead-form'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('lead'))('newTitle') }
}

type Asked = { event?: string; after?: string; company?: string }

export default async function NewLeadPage({ searchParams }: { searchParams: Promise<Asked> }) {
  const permit = await page('lead.create')
  const [t, asked, jar] = await Promise.all([getTranslations('lead'), searchParams, cookies()])
  const event = asked.event ?? jar.get(CAPTURE_EVENT)?.value ?? ''
  const company = asked.company ? await getCompany(await page('company.read'), String(asked.company)) : null
  return (
    <Page>
      <PageHead title={t('newTitle')} />
      <div className="page-body">
        <NewLeadForm
          key={asked.after ?? ''}
          actor={permit.actor}
          event={String(event)}
          company={company?.deletedAt ? null : company}
        />
      </div>
    </Page>
  )
}
