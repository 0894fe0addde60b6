/** The nouns of a deal (招商项目): the source for the table's CHECKs, the inputs and the select boxes. */

export const dealStages = ['negotiation', 'entry_procedures', 'approved'] as const
export type DealStage = (typeof dealStages)[number]

export const dealStatuses = ['active', 'on_hold', 'lost', 'withdrawn'] as const
export type DealStatus = (typeof dealStatuses)[number]

export const dealForms = [
  'wholly_owned',
  'joint_venture',
  'cooperation',
  'merger_acquisition',
  'capital_increase',
] as const
export type DealForm = (typeof dealForms)[number]

/** What lets a deal enter the procedures: an application handed in, or an intent that was signed. */
export const entryDocumentKinds = ['application', 'intent'] as const
export type EntryDocumentKind = (typeof entryDocumentKinds)[number]

/** Why a deal goes on hold, is lost or is withdrawn. The text beside it says the rest. */
export const endReasons = [
  'site',
  'price',
  'policy',
  'funds',
  'market',
  'environment',
  'competitor_zone',
  'investor_decision',
  'no_contact',
  'other',
] as const
export type EndReason = (typeof endReasons)[number]

export const dealSorts = ['updated', 'number', 'name', 'total', 'stage_since', 'next_step'] as const
export type DealSort = (typeof dealSorts)[number]
