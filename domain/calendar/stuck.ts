import { addDays, daysBetween, type IsoDate, latestOf } from '@/domain/calendar/date'
import type { DealStage, DealStatus } from '@/domain/deal/deal'
import { type ZoneSettings, zoneDefaults } from '@/domain/zone/zone'

export type StuckLimits = Pick<
  ZoneSettings,
  'stuckNegotiationDays' | 'stuckEntryDays' | 'stuckQuietDays' | 'stuckNextStepDays'
>

/** Too long in its stage, nothing happening, or a next step left undone. `days` so far, against the `limit`. */
export type StuckReason = { kind: 'stage' | 'quiet' | 'next_step'; days: number; limit: number }

export type StuckFacts = {
  stage: DealStage
  status: DealStatus
  stageSince: IsoDate
  lastActivityOn: IsoDate | null
  nextStepOn: IsoDate | null
}

/** Stages in which a deal can be stuck: an approved one has arrived. */
export const stuckStages = ['negotiation', 'entry_procedures'] as const satisfies readonly DealStage[]
type StuckStage = (typeof stuckStages)[number]

/**
 * The one definition of stuck, as dates for a query too. An active deal in one of these stages is stuck when
 * `stageSince < stageSinceBefore[stage]`, or the later of last activity and `stageSince` is `< quietBefore`, or
 * `nextStepOn < nextStepBefore`.
 */
export function stuckBounds(today: IsoDate, limits: StuckLimits = zoneDefaults) {
  return {
    stageSinceBefore: {
      negotiation: addDays(today, -limits.stuckNegotiationDays),
      entry_procedures: addDays(today, -limits.stuckEntryDays),
    } satisfies Record<StuckStage, IsoDate>,
    quietBefore: addDays(today, -limits.stuckQuietDays),
    nextStepBefore: addDays(today, 1 - limits.stuckNextStepDays),
  }
}

/** Why an active deal is stuck; empty if it is not, or is on hold, ended or approved. */
export function stuckReasons(
  deal: StuckFacts,
  today: IsoDate,
  limits: StuckLimits = zoneDefaults,
): StuckReason[] {
  const { stage } = deal
  if (deal.status !== 'active' || stage === 'approved') return []
  const bounds = stuckBounds(today, limits)
  const lastMoved = latestOf(deal.lastActivityOn, deal.stageSince) ?? deal.stageSince
  const stageLimit = { negotiation: limits.stuckNegotiationDays, entry_procedures: limits.stuckEntryDays }[
    stage
  ]
  const since = (date: IsoDate) => daysBetween(date, today)
  const reasons: StuckReason[] = []
  if (deal.stageSince < bounds.stageSinceBefore[stage]) {
    reasons.push({ kind: 'stage', days: since(deal.stageSince), limit: stageLimit })
  }
  if (lastMoved < bounds.quietBefore) {
    reasons.push({ kind: 'quiet', days: since(lastMoved), limit: limits.stuckQuietDays })
  }
  if (deal.nextStepOn && deal.nextStepOn < bounds.nextStepBefore) {
    reasons.push({ kind: 'next_step', days: since(deal.nextStepOn), limit: limits.stuckNextStepDays })
  }
  return reasons
}
