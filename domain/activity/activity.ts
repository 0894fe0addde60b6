/** The nouns of an activity (跟进记录). */

export const activityKinds = ['call', 'meeting', 'visit', 'message', 'negotiation_round', 'note'] as const
export type ActivityKind = (typeof activityKinds)[number]

/** The kinds in which the other side took part; a note is only ours. */
export const twoWayKinds: readonly ActivityKind[] = [
  'call',
  'meeting',
  'visit',
  'message',
  'negotiation_round',
]
