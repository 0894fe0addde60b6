import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { page } from '@/access/page'
import { ActivityEntry } from '@/app/(bureau)/activity-entry'
import { HandOverBanner } from '@/app/(bureau)/hand-over-banner'
import { MergeNotes } from '@/app/(bureau)/merge-notes'
import { mergedAway } from '@/app/(bureau)/merged-away'
import { RecordTags } from '@/app/(bureau)/record-tags'
import { Timeline } from '@/app/(bureau)/timeline'
import { Page, RecordColumns } from '@/components/page'
import { getTimeline } from '@/db/read/activity'
import { latestHandOver } from '@/db/read/hand-over'
import { getLead } from '@/db/read/lead'
import { readPlace } from '@/domain/activity/place'
import { leadRights } from '@/domain/lead/right'
import { LeadAsk } from './lead-ask'
import { LeadFacts } from './lead-facts'
import { LeadLadder } from './lead-ladder'
import { LeadSide } from './lead-side'
import { LeadTop } from './lead-top'

/* Title and page ask for the same one. */
const found = cache(async (number: string) => {
  const permit = await page('lead.read')
  const lead = (await getLead(permit, number)) ?? notFound()
  if (lead.mergedInto) return mergedAway(permit, lead)
  const can = leadRights(permit.actor, lead)
  if (lead.deletedAt && !can.restore) notFound()
  return { permit, lead, can }
})

type Asked = {
  params: Promise<{ number: string }>
  searchParams: Promise<Record<string, string | undefined>>
}

export async function generateMetadata({ params }: Asked): Promise<Metadata> {
  const { lead } = await found((await params).number)
  return { title: `${lead.number} ${lead.company?.name ?? lead.name}` }
}

export default async function LeadPage({ params, searchParams }: Asked) {
  const { permit, lead, can: rights } = await found((await params).number)
  const asked = await searchParams
  const before = readPlace(asked.before)
  const [{ items, older }, offer] = await Promise.all([
    getTimeline(permit, { noun: 'lead', id: lead.id }, { before }),
    latestHandOver(permit, { noun: 'lead', id: lead.id }),
  ])
  const can = { ...rights, propose_hand_over: rights.propose_hand_over && offer?.state !== 'open' }
  return (
    <Page>
      <LeadTop lead={lead} can={can} />
      <HandOverBanner offer={offer} actor={permit.actor} />
      <MergeNotes noun="lead" permit={permit} record={lead} params={asked} />
      <LeadLadder lead={lead} />
      <RecordColumns
        facts={
          <>
            <LeadFacts lead={lead} can={can} />
            <RecordTags permit={permit} noun="lead" record={lead} may={can.tag} />
          </>
        }
        side={<LeadSide lead={lead} can={can} actor={permit.actor} />}
      >
        {can.log && !before ? <ActivityEntry record={lead.number} standing={lead} /> : null}
        <Timeline
          items={items}
          noun="lead"
          actorId={permit.actor.id}
          at={{ here: `/leads/${lead.number}`, newest: !before, older }}
        />
      </RecordColumns>
      <LeadAsk lead={lead} can={can} asked={asked.ask} />
    </Page>
  )
}
