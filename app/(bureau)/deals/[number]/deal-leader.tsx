import { getTranslations } from 'next-intl/server'
import { naming } from '@/app/(bureau)/naming'
import type { DealRecord } from '@/domain/deal/row'

/** Who leads it, and the way to the other deals of the same; without one the way to say so. */
export async function DealLeader({ deal }: { deal: DealRecord }) {
  const [common, names] = await Promise.all([getTranslations('common'), naming()])
  const leader = names.person(deal.leaderId) || deal.leaderName
  if (leader)
    return (
      <a className="link" href={`/deals?leader=${encodeURIComponent(deal.leaderId ?? leader)}`}>
        {leader}
      </a>
    )
  return deal.can.set_leader ? (
    <a className="link" href={`/deals/${deal.number}?act=setLeader`}>
      {common('act.fill')}
    </a>
  ) : (
    common('say.none')
  )
}
