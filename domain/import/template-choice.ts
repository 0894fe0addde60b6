import { countryOptions } from '@/domain/country/country'
import { provinceOptions } from '@/domain/country/province'
import type { Locale } from '@/domain/user/user'
import type { Kind } from './fields/field'
import { wordsOffered } from './read-word'

/** What a template says around the columns, in its language. */
export type TemplateWords = {
  /** The sheet of records, and the one that explains it. */
  title: string
  notes: string
  heads: { column: string; required: string; hint: string }
  /** Lines above the explanations. */
  about: readonly string[]
  yes: string
  no: string
  /** What may be written, by kind. */
  hints: Record<HintKind, string>
  /** Of the example row: by the field's key, else by its kind. */
  examples: Readonly<Record<string, string>>
  languages: readonly string[]
}
export type HintKind = Exclude<Kind['is'], 'derived'> | 'someDay' | 'names' | 'leader'

/** The names that may be chosen from, as the reader of the template has them. */
export type TemplateLists = Readonly<
  Partial<Record<'desk' | 'person' | 'leader' | 'industry' | 'event', readonly string[]>>
>

/** What may be chosen in a column; empty where anything may be written. */
export function choicesOf(
  kind: Kind,
  locale: Locale,
  words: TemplateWords,
  lists: TemplateLists,
): readonly string[] {
  switch (kind.is) {
    case 'word':
      return wordsOffered(kind.words, locale)
    case 'sourceOrEvent':
      return [...wordsOffered('source', locale), ...(lists.event ?? [])]
    case 'yesNo':
      return [words.yes, words.no]
    case 'locale':
      return words.languages
    case 'province':
      return provinceOptions(locale).map(({ name }) => name)
    case 'place': {
      const { promoted, others } = countryOptions(locale)
      return [...promoted, ...others].map(({ name }) => name)
    }
    case 'name':
      return kind.of === 'company' || kind.of === 'contact' || kind.many ? [] : (lists[kind.of] ?? [])
    default:
      return []
  }
}
