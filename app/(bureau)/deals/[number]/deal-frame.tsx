import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { HandOverBanner } from '@/app/(bureau)/hand-over-banner'
import { MergeNotes } from '@/app/(bureau)/merge-notes'
import { naming } from '@/app/(bureau)/naming'
import { Page } from '@/components/page'
import { PrintHead } from '@/components/print-head'
import { Tabs } from '@/components/tabs'
import type { SearchParams } from '@/domain/filter/parameter'
import { nameIn } from '@/domain/user/user'
import { DealAct } from './deal-act'
import { DealBanner } from './deal-banner'
import { DealLadder } from './deal-ladder'
import type { dealOf } from './deal-of'
import { DealPlace } from './deal-place'
import { DealTitle } from './deal-title'
import type { RecordAsked } from './record-asked'

/** The pages of a deal; each but the first is an address below its own. */
const dealParts = ['record', 'procedures', 'capital', 'files'] as const
type DealPart = (typeof dealParts)[number]

type Props = {
  found: Awaited<ReturnType<typeof dealOf>>
  asked: RecordAsked
  address: SearchParams
  part: DealPart
  children: ReactNode
}

/** What stands around every page of a deal: its place in the list, its name and stage, what is said of it, its parts. */
export async function DealFrame({ found, asked, address, part, children }: Props) {
  const { permit, deal, offer } = found
  const [t, { ref, locale, moment }] = await Promise.all([getTranslations('deal.part'), naming()])
  const tabs = dealParts.map(one => ({
    label: t(one),
    href: `/deals/${deal.number}${one === 'record' ? '' : `/${one}`}${asked.search}`,
    current: one === part,
    count: one === 'files' ? filesOf(deal) || undefined : undefined,
  }))
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
      <Tabs label={t('label')} items={tabs} />
      {children}
      <DealAct deal={deal} asked={asked} />
    </Page>
  )
}

const filesOf = ({ files }: { files: Record<string, number | undefined> }) =>
  Object.values(files).reduce<number>((sum, n) => sum + (n ?? 0), 0)
