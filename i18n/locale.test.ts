import { describe, expect, it } from 'vitest'
import { localeFor } from './locale'

describe('the language for a browser', () => {
  it.each([
    ['zh-CN,zh;q=0.9,en;q=0.8', 'zh-Hans'],
    ['zh-TW,zh;q=0.9,en-US;q=0.8', 'zh-Hant'],
    ['zh-Hant-HK', 'zh-Hant'],
    ['zh-hans-TW;q=0.5, ja', 'ja'],
    ['fr-FR,ko;q=0.4,en;q=0.3', 'ko'],
    ['en-GB', 'en'],
    ['de, *;q=0.1', 'zh-Hans'],
    ['en;q=0, ja;q=0.2', 'ja'],
    ['', 'zh-Hans'],
    [null, 'zh-Hans'],
  ])('%s reads %s', (header, locale) => {
    expect(localeFor(header)).toBe(locale)
  })
})
