import type { Metadata } from 'next'
import { ActivityEntry } from '@/app/(bureau)/activity-entry'
import { RecordTags } from '@/app/(bureau)/record-tags'
import { Timeline } from '@/app/(bureau)/timeline'
import { RecordColumns } from '@/components/page'
import { getTimeline } from '@/db/read/activity'
import type { SearchParams } from '@/domain/filter/parameter'
import { DealFacts } from './deal-facts'
import { DealFrame } from './deal-frame'
import { type DealParams, dealOf, dealTitle } from './deal-of'
import { DealSide } from './deal-side'
import { recordAsked } from './record-asked'

type Props = { params: DealParams; searchParams: Promise<SearchParams> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return dealTitle(params)
}

export default async function DealPage({ params, searchParams }: Props) {
  const found = await dealOf((await params).number)
  const { permit, deal } = found
  const address = await searchParams
  const asked = await recordAsked(deal.number, address)
  const { before } = asked
  const also = deal.leadId === null ? [] : [{ noun: 'lead' as const, id: deal.leadId }]
  const { items, older } = await getTimeline(permit, { noun: 'deal', id: deal.id, also }, { before })
  return (
    <DealFrame found={found} asked={asked} address={address} part="record">
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
    </DealFrame>
  )
}
