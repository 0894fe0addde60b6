import { type Locale, locales } from '@/domain/user/user'

/** ISO 3166-1, two letters. A code stands for a country or a region. */
export const countryCodes: readonly string[] = `
AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ
CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR
GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP
KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT
MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW
SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ
UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW`
  .trim()
  .split(/\s+/)

/** Two letters of the list; use isCountryCode() on what comes from outside. */
export type CountryCode = string

/** The zone's own names, which stand before ours. */
export type CountryEdits = Partial<Record<CountryCode, Partial<Record<Locale, string>>>>

const known = new Set(countryCodes)

export function isCountryCode(value: unknown): value is CountryCode {
  return typeof value === 'string' && known.has(value)
}

/** Where most of a bureau's investors come from, in the order in which they are offered. */
export const promotedCountries: readonly CountryCode[] =
  'CN HK MO TW JP KR US DE IT FR GB NL CH SG MY TH VN ID PH AU CA'.split(' ')

/** The zone's name for it, else the one that offices here must use, else the platform's. */
export function countryName(code: CountryCode, locale: Locale, edits: CountryEdits = {}): string {
  return (
    edits[code]?.[locale] ?? ours[code]?.[locales.indexOf(locale)] ?? displayNames(locale).of(code) ?? code
  )
}

export type CountryOption = { code: CountryCode; name: string }

type CountryOptions = { promoted: CountryOption[]; others: CountryOption[] }

/* By the zone's names, which are one object as long as nobody changes them: sorting takes longer than all else here. */
const optionsOnce = new WeakMap<CountryEdits, Map<Locale, CountryOptions>>()
const noEdits: CountryEdits = {}

/** For a select box: the promoted ones in their order, then the others by name. */
export function countryOptions(locale: Locale, edits = noEdits): CountryOptions {
  const known = optionsOnce.get(edits) ?? new Map<Locale, CountryOptions>()
  const options = known.get(locale) ?? sorted(locale, edits)
  optionsOnce.set(edits, known.set(locale, options))
  return options
}

function sorted(locale: Locale, edits: CountryEdits): CountryOptions {
  const option = (code: CountryCode) => ({ code, name: countryName(code, locale, edits) })
  const others = countryCodes.filter(code => !promotedCountries.includes(code)).map(option)
  const collator = new Intl.Collator(locale)
  return {
    promoted: promotedCountries.map(option),
    others: others.sort((a, b) => collator.compare(a.name, b.name)),
  }
}

/** zh-Hans, zh-Hant, en, ja, ko: where an office may not, or would not, use the platform's wording. */
const ours: Record<CountryCode, readonly string[]> = {
  HK: ['中国香港', '中國香港', 'Hong Kong, China', '中国香港', '중국 홍콩'],
  MO: ['中国澳门', '中國澳門', 'Macao, China', '中国マカオ', '중국 마카오'],
  TW: ['中国台湾', '中國台灣', 'Taiwan, China', '中国台湾', '중국 대만'],
  KR: ['韩国', '韓國', 'South Korea', '韓国', '한국'],
  KP: ['朝鲜', '朝鮮', 'North Korea', '北朝鮮', '북한'],
  US: ['美国', '美國', 'United States', '米国', '미국'],
  GB: ['英国', '英國', 'United Kingdom', '英国', '영국'],
  PS: ['巴勒斯坦', '巴勒斯坦', 'Palestine', 'パレスチナ', '팔레스타인'],
}

const displayNamesOnce = new Map<Locale, Intl.DisplayNames>()

function displayNames(locale: Locale): Intl.DisplayNames {
  const made =
    displayNamesOnce.get(locale) ?? new Intl.DisplayNames(locale, { type: 'region', fallback: 'none' })
  displayNamesOnce.set(locale, made)
  return made
}
