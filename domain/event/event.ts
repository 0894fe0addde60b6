import type { Names } from '@/domain/user/user'

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

export type EventSort = 'starts' | 'number' | 'name'

/** What a person states about an event. Days are the zone's; an event of one day ends on the day it starts. */
export type EventFields = {
  kind: EventKind
  name: string
  names: Names
  startsOn: string
  endsOn: string
  country: string
  province: string | null
  city: string
  venue: string | null
  organiser: string | null
  note: string | null
  deskIds: number[]
  staffIds: number[]
}
