import { type Actor, writingDesks } from './actor'
import { type Permission, reachOf } from './table'

/** Whose a case is: what the row policies ask of a row. */
export type CaseOf = { deskId: number; teamIds: readonly number[] }

/** Oneself, and those for whom one stands in today. */
export const actsFor = (actor: Pick<Actor, 'id' | 'covers'>): readonly number[] => [actor.id, ...actor.covers]

/** True when the row policies would let this person write this row with this permission. The database asks again. */
export function within(actor: Actor, permission: Permission, row: CaseOf): boolean {
  const own = actsFor(actor).some(id => row.teamIds.includes(id))
  switch (reachOf(permission, actor.role)) {
    case 'all':
      return true
    case 'desk':
      return writingDesks(actor).includes(row.deskId) || own
    case 'own':
      return own
    case 'none':
      return false
  }
}

/** The director, or the head of this desk: they decide what somebody else proposes. */
export function decidesFor(actor: Actor, deskId: number): boolean {
  return actor.role === 'director' || actor.headOf.includes(deskId)
}
