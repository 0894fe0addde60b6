import { nearestOf } from '@/domain/import/nearest'
import type { Names, Role } from '@/domain/user/user'
import { type Finder, finder, namesOf } from './finder'

type Named = { name: string; names: Names; active: boolean }

const nearestActive = (rows: readonly Named[]) => nearestOf(rows.filter(({ active }) => active).map(namesOf))

/** Those of a short list by their names, and what is nearest among those in use. */
export const offering = <T extends Named>(rows: readonly T[], alone: (row: T) => string): Finder<T> =>
  Object.assign(finder(rows, namesOf, alone), { near: nearestActive(rows) })

type Worker = Named & { role: Role; deskIds: readonly number[] }

/** People, with what is nearest among those who work on a desk, or on any. */
export function workers<T extends Worker>(person: Finder<T>, people: readonly T[]) {
  const known = new Map<number | null, Finder<T>>()
  return (deskId: number | null): Finder<T> => {
    const before = known.get(deskId)
    if (before) return before
    const there = people.filter(
      ({ role, deskIds }) =>
        (role === 'officer' || role === 'manager') && (deskId === null || deskIds.includes(deskId)),
    )
    const made: Finder<T> = Object.assign((said: string) => person(said), { near: nearestActive(there) })
    known.set(deskId, made)
    return made
  }
}
