import { daysBetween, type IsoDate } from '@/domain/calendar/date'
import { type ZoneSettings, zoneDefaults } from '@/domain/zone/zone'
import type { DealStage, DealStatus } from './deal'

/** Put off again and again (`times`, of at most `limit`), or its day is past (`days`). */
export type SlippedReason =
  | { kind: 'step_put_off' | 'approval_put_off'; times: number; limit: number }
  | { kind: 'step_past' | 'approval_past'; days: number }

export type SlippedFacts = {
  stage: DealStage
  status: DealStatus
  nextStepOn: IsoDate | null
  nextStepPutOff: number
  approvalExpectedOn: IsoDate | null
  approvalPutOff: number
}

/**
 * The one definition of slipped (deal_slipped_from() in db/sql/70_counters.sql says the same): an active deal that is not
 * approved, whose next step or expected approval was put off more often than the zone allows, or whose day has passed.
 */
export function slippedReasons(
  deal: SlippedFacts,
  today: IsoDate,
  { slippedTimes: limit }: Pick<ZoneSettings, 'slippedTimes'> = zoneDefaults,
): SlippedReason[] {
  if (deal.status !== 'active' || deal.stage === 'approved') return []
  const { nextStepOn, nextStepPutOff, approvalExpectedOn, approvalPutOff } = deal
  const reasons: SlippedReason[] = []
  if (nextStepPutOff > limit) reasons.push({ kind: 'step_put_off', times: nextStepPutOff, limit })
  if (approvalPutOff > limit) reasons.push({ kind: 'approval_put_off', times: approvalPutOff, limit })
  if (nextStepOn && nextStepOn < today)
    reasons.push({ kind: 'step_past', days: daysBetween(nextStepOn, today) })
  if (approvalExpectedOn && approvalExpectedOn < today)
    reasons.push({ kind: 'approval_past', days: daysBetween(approvalExpectedOn, today) })
  return reasons
}
