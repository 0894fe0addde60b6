/** The nouns of an event (招商活动). */

export const eventKinds = [
  'trade_fair',
  'investment_fair',
  'seminar',
  'inbound_visit',
  'delegation',
  'training',
] as const
export type EventKind = (typeof eventKinds)[number]

export const eventSorts = ['starts', 'number', 'name'] as const
export type EventSort = (typeof eventSorts)[number]
