import type { IsoDate } from '@/domain/calendar/date'
import { refuseEffective } from '@/domain/fact/effective'
import { type Done, done, type Invalid, invalidField, type Refused, refused } from '@/domain/outcome'
import type { DealStatus } from './deal'

type StatusState = { status: DealStatus; statusSince: IsoDate; proposedBy: number | null }
type When = { today: IsoDate; effectiveOn: IsoDate | null }
type Decision = Done<{ from: DealStatus; to: DealStatus; effectiveOn: IsoDate }> | Refused | Invalid

/** Work stops for a while; the day of review is not past. The clocks stand still meanwhile. */
export function decideHold(deal: StatusState, reviewOn: IsoDate, when: When): Decision {
  if (deal.status !== 'active') return refused('deal.refused.not_active')
  if (reviewOn < when.today) return invalidField('reviewOn', 'date.in_past')
  return dated(deal, 'on_hold', when)
}

/** It ends without a project, from work or from a hold. */
export function decideEnd(deal: StatusState, to: 'lost' | 'withdrawn', when: When): Decision {
  if (deal.status !== 'active' && deal.status !== 'on_hold') return refused('deal.refused.already_ended')
  return dated(deal, to, when)
}

export function decideRevival(deal: StatusState, when: When): Decision {
  if (deal.status === 'active') return refused('deal.refused.already_active')
  return dated(deal, 'active', when)
}

/** A waiting approval is decided first: it must not be confirmed for a deal that has ended. */
function dated(deal: StatusState, to: DealStatus, { today, effectiveOn }: When): Decision {
  if (deal.proposedBy !== null) return refused('deal.refused.proposal_waits')
  const on = effectiveOn ?? today
  return (
    refuseEffective(on, { today, began: deal.statusSince }) ??
    done({ from: deal.status, to, effectiveOn: on })
  )
}
