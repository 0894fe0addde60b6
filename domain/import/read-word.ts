import { type Locale, locales } from '@/domain/user/user'
import { headKey } from './head'
import { type ClosedWord, closedWords, spellings } from './words/closed'

/** The code that a word stands for, in any of five languages, or null. */
export function readWord(words: ClosedWord, text: string): string | null {
  return index(words).get(headKey(text)) ?? null
}

/** What may stand there, as a screen of that language says it. */
export function wordsOffered(words: ClosedWord, locale: Locale): string[] {
  const at = locales.indexOf(locale)
  return closedWords[words].map(code => spellings[words][code]?.split('|')[at] ?? code)
}

const indexes = new Map<ClosedWord, ReadonlyMap<string, string>>()

function index(words: ClosedWord): ReadonlyMap<string, string> {
  const known = indexes.get(words)
  if (known) return known
  const made = new Map<string, string>()
  for (const code of closedWords[words])
    for (const spelling of [code, ...(spellings[words][code] ?? '').split('|')]) {
      const key = headKey(spelling)
      if (!made.has(key)) made.set(key, code)
    }
  indexes.set(words, made)
  return made
}

const yes = 'yes|y|true|是|有|√|✓|✔|☑|○|◯|1|对|已|需要|要|はい|有り|あり|該当|예|네|유|있음|해당|o'.split('|')
const no =
  'no|n|false|否|无|無|×|✕|✗|✘|0|不|不需要|不要|没有|いいえ|なし|非該当|아니요|아니오|무|없음|x'.split('|')

/** null where it says neither. */
export function readYesNo(text: string): boolean | null {
  const said = text.normalize('NFKC').trim().toLowerCase()
  const key = headKey(said)
  if (yes.includes(said) || yes.includes(key)) return true
  return no.includes(said) || (key !== '' && no.includes(key)) ? false : null
}

const languages: Record<Locale, string> = {
  'zh-Hans':
    '中文|汉语|普通话|简体中文|国语|chinese|simplified chinese|mandarin|zh|中国語|簡体字|중국어|중국어 간체',
  'zh-Hant': '繁体中文|繁體中文|粤语|traditional chinese|cantonese|繁体字|繁体|중국어 번체|번체',
  en: '英语|英文|english|英語|영어',
  ja: '日语|日文|japanese|日本語|일본어|일어',
  ko: '韩语|韩文|朝鲜语|korean|韓国語|한국어|한글',
}

export function readLocale(text: string): Locale | null {
  const key = headKey(text)
  return (
    locales.find(locale => [locale, ...languages[locale].split('|')].some(word => headKey(word) === key)) ??
    null
  )
}
