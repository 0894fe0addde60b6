import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { page } from '@/access/page'
import { Attachments } from '@/app/(bureau)/attachments'
import { filePartWords } from '@/app/(bureau)/file-part'
import { filePart } from '@/db/read/attachment'
import { attachmentKinds } from '@/domain/attachment/attachment'
import type { SearchParams } from '@/domain/filter/parameter'
import { DealFrame } from '../deal-frame'
import { type DealParams, dealOf, dealTitle } from '../deal-of'
import { recordAsked } from '../record-asked'

type Props = { params: DealParams; searchParams: Promise<SearchParams> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return dealTitle(params, (await getTranslations('attachment'))('title'))
}

/**
 * The evidence of a deal. `?kind=`: which kind is to be added, for a link from where it lacks; `?procedure=`, `?arrival=`:
 * for which step or arrival.
 */
export default async function DealFilesPage({ params, searchParams }: Props) {
  const found = await dealOf((await params).number)
  const address = await searchParams
  const asked = await recordAsked(found.deal.number, address)
  return (
    <DealFrame found={found} asked={asked} address={address} part="files">
      <div className="page-body">
        <Attachments
          of={{ noun: 'deal', id: found.deal.id }}
          back={`/deals/${found.deal.number}/files${asked.search}`}
          for={await meantBy(found.deal.id, address as Record<string, unknown>)}
        />
      </div>
    </DealFrame>
  )
}

async function meantBy(dealId: number, { kind, procedure, arrival }: Record<string, unknown>) {
  const known = attachmentKinds.find(one => one === kind)
  const idOf = (said: unknown) => (/^\d{1,15}$/.test(String(said)) ? Number(said) : undefined)
  const asked = { procedureId: idOf(procedure), arrivalId: idOf(arrival) }
  if (!asked.procedureId && !asked.arrivalId) return { kind: known }
  const part = await filePart(await page('attachment.read'), dealId, asked)
  if (!part) return { kind: known }
  return part.kind === 'procedure'
    ? { kind: known ?? ('approval' as const), procedureId: part.id, says: await filePartWords(part) }
    : { kind: known ?? ('voucher' as const), arrivalId: part.id, says: await filePartWords(part) }
}
