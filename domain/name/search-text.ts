import { fold } from '@/domain/name/fold'
import { sounds } from '@/domain/name/pinyin'

/** Between what a row is called and how that sounds. */
export const SOUND_MARK = ' | '

/**
 * What a row is found by: each part in search form, apart by one space, so that no match runs from one into the next;
 * then, behind the mark, their pinyin and its initials in capitals (domain/name/pinyin.ts).
 */
export function searchText(...parts: readonly (string | null | undefined)[]): string {
  const terms = [...new Set(parts.map(part => searchTerm(part ?? '')))].filter(Boolean)
  const heard = [...new Set(terms.flatMap(sounds))]
  return [terms.join(' '), ...(heard.length ? [heard.join(' ')] : [])].join(SOUND_MARK)
}

/** One text in search form: folded, hiragana for katakana, no punctuation, no spaces. */
export function searchTerm(text: string): string {
  return hiragana(fold(text)).replace(/[^\p{L}\p{N}\p{M}]/gu, '')
}

/** The words of a query; a row must have each of them somewhere. */
export function searchTerms(query: string): string[] {
  return [...new Set(query.split(/\s+/u).map(searchTerm))].filter(Boolean)
}

function hiragana(text: string): string {
  return text.replace(/[ァ-ヶ]/g, kana => String.fromCharCode(kana.charCodeAt(0) - 0x60))
}
