import type { CompanyKind, Origin, Segment } from '@/domain/company/company'
import type { Currency } from '@/domain/money/currency'
import type { Locale, Names } from '@/domain/user/user'
import * as words from './company-words'
import { creditCodeFrom } from './credit-code'
import type { PersonSpec } from './person'
import { personMaker } from './person'
import type { IndustryKey, Product } from './product'
import { dealer, type Random } from './random'

export type CompanySpec = {
  name: string
  names: Names
  nameLocale: Locale
  country: string
  province: string | null
  industry: IndustryKey
  origin: Origin
  kind: CompanyKind
  segment: Segment | null
  creditCode: string | null
  website: string | null
  inZone: boolean
  people: PersonSpec[]
}

type Named = Pick<CompanySpec, 'name' | 'names' | 'nameLocale'> & { latin: string }

/** The currency in which investors of a country or region state their amounts. */
export const currencyOf = (country: string): Currency =>
  (({ CN: 'CNY', JP: 'JPY', KR: 'KRW', HK: 'HKD', TW: 'TWD', DE: 'EUR', IT: 'EUR', FR: 'EUR', ES: 'EUR' })[
    country
  ] as Currency | undefined) ?? 'USD'

export type MakeCompany = ReturnType<typeof companyMaker>

/** Makes up companies, no name twice; what is given stands. */
export function companyMaker(random: Random) {
  const makePerson = personMaker(random)
  const taken = new Set<string>()
  const namer = namers(random)
  return (
    country: string,
    product: Pick<Product, 'trade' | 'tradeEn' | 'industry'>,
    given: Partial<CompanySpec> & { latin?: string } = {},
  ): CompanySpec => {
    const province = given.province ?? (country === 'CN' ? random.pick(provinces) : null)
    let named: Named = { latin: 'firm', names: {}, nameLocale: 'zh-Hans', ...given, name: given.name ?? '' }
    for (let tries = 0; !given.name && (tries === 0 || taken.has(named.name)); tries += 1) {
      if (tries > 400) throw new Error(`no name left for a company of ${country}`)
      named = namer(country, product, province, tries)
    }
    taken.add(named.name)
    const { latin, ...name } = named
    const host = hostOf(latin, country)
    return {
      province,
      country,
      industry: product.industry,
      origin: originOf(country, province, random),
      kind: kindOf(country, random),
      segment:
        country === 'CN'
          ? random.pick(['well_known_private', 'sme', 'sme', 'large'])
          : random.pick(['sme', 'sme', null, 'large']),
      creditCode: country === 'CN' && random.chance(0.6) ? creditCodeFrom(random) : null,
      website: random.chance(0.55) ? `https://www.${host}` : null,
      inZone: country === 'CN' && random.chance(0.08),
      people: Array.from({ length: random.chance(0.3) ? 2 : 1 }, () => makePerson(country, host)),
      ...given,
      ...name,
    }
  }
}

/** Hebei first: most of what comes from inside the country comes from near by. */
const provinces = '13 13 13 13 11 12 12 14 21 31 32 32 33 33 34 35 37 37 41 42 44 44 51'.split(' ')

const hostOf = (latin: string, country: string) =>
  `${latin
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z]/g, '')
    .slice(0, 18)}.${country.toLowerCase()}.example`

function originOf(country: string, province: string | null, random: Random): Origin {
  if (country !== 'CN') return 'abroad'
  if (province !== '13') return 'elsewhere'
  return random.chance(0.4) ? 'this_city' : 'this_province'
}

function kindOf(country: string, random: Random): CompanyKind {
  if (country === 'CN') return random.chance(0.12) ? 'state_owned' : 'domestic_private'
  return ['HK', 'MO', 'TW'].includes(country) ? 'hk_mo_tw' : 'foreign'
}

function namers(random: Random) {
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
      names: {},
      nameLocale: 'en',
      latin: `${latin}${suffix}`,
    }
  }
}
