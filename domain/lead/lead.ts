/** The nouns of a lead (招商线索): the source for the table's CHECKs, the inputs and the select boxes. */

export const leadStages = ['new', 'contacted', 'qualified', 'converted', 'disqualified'] as const
export type LeadStage = (typeof leadStages)[number]

export const sources = [
  'event',
  'web_form',
  'referral',
  'visit',
  'agency',
  'government',
  'own_research',
] as const
export type Source = (typeof sources)[number]

export const disqualifyReasons = [
  'not_an_investor',
  'out_of_scope',
  'environment',
  'land_or_energy',
  'no_reply',
  'went_elsewhere',
  'duplicate',
  'other',
] as const
export type DisqualifyReason = (typeof disqualifyReasons)[number]

/** The six criteria of an appraisal, each scored 0 to 5. */
export const criteria = [
  'industry_fit',
  'scale',
  'market_technology',
  'land_energy',
  'environment',
  'fiscal_benefit',
] as const
export type Criterion = (typeof criteria)[number]

export const verdicts = ['pursue', 'watch', 'decline'] as const
export type Verdict = (typeof verdicts)[number]

/** What became of an appraisal that was asked for: a verdict, or back with a reason. */
export const appraisalDecisions = ['given', 'returned'] as const

export const clockKinds = ['answer', 'appraise', 'progress'] as const
export type ClockKind = (typeof clockKinds)[number]

/** How whoever introduced an investor was told what became of it. */
export const tellWays = ['call', 'message', 'meeting', 'letter'] as const
export type TellWay = (typeof tellWays)[number]

export type LeadSort = 'clock' | 'updated' | 'number' | 'name' | 'amount' | 'next_step'
