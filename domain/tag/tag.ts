import { searchTerm } from '@/domain/name/search-text'

/** What bears tags; `letter` begins its record numbers. */
export const tagNouns = ['lead', 'deal', 'company'] as const
export type TagNoun = (typeof tagNouns)[number]
/** The eight quiet colours of the desks, whose contrast is tested. */
export const tagColours = [0, 1, 2, 3, 4, 5, 6, 7] as const

/** A list of tags stays one that people can read through; a record with twenty says nothing any more. */
export const MOST_TAGS = 300
export const MOST_TAGS_OF_RECORD = 20

/** A tag as lists and records show it. */
export type Tag = { id: number; name: string; colour: number }

/** Under one key there is one tag: `重点 项目`, `重點項目` and `重点项目` are the same. A name of signs alone is its own key. */
export const tagKey = (name: string): string =>
  searchTerm(name) || name.normalize('NFKC').toLowerCase().trim()

const nounOfLetter: Record<string, TagNoun> = { L: 'lead', D: 'deal', C: 'company' }

/** Whose number this is. */
export const nounOfNumber = (number: string): TagNoun | null => nounOfLetter[number.slice(0, 1)] ?? null

/** The names of a record's tags as one text, for a file. */
export const tagNames = (tags: readonly Tag[] | undefined, comma: string): string =>
  (tags ?? []).map(tag => tag.name).join(comma)
