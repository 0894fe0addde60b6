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
  /** From this intended investment on (CNY fen) an appraisal needs the six criteria. */
  criteriaThresholdCny: string
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
  criteriaThresholdCny: '5000000000',
}

export const zoneSettings = (own: Partial<ZoneSettings> | null | undefined): ZoneSettings => ({
  ...zoneDefaults,
  ...own,
})
