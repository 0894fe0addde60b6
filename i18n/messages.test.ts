import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Converter } from 'opencc-js'
import { describe, expect, it } from 'vitest'
import { locales } from '@/domain/user/user'
import { flat } from './flat'
import { nouns } from './nouns'

const folder = join(import.meta.dirname, 'messages')
const filesIn = (locale: string) => readdirSync(join(folder, locale)).sort()
const read = (locale: string, file: string): Record<string, string> =>
  flat(JSON.parse(readFileSync(join(folder, locale, file), 'utf8')), file.replace('.json', ''))
const others = locales.filter(locale => locale !== 'en')

/** The arguments of a message, whatever the language does with them: {name}, {count, plural, …}, <link>. */
function placeholders(message: string): string[] {
  const found = [...message.matchAll(/\{\s*(\w+)\s*[,}]|<(\w+)>/g)].map(match => match[1] ?? match[2] ?? '')
  return [...new Set(found)].sort()
}

/** A Korean word may carry its Chinese in brackets. */
const withoutGloss = (message: string) => message.replace(/\(\p{Script=Han}+\)/gu, '')

/** The two levels of Big5: the characters that Taiwan's and Hong Kong's offices write. */
const big5 = new Set<string>()
const decoder = new TextDecoder('big5')
for (let lead = 0xa4; lead <= 0xf9; lead++)
  for (let trail = 0x40; trail <= 0xfe; trail++)
    if (lead < 0xc6 || lead > 0xc8 || (lead === 0xc6 && trail < 0x7f))
      big5.add(decoder.decode(new Uint8Array([lead, trail])))

describe('the words', () => {
  it('each file is listed among the nouns and stands in every language', () => {
    const listed = nouns.map(noun => `${noun}.json`).sort()
    for (const locale of locales) expect(filesIn(locale), locale).toEqual(listed)
  })

  it.each(others)('%s says everything that English says, and nothing else', locale => {
    for (const file of filesIn('en')) {
      expect(Object.keys(read(locale, file)).sort(), file).toEqual(Object.keys(read('en', file)).sort())
    }
  })

  it.each(others)('%s fills the same placeholders as English', locale => {
    for (const file of filesIn('en')) {
      const english = read('en', file)
      for (const [key, message] of Object.entries(read(locale, file))) {
        expect(placeholders(message), `${locale} ${key}`).toEqual(placeholders(english[key] ?? ''))
      }
    }
  })

  it.each(locales)('%s leaves no message empty', locale => {
    for (const file of filesIn(locale)) {
      const empty = Object.entries(read(locale, file)).filter(([, message]) => message.trim() === '')
      expect(empty, file).toEqual([])
    }
  })

  it('nothing is left in another language: no Han in English, no kana or hangul where they do not belong', () => {
    const foreign = {
      en: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u,
      ja: /\p{Script=Hangul}/u,
      ko: /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u,
      'zh-Hans': /[\p{Script=Hiragana}\p{Script=Hangul}]/u,
      'zh-Hant': /[\p{Script=Hiragana}\p{Script=Hangul}]/u,
    }
    for (const locale of locales)
      for (const file of filesIn(locale)) {
        const wrong = Object.entries(read(locale, file)).filter(([, message]) =>
          foreign[locale].test(withoutGloss(message)),
        )
        expect(wrong, locale).toEqual([])
      }
  })

  it('zh-Hant is written, not converted: 30 words and more are not what a converter makes of zh-Hans', () => {
    const converters = ['tw', 'twp', 'hk'].map(to => Converter({ from: 'cn', to: to as 'tw' }))
    const written = filesIn('zh-Hans').flatMap(file => {
      const traditional = read('zh-Hant', file)
      return Object.entries(read('zh-Hans', file))
        .filter(([key, simplified]) => converters.every(convert => convert(simplified) !== traditional[key]))
        .map(([key]) => key)
    })
    expect(written.length).toBeGreaterThanOrEqual(30)
    // three converters over all words: slow on a busy machine
  }, 60_000)

  it('zh-Hant has no simplified characters', () => {
    for (const file of filesIn('zh-Hant')) {
      const wrong = Object.entries(read('zh-Hant', file)).filter(([, message]) =>
        (message.match(/\p{Script=Han}/gu) ?? []).some(character => !big5.has(character)),
      )
      expect(wrong, file).toEqual([])
    }
  })
})
