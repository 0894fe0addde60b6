import { type CountryEdits, countryCodes, countryName } from '@/domain/country/country'
import { provinceCodes, provinceName } from '@/domain/country/province'
import { locales } from '@/domain/user/user'
import { headKey } from './head'

export type Place = { country: string; province: string | null }

/** Names that neither the zone nor the platform writes. */
const moreCountries: Record<string, string> = {
  CN: '中华人民共和国|中国大陆|大陆|国内|内资|境内|本国|prc|p.r. china|mainland china|mainland|中国本土|중화인민공화국|중국 본토',
  HK: '香港|香港特别行政区|hong kong|hongkong|hk|hong kong sar|홍콩',
  MO: '澳门|澳门特别行政区|macao|macau|マカオ|마카오',
  TW: '台湾|台湾省|中华台北|taiwan|chinese taipei|대만|타이완',
  KR: '南韩|大韩民国|korea|republic of korea|rok|south korea|大韓民国|대한민국|남한',
  US: '美利坚|usa|u.s.|u.s.a.|america|アメリカ|アメリカ合衆国|미합중국',
  GB: '英格兰|uk|u.k.|great britain|britain|england|イギリス|イギリス連合王国|연합왕국',
  JP: '日本国|일본국',
  DE: '德意志|ドイツ連邦共和国|federal republic of germany',
  RU: '俄国|russia|russian federation|ロシア連邦',
  AE: '阿联酋|uae|emirates|u.a.e.',
  VG: '维京群岛|英属维京|bvi|british virgin islands',
  KY: '开曼|cayman|cayman islands',
  NL: '荷兰王国|holland|オランダ王国',
  VN: 'viet nam|ベトナム社会主義共和国',
}

const placesOnce = new WeakMap<CountryEdits, ReadonlyMap<string, string>>()
const noEdits: CountryEdits = {}

function countries(edits: CountryEdits): ReadonlyMap<string, string> {
  const known = placesOnce.get(edits)
  if (known) return known
  const made = new Map<string, string>()
  const enter = (name: string, code: string) => {
    const key = headKey(name)
    if (key && !made.has(key)) made.set(key, code)
  }
  for (const locale of locales) for (const code of countryCodes) enter(countryName(code, locale, edits), code)
  for (const locale of locales) for (const code of countryCodes) enter(countryName(code, locale), code)
  for (const [code, names] of Object.entries(moreCountries))
    for (const name of names.split('|')) enter(name, code)
  for (const code of countryCodes) enter(code, code)
  placesOnce.set(edits, made)
  return made
}

let provincesOnce: ReadonlyMap<string, string> | undefined

function provinces(): ReadonlyMap<string, string> {
  if (provincesOnce) return provincesOnce
  const made = new Map<string, string>()
  const enter = (name: string, code: string) => {
    const key = headKey(name)
    if (key && !made.has(key)) made.set(key, code)
  }
  for (const code of provinceCodes.filter(one => one < '70'))
    for (const locale of locales) {
      const name = provinceName(code, locale)
      enter(name, code)
      enter(
        name.replace(/(?:回族|壮族|壯族|维吾尔|維吾爾|チワン族|ウイグル)?(?:自治区|自治區)$|[省市]$/, ''),
        code,
      )
      enter(name.replace(/\s?(?:후이족|좡족|위구르)?\s?자치구$|[성시]$/, ''), code)
      enter(`${name} province`, code)
    }
  provincesOnce = made
  return made
}

/** A province of the mainland, by its name in full or without 省 and 市, or its two digits. */
export function readProvince(text: string): string | null {
  const tidy = text.normalize('NFKC').trim()
  return provinces().get(headKey(tidy)) ?? (provinceCodes.includes(tidy) && tidy < '70' ? tidy : null)
}

/** A country or region, a province of the mainland, or one behind the other: 中国 山东省, 山东省威海市. */
export function readPlace(text: string, edits: CountryEdits = noEdits): Place | null {
  const named = countries(edits)
  const whole = named.get(headKey(text))
  if (whole) return { country: whole, province: null }
  const alone = readProvince(text)
  if (alone) return { country: 'CN', province: alone }
  const letters = [...text.normalize('NFKC').trim()].slice(0, 80)
  for (let at = letters.length - 1; at > 1; at -= 1) {
    const [head, rest] = [letters.slice(0, at).join(''), letters.slice(at).join('')]
    const country = named.get(headKey(head))
    const province = readProvince(rest)
    if (country === 'CN' && province) return { country, province }
    const own =
      /^\p{Script=Han}+$/u.test(head) && /省|市|自治区|自治區$/.test(head) ? readProvince(head) : null
    if (own && headKey(rest) !== '') return { country: 'CN', province: own }
  }
  return null
}
