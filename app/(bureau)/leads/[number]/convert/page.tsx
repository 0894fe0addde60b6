import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { page } from '@/access/page'
import { Breadcrumb, Page, PageHead } from '@/components/page'
import { getLead } from '@/db/read/lead'
import { leadRights } from '@/domain/lead/right'
import { ConvertLeadForm } from './convert-lead-form'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('lead'))('convertTitle') }
}

export default async function ConvertLeadPage({ params }: { params: Promise<{ number: string }> }) {
  const convert = await page('lead.convert')
  const permit = await page('lead.read')
  const [lead, t] = await Promise.all([getLead(permit, (await params).number), getTranslations('lead')])
  if (!lead || !leadRights(permit.actor, lead).convert) notFound()
  return (
    <Page>
      <Breadcrumb
        label={t('title')}
        items={[
          { label: t('title'), href: '/leads' },
          { label: lead.number, href: `/leads/${lead.number}` },
          { label: t('convertTitle') },
        ]}
      />
      <PageHead title={t('convertTitle')} says={lead.company?.name ?? lead.name} />
      <div className="page-body">
        <ConvertLeadForm lead={lead} actor={convert.actor} />
      </div>
    </Page>
  )
}
