import type { IsoDate } from '@/domain/calendar/date'
import { originsOf, type PartKind, type PartOrigin } from './capital'

/**
 * What counts, of promises and of arrivals: parts of these origins and kinds. The rules have changed and will: a new
 * version is added with the day from which it holds, and what was counted by an old one stays.
 */
export type Basis = {
  version: number
  from: IsoDate
  origins: readonly PartOrigin[]
  /** Null: of every kind. */
  kinds: readonly PartKind[] | null
}

/**
 * `foreign`: contracted foreign capital and, by its arrivals, foreign capital actually used: foreign parts of registered
 * capital and loans of the foreign partners' own funds. `attracted`: arrivals of domestic parties from outside the city.
 */
export const bases = {
  foreign: [
    { version: 1, from: '2000-01-01', origins: originsOf('foreign'), kinds: ['registered', 'partner_loan'] },
  ],
  attracted: [{ version: 1, from: '2000-01-01', origins: ['elsewhere', 'this_province'], kinds: null }],
} as const satisfies Record<string, readonly [Basis, ...Basis[]]>
export type BasisKey = keyof typeof bases
export const basisKeys = Object.keys(bases) as BasisKey[]

/** The version that holds on a day; before the first, the first. */
export function basisOn(key: BasisKey, day: IsoDate): Basis {
  return inForce(bases[key], day)
}

export function inForce(versions: readonly [Basis, ...Basis[]], day: IsoDate): Basis {
  return versions.findLast(({ from }) => from <= day) ?? versions[0]
}

export const counts = ({ origins, kinds }: Basis, part: { origin: PartOrigin; kind: PartKind }): boolean =>
  origins.includes(part.origin) && (kinds === null || kinds.includes(part.kind))
