import type { Role } from '@/domain/user/user'

/** Facts of a record that is to go or to come back; both spans are of a day, by the clock of the database. */
export type Deletion = { mine: boolean; createdWithinDay: boolean; deletedWithinDay: boolean }

/**
 * Head and director delete and restore within their reach (the database holds that); whoever created a record, within a
 * day: of its creation to delete it, of its deletion to bring it back. Nobody deletes for good (domain.md §3, §5).
 */
export function mayDelete(role: Role, { mine, createdWithinDay }: Deletion): boolean {
  return role === 'director' || role === 'manager' || (role === 'officer' && mine && createdWithinDay)
}

export function mayRestore(role: Role, { mine, deletedWithinDay }: Deletion): boolean {
  return role === 'director' || role === 'manager' || (role === 'officer' && mine && deletedWithinDay)
}
