/** A colleague of the desk stands in for somebody absent, from and until a day, both included. */
export type Cover = {
  id: number
  absentId: number
  colleagueId: number
  from: string
  until: string
  reason: string | null
  createdBy: number
  /** Ended before its day, by whom. */
  endedAt: Date | null
  endedBy: number | null
}

export type CoverState = 'running' | 'ahead' | 'over' | 'ended'

/** Where it stands on this day of the zone. */
export function coverState(
  { from, until, endedAt }: Pick<Cover, 'from' | 'until' | 'endedAt'>,
  today: string,
) {
  if (endedAt) return 'ended'
  if (until < today) return 'over'
  return from <= today ? 'running' : ('ahead' as CoverState)
}

/** Longer is a transfer, and that is handed over. */
export const LONGEST_COVER = 183
