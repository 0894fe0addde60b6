import type { CompanyKind, Origin, Segment } from '@/domain/company/company'
import type { Currency } from '@/domain/money/currency'
import type { Locale, Names } from '@/domain/user/user'
import { companyNamer, type Named } from './company-name'
import { creditCodeFrom } from './credit-code'
import type { PersonSpec } from './person'
import { personMaker } from './person'
import type { Product } from './product'
import type { IndustryKey } from './product-line'
import type { Random } from './random'

export type CompanySpec = {
  name: string
  /** Without its legal form, as one speaks of it. */
  short: string
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
  const namer = companyNamer(random)
  return (
    country: string,
    product: Pick<Product, 'trade' | 'tradeEn' | 'industry'>,
    given: Partial<CompanySpec> & { latin?: string } = {},
  ): CompanySpec => {
    const province = given.province ?? (country === 'CN' ? random.pick(provinces) : null)
    const { latin: givenLatin = 'firm', ...fixed } = given
    let named: Named = {
      latin: givenLatin,
      short: fixed.name ?? '',
      names: {},
      nameLocale: 'zh-Hans',
      ...fixed,
      name: fixed.name ?? '',
    }
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
      ...fixed,
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
