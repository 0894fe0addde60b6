import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { page } from '@/access/page'
import { Breadcrumb, Page, PageHead } from '@/components/page'
import { getLead } from '@/db/read/lead'
import { leadRights } from '@/domain/lead/right'
import { EditLeadForm } from './edit-lead-form'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('lead'))('editTitle') }
}

export default async function EditLeadPage({ params }: { params: Promise<{ number: string }> }) {
  await page('lead.edit')
  const permit = await page('lead.read')
  const [lead, t] = await Promise.all([getLead(permit, (await params).number), getTranslations('lead')])
  if (!lead || !leadRights(permit.actor, lead).edit) notFound()
  return (
    <Page>
      <Breadcrumb
        label={t('title')}
        items={[
          { label: t('title'), href: '/leads' },
          { label: lead.number, href: `/leads/${lead.number}` },
          { label: t('act.edit') },
        ]}
      />
      <PageHead title={t('editTitle')} says={lead.company?.name ?? lead.name} />
      <div className="page-body">
        <EditLeadForm lead={lead} />
      </div>
    </Page>
  )
}
