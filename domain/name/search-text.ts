import { fold } from '@/domain/name/fold'

/** What a row is found by: each part in search form, apart by one space, so that no match runs from one into the next. */
export function searchText(...parts: readonly (string | null | undefined)[]): string {
  return [...new Set(parts.map(part => searchTerm(part ?? '')))].filter(Boolean).join(' ')
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
