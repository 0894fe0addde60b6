import isoCountries from 'i18n-iso-countries'
import { describe, expect, it } from 'vitest'
import {
  countryCodes,
  countryName,
  countryOptions,
  isCountryCode,
  promotedCountries,
} from '@/domain/country/country'
import {
  mainlandProvinceCodes,
  provinceCodes,
  provinceName,
  provinceOptions,
} from '@/domain/country/province'
import {
  groupsOf,
  inGroup,
  regionGroupKeys,
  regionGroupName,
  regionGroups,
} from '@/domain/country/region-group'
import { locales } from '@/domain/user/user'

describe('countries and regions', () => {
  it('are those of ISO 3166', () => {
    // The package also lists XK, which the standard leaves to its users.
    const standard = Object.keys(isoCountries.getAlpha2Codes()).filter(code => code !== 'XK')
    expect([...countryCodes].sort()).toEqual(standard.sort())
    expect(isCountryCode('HK')).toBe(true)
    for (const wrong of ['hk', 'XK', 'ZZ', '', null, 'constructor']) expect(isCountryCode(wrong)).toBe(false)
  })

  it('have a name in each language', () => {
    for (const locale of locales) {
      const names = countryCodes.map(code => countryName(code, locale))
      expect(names.filter(name => /^[A-Z]{2}$/.test(name) || name === '')).toEqual([])
      expect(new Set(names).size).toBe(countryCodes.length)
    }
  })

  it('name Hong Kong, Macao and Taiwan as offices there must', () => {
    expect(['HK', 'MO', 'TW'].map(code => countryName(code, 'zh-Hans'))).toEqual([
      '中国香港',
      '中国澳门',
      '中国台湾',
    ])
    expect(['HK', 'MO', 'TW'].map(code => countryName(code, 'en'))).toEqual([
      'Hong Kong, China',
      'Macao, China',
      'Taiwan, China',
    ])
    const china = { 'zh-Hans': '中国', 'zh-Hant': '中國', en: 'China', ja: '中国', ko: '중국' }
    for (const locale of locales) {
      for (const code of ['HK', 'MO', 'TW']) expect(countryName(code, locale)).toContain(china[locale])
    }
  })

  it("take the zone's own name first", () => {
    expect(countryName('LA', 'zh-Hant', { LA: { 'zh-Hant': '老撾' } })).toBe('老撾')
    expect(countryName('LA', 'ja', { LA: { 'zh-Hant': '老撾' } })).toBe('ラオス')
  })

  it('are offered with the usual ones first and each once', () => {
    for (const locale of locales) {
      const { promoted, others } = countryOptions(locale)
      expect(promoted.map(option => option.code)).toEqual(promotedCountries)
      expect(new Set([...promoted, ...others].map(option => option.code)).size).toBe(countryCodes.length)
      const names = others.map(option => option.name)
      expect(names).toEqual([...names].sort(new Intl.Collator(locale).compare))
    }
  })
})

describe('groups of regions', () => {
  it('hold only codes that exist, each once, and are named in each language', () => {
    for (const group of regionGroupKeys) {
      expect(
        regionGroups[group].filter(code => !isCountryCode(code)),
        group,
      ).toEqual([])
      expect(new Set(regionGroups[group]).size).toBe(regionGroups[group].length)
      for (const locale of locales) expect(regionGroupName(group, locale)).not.toBe('')
    }
  })

  it('leave out only the mainland, neighbours without a group, and places where nobody lives', () => {
    const outside = countryCodes.filter(code => groupsOf(code).length === 0)
    expect(outside.sort()).toEqual(['AM', 'AQ', 'AZ', 'BV', 'CN', 'GE', 'GS', 'HM', 'IO', 'KP', 'MN', 'TF'])
    expect(inGroup('VN', 'southeast_asia')).toBe(true)
    expect(inGroup('HK', 'southeast_asia')).toBe(false)
    expect(groupsOf('CY')).toEqual(['middle_east', 'europe'])
  })
})

describe('provinces', () => {
  it('are 34, 31 of them on the mainland, each with a name of its own in each language', () => {
    expect([provinceCodes.length, mainlandProvinceCodes.length]).toEqual([34, 31])
    for (const locale of locales) {
      expect(new Set(provinceCodes.map(code => provinceName(code, locale))).size).toBe(34)
      expect(provinceOptions(locale)).toHaveLength(31)
    }
    expect(locales.map(locale => provinceName('37', locale))).toEqual([
      '山东省',
      '山東省',
      'Shandong',
      '山東省',
      '산둥성',
    ])
    expect(provinceName('99', 'en')).toBe('99')
  })
})
