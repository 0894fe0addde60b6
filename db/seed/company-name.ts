import type { Locale, Names } from '@/domain/user/user'
import * as words from './company-words'
import type { Product } from './product'
import { dealer, type Random } from './random'

/** A made-up name: as it is registered, as one speaks of it, in other languages, and in Latin letters for an address. */
export type Named = { name: string; short: string; names: Names; nameLocale: Locale; latin: string }

/** A name of that country or region and trade; it may come up again, so that the caller looks. */
export function companyNamer(random: Random) {
  const brand = (list: readonly string[]) => dealer(random, list)
  const one = brand(words.first)
  const two = brand(words.second)
  const japan = brand(words.japan)
  const korea = brand(words.korea)
  const south = brand(words.south)
  const west = new Map(Object.entries(words.west).map(([country, { brands }]) => [country, brand(brands)]))
  const split = (text: string) => text.split('|') as [string, string, string]

  return (
    country: string,
    { trade, tradeEn, industry }: Pick<Product, 'trade' | 'tradeEn' | 'industry'>,
    province: string | null,
    tries: number,
  ): Named => {
    if (country === 'CN') {
      const [a, aLatin] = split(one())
      const [b, bLatin] = split(two())
      const city = random.chance(0.5) ? random.pick(words.cities[province ?? '13'] ?? ['']) : ''
      const form = random.pick(['有限公司', '有限公司', '有限公司', '股份有限公司', '集团有限公司'])
      const latin = `${aLatin}${bLatin}`
      return {
        name: `${city}${a}${b}${trade}${form}`,
        short: `${a}${b}`,
        names: { en: `${latin} ${tradeEn} ${form.startsWith('集团') ? 'Group ' : ''}Co., Ltd.` },
        nameLocale: 'zh-Hans',
        latin,
      }
    }
    if (country === 'JP') {
      const [kanji, latin] = split(japan())
      const [suffix, suffixLatin] = split(random.pick(words.japanTrades[industry]))
      const before = random.chance(0.6)
      return {
        name: before ? `株式会社${kanji}${suffix}` : `${kanji}${suffix}株式会社`,
        short: `${kanji}${suffix}`,
        names: { en: `${latin} ${suffixLatin} Co., Ltd.` },
        nameLocale: 'ja',
        latin: `${latin}${suffixLatin}`,
      }
    }
    if (country === 'KR') {
      const [hangul, latin] = split(korea())
      const [suffix, suffixEn] = split(random.pick(words.koreaTrades[industry]))
      return {
        name: random.chance(0.6) ? `${hangul}${suffix} 주식회사` : `주식회사 ${hangul}${suffix}`,
        short: latin,
        names: { en: `${latin} ${suffixEn} Co., Ltd.` },
        nameLocale: 'ko',
        latin: `${latin}${suffixEn}`,
      }
    }
    if (['HK', 'MO', 'TW'].includes(country)) {
      const [hant, hans, latin] = split(south())
      const [tradeHant, tradeHans, tradeLatin] = split(words.southTrades[industry])
      const form = country === 'TW' ? '股份有限公司' : '有限公司'
      return {
        name: `${hant}${tradeHant}${form}`,
        short: `${hans}${tradeHans}`,
        names: {
          'zh-Hans': `${hans}${tradeHans}${form}`,
          en: `${latin} ${tradeLatin} ${country === 'TW' ? 'Co.' : 'Company'}, Ltd.`,
        },
        nameLocale: 'zh-Hant',
        latin,
      }
    }
    const brandName = west.get(country)?.() ?? 'Overland'
    const latin = tries > 4 ? `${brandName} ${random.pick(words.westSeconds)}` : brandName
    const suffix = words.westTrades[industry][country] ?? words.westTrades[industry].any
    return {
      name: (words.west[country]?.form ?? '#').replace('#', `${latin} ${suffix}`),
      short: brandName,
      names: {},
      nameLocale: 'en',
      latin: `${latin}${suffix}`,
    }
  }
}
