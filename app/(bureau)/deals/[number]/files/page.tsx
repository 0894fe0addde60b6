import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Attachments } from '@/app/(bureau)/attachments'
import { attachmentKinds } from '@/domain/attachment/attachment'
import type { SearchParams } from '@/domain/filter/parameter'
import { DealFrame } from '../deal-frame'
import { type DealParams, dealOf, dealTitle } from '../deal-of'
import { recordAsked } from '../record-asked'

type Props = { params: DealParams; searchParams: Promise<SearchParams> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return dealTitle(params, (await getTranslations('attachment'))('title'))
}

/** The evidence of a deal. `?kind=`: which kind is to be added, for a link from where it lacks. */
export default async function DealFilesPage({ params, searchParams }: Props) {
  const found = await dealOf((await params).number)
  const address = await searchParams
  const asked = await recordAsked(found.deal.number, address)
  const kind = attachmentKinds.find(one => one === (address as Record<string, unknown>).kind)
  return (
    <DealFrame found={found} asked={asked} address={address} part="files">
      <div className="page-body">
        <Attachments
          of={{ noun: 'deal', id: found.deal.id }}
          back={`/deals/${found.deal.number}/files${asked.search}`}
          for={{ kind }}
        />
      </div>
    </DealFrame>
  )
}
