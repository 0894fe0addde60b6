import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { page } from '@/access/page'
import { ActivityEntry } from '@/app/(bureau)/activity-entry'
import { Timeline } from '@/app/(bureau)/timeline'
import { Page, RecordColumns } from '@/components/page'
import { getTimeline } from '@/db/read/activity'
import { getLead } from '@/db/read/lead'
import { leadRights } from '@/domain/lead/right'
import { LeadFacts } from './lead-facts'
import { LeadLadder } from './lead-ladder'
import { LeadSide } from './lead-side'
import { LeadTop } from './lead-top'

/* Title and page ask for the same one. */
const leadOf = cache(async (number: string) => getLead(await page('lead.read'), number))

type Asked = { params: Promise<{ number: string }> }

export async function generateMetadata({ params }: Asked): Promise<Metadata> {
  const { number } = await params
  const lead = await leadOf(number)
  return { title: lead ? `${lead.number} ${lead.company?.name ?? lead.name}` : number }
}

export default async function LeadPage({ params }: Asked) {
  const permit = await page('lead.read')
  const lead = await leadOf((await params).number)
  if (!lead) notFound()
  const can = leadRights(permit.actor, lead)
  if (lead.deletedAt && !can.restore) notFound()
  const { items, activities, changes } = await getTimeline(permit, { noun: 'lead', id: lead.id })
  return (
    <Page>
      <LeadTop lead={lead} can={can} />
      <LeadLadder lead={lead} />
      <RecordColumns
        facts={<LeadFacts lead={lead} can={can} />}
        side={<LeadSide lead={lead} can={can} actor={permit.actor} />}
      >
        {can.log ? <ActivityEntry record={lead.number} /> : null}
        <Timeline items={items} noun="lead" actorId={permit.actor.id} total={activities + changes} />
      </RecordColumns>
    </Page>
  )
}
