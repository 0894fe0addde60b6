import type { Criterion } from '@/domain/lead/lead'

/** Limits that the zone may set; what it leaves out is as here. Days are working days where named so. */
export type ZoneSettings = {
  answerWorkingDays: number
  appraiseWorkingDays: number
  tellIntroducerWorkingDays: number
  progressDays: number
  stuckNegotiationDays: number
  stuckEntryDays: number
  stuckQuietDays: number
  stuckNextStepDays: number
  /** Put off more often than this, a deal has slipped. */
  slippedTimes: number
  /** Without progress for so long, first contact with an investor lapses. */
  firstContactDays: number
  firstContactRulingWorkingDays: number
  /** A file that was made in the background is kept for so long. */
  exportDays: number
  /** From this intended investment on (CNY fen) an appraisal needs the six criteria. */
  criteriaThresholdCny: string
  /** What each criterion counts: whole numbers that sum to 100. */
  weights: Record<Criterion, number>
}

export const zoneDefaults: ZoneSettings = {
  answerWorkingDays: 1,
  appraiseWorkingDays: 3,
  tellIntroducerWorkingDays: 5,
  progressDays: 14,
  stuckNegotiationDays: 90,
  stuckEntryDays: 60,
  stuckQuietDays: 14,
  stuckNextStepDays: 7,
  slippedTimes: 2,
  firstContactDays: 30,
  firstContactRulingWorkingDays: 5,
  exportDays: 30,
  criteriaThresholdCny: '5000000000',
  weights: {
    industry_fit: 20,
    scale: 15,
    market_technology: 20,
    land_energy: 15,
    environment: 15,
    fiscal_benefit: 15,
  },
}

export const zoneSettings = (own: Partial<ZoneSettings> | null | undefined): ZoneSettings => ({
  ...zoneDefaults,
  ...own,
})
