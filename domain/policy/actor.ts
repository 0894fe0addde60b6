import type { Locale, Role, Theme } from '@/domain/user/user'

/** Who is asking, as read from the database at this very request. */
export type Actor = {
  id: number
  login: string
  name: string
  role: Role
  /** Desks of which one is a member or the head. */
  deskIds: readonly number[]
  /** Desks of which one is the head. */
  headOf: readonly number[]
  /** For whom this person stands in today: of their cases he has the reach `own`. */
  covers: readonly number[]
  locale: Locale | null
  theme: Theme
  mustChangePassword: boolean
}

/** The desks on which this person writes with reach `desk`: a head on those that he heads, others on their own. */
export function writingDesks(actor: Pick<Actor, 'role' | 'deskIds' | 'headOf'>): readonly number[] {
  return actor.role === 'manager' ? actor.headOf : actor.deskIds
}
