/** By what a desk has met an investor: an activity in which the other side took part, or that somebody was reached. */
export const contactEvidence = [
  'call',
  'meeting',
  'visit',
  'message',
  'negotiation_round',
  'reached',
] as const
export type ContactEvidence = (typeof contactEvidence)[number]

/** A desk's first two-way contact with a named person of the investor, by its recorded moment, and its last progress. */
export type Claim = { deskId: number; byId: number; at: Date; progressAt: Date }
export type Share = { deskId: number; percent: number }
/** How credit was shared at a moment: by the director's ruling, or as two desks agreed at a hand-over. */
export type Sharing = { shares: readonly Share[]; at: Date }
/** What the director said, when two desks claimed the same. */
export type FirstContactRuling = Sharing & { deskId: number }

const DAY = 86_400_000

/** The moment until which a claim holds without further progress. */
export const lapsesAt = ({ progressAt }: Pick<Claim, 'progressAt'>, days: number): Date =>
  new Date(progressAt.getTime() + days * DAY)

/**
 * Whose the first contact is at this moment: the desk that the director named, as long as its claim is alive; else the
 * earliest claim that has not lapsed. Null when nobody has it (domain.md §2).
 */
export function holderOf<C extends Claim>(
  claims: readonly C[],
  ruled: FirstContactRuling | null,
  now: Date,
  days: number,
): C | null {
  const alive = claims
    .filter(claim => lapsesAt(claim, days) >= now)
    .sort((a, b) => a.at.getTime() - b.at.getTime())
  return alive.find(({ deskId }) => deskId === ruled?.deskId) ?? alive[0] ?? null
}

/**
 * Who gets the credit, in whole per cent that add up to 100: as was last ruled or agreed, else all of it to the desk of
 * first contact.
 */
export function creditOf(
  holder: Pick<Claim, 'deskId'> | null,
  ...said: readonly (Sharing | null)[]
): readonly Share[] {
  const [last] = said.filter(one => one !== null).sort((a, b) => b.at.getTime() - a.at.getTime())
  return last?.shares ?? (holder ? [{ deskId: holder.deskId, percent: 100 }] : [])
}

/** Shares as a director gives them: whole, none below zero, 100 in all; those of nothing are left out. */
export function sharesFrom(given: readonly Share[]): readonly Share[] | null {
  const whole = given.every(({ percent }) => Number.isInteger(percent) && percent >= 0 && percent <= 100)
  const sum = given.reduce((total, { percent }) => total + percent, 0)
  return whole && sum === 100 ? given.filter(({ percent }) => percent > 0) : null
}
