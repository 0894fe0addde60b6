import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { page } from '@/access/page'
import { ActivityEntry } from '@/app/(bureau)/activity-entry'
import { HandOverBanner } from '@/app/(bureau)/hand-over-banner'
import { MergeNotes } from '@/app/(bureau)/merge-notes'
import { mergedAway } from '@/app/(bureau)/merged-away'
import { naming } from '@/app/(bureau)/naming'
import { RecordTags } from '@/app/(bureau)/record-tags'
import { Timeline } from '@/app/(bureau)/timeline'
import { Page, RecordColumns } from '@/components/page'
import { PrintHead } from '@/components/print-head'
import { getTimeline } from '@/db/read/activity'
import { getDeal } from '@/db/read/deal-record'
import { latestHandOver } from '@/db/read/hand-over'
import type { SearchParams } from '@/domain/filter/parameter'
import { nameIn } from '@/domain/user/user'
import { DealAct } from './deal-act'
import { DealBanner } from './deal-banner'
import { DealFacts } from './deal-facts'
import { DealLadder } from './deal-ladder'
import { DealPlace } from './deal-place'
import { DealSide } from './deal-side'
import { DealTitle } from './deal-title'
import { recordAsked } from './record-asked'

/* Title and page ask for the same one. */
const dealOf = cache(async (number: string) => {
  const permit = await page('deal.read')
  const deal = await getDeal(permit, decodeURIComponent(number))
  return deal?.mergedInto ? mergedAway(permit, deal) : deal
})

type Props = { params: Promise<{ number: string }>; searchParams: Promise<SearchParams> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const deal = (await dealOf((await params).number)) ?? notFound()
  return { title: `${deal.number} ${nameIn((await naming()).locale, deal.name, deal.names)}` }
}

export default async function DealPage({ params, searchParams }: Props) {
  const permit = await page('deal.read')
  const found = (await dealOf((await params).number)) ?? notFound()
  const offer = await latestHandOver(permit, { noun: 'deal', id: found.id })
  const offered = offer?.state === 'open'
  const deal = { ...found, can: { ...found.can, propose_hand_over: found.can.propose_hand_over && !offered } }
  const also = deal.leadId === null ? [] : [{ noun: 'lead' as const, id: deal.leadId }]
  const address = await searchParams
  const asked = await recordAsked(deal.number, address)
  const { before } = asked
  const [{ items, older }, { ref, locale, moment }] = await Promise.all([
    getTimeline(permit, { noun: 'deal', id: deal.id, also }, { before }),
    naming(),
  ])
  return (
    <Page>
      <DealPlace permit={permit} deal={deal} asked={asked} />
      <DealTitle deal={deal} asked={asked} />
      <PrintHead
        zone={nameIn(locale, ref.zone.name, ref.zone.names)}
        filter={deal.number}
        printed={moment(new Date())}
      />
      <DealBanner deal={deal} />
      <HandOverBanner offer={offer} actor={permit.actor} />
      <MergeNotes noun="deal" permit={permit} record={deal} params={address as Record<string, string>} />
      <DealLadder deal={deal} />
      <RecordColumns
        facts={
          <>
            <DealFacts deal={deal} />
            <RecordTags permit={permit} noun="deal" record={deal} may={deal.can.tag} />
          </>
        }
        side={<DealSide deal={deal} asked={asked} />}
      >
        {deal.can.log && !before ? <ActivityEntry record={deal.number} standing={deal} /> : null}
        <Timeline
          items={items}
          noun="deal"
          actorId={permit.actor.id}
          at={{ here: asked.here, newest: !before, older }}
        />
      </RecordColumns>
      <DealAct deal={deal} asked={asked} />
    </Page>
  )
}
