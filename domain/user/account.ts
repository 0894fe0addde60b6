import type { Role } from './user'

export type Membership = { deskIds: number[]; headOf: number[] }

/** Only heads and officers work on desks, only heads head one, and whoever heads a desk is on it. */
export function membershipOf(role: Role, { deskIds, headOf }: Membership): Membership {
  if (role === 'manager') return { deskIds: unique([...headOf, ...deskIds]), headOf: unique(headOf) }
  if (role === 'officer') return { deskIds: unique([...deskIds, ...headOf]), headOf: [] }
  return { deskIds: [], headOf: [] }
}

/** What a role lacks to be of use: a head without a desk confirms nothing, an officer without one sees nothing. */
export function membershipFault(
  role: Role,
  { deskIds, headOf }: Membership,
): { field: string; reason: string } | null {
  if (role === 'manager' && headOf.length === 0)
    return { field: 'headOf', reason: 'admin.user.head_of_nothing' }
  if (role === 'officer' && deskIds.length === 0) return { field: 'deskIds', reason: 'admin.user.on_no_desk' }
  return null
}

/** True when nobody could open accounts any more after this one stops being an administrator. */
export function isLastAdmin(accountId: number, activeAdminIds: readonly number[]): boolean {
  return activeAdminIds.length === 1 && activeAdminIds[0] === accountId
}

const unique = (ids: readonly number[]) => [...new Set(ids)].sort((a, b) => a - b)
