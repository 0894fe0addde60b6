/** What is compared with what is on file: records of these nouns. */
export const lookAlikeNouns = ['company', 'contact', 'lead', 'deal'] as const
export type LookAlikeNoun = (typeof lookAlikeNouns)[number]

/** By what two records look the same. The first four block until a person rules; the others warn. */
export const likenesses = [
  'name',
  'credit_code',
  'phone',
  'email',
  'similar',
  'investor',
  'first_contact',
] as const
export type LikenessKind = (typeof likenesses)[number]

/** What a person says of two records. */
export const rulings = ['same', 'different'] as const
export type Ruling = (typeof rulings)[number]

export const blocks = (how: LikenessKind): boolean =>
  how === 'name' || how === 'credit_code' || how === 'phone' || how === 'email'

/**
 * A record that looks like the one being typed. Of another desk's lead or deal only the investor, the desk, the officer
 * and the day are known: `number` is null, and `key` a token that says nothing but that this person has met it.
 */
export type LookAlike = {
  key: string
  noun: LookAlikeNoun
  how: LikenessKind
  name: string
  number: string | null
  deskId: number | null
  officerId: number | null
  /** The moment it was entered, ISO. */
  since: string
}

/** What a person has said about the matches that a form showed. */
export type Ruled = {
  /** Keys of those that were on the screen. */
  ruled: readonly string[]
  /** Keys of those that are the same, to be used instead of entering another. */
  attach: readonly string[]
  /** Why the rest are different. */
  different: string | null
  /** A form that can show what only warns, and is held once for it; an import goes on. */
  asks: boolean
}

/** Those on which a person has not ruled: what blocks asks for a reason, what warns to have been seen. */
export function unruled<M extends Pick<LookAlike, 'key' | 'how'>>(found: readonly M[], said: Ruled): M[] {
  return found.filter(({ key, how }) => {
    if (said.attach.includes(key)) return false
    if (!blocks(how)) return said.asks && !said.ruled.includes(key)
    return !said.ruled.includes(key) || !said.different
  })
}

/** Checks while one types, and hits on what one may not see, that one person has in an hour. */
export const LIMITS = { checks: 600, hits: 40 } as const
