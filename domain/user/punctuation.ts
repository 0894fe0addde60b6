import type { Locale } from './user'

/** Between the words of a list, between what consists of words itself, and after a label. */
export type Punctuation = { comma: string; semicolon: string; colon: string }

const half: Punctuation = { comma: ', ', semicolon: '; ', colon: ': ' }
const full: Punctuation = { comma: '、', semicolon: '；', colon: '：' }

/** As an office of that language sets them; Japanese has no semicolon and takes a slash. */
export function punctuation(locale: Locale): Punctuation {
  if (locale === 'en' || locale === 'ko') return half
  return locale === 'ja' ? { ...full, semicolon: '／' } : full
}
