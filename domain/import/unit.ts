import { type Currency, minorDigits } from '@/domain/money/currency'
import { pow10 } from '@/domain/money/decimal'
import { readMoney } from '@/domain/money/read'

/**
 * What a column's numbers count: 10^`power` of a currency; without one, of the field's own. `own`: each cell names its
 * currency. `unknown`: it counts in a currency that is not offered here.
 */
export type AmountUnit =
  | { is: 'unit'; currency: Currency | null; power: number }
  | { is: 'own' }
  | { is: 'unknown'; text: string }

const ownWords =
  /^(?:原币|原幣|各原币|原币种|own currency|original currency|原通貨|현지 통화|원화폐|원통화)$/i
/** Before and behind a unit these say nothing. */
const around =
  /^(?:(?:金额|金額|금액|货币|貨幣|计量)?\s*(?:单位|單位|単位|단위|unit|units|in)\s*[:：]?\s*|约合?|折合?|等值|以|按)+|(?:等值|计|計)$/gi

/** The unit that a text names by itself: 万元, 百万美元, USD million, 백만원. Null where it is no unit. */
export function amountUnit(text: string): AmountUnit | null {
  const tidy = text
    .normalize('NFKC')
    .trim()
    .replace(around, '')
    .replace(/\bmn\b/i, 'mln')
    .trim()
  if (ownWords.test(tidy)) return { is: 'own' }
  if (tidy === '' || tidy.length > 40 || /\d/.test(tidy) || !endsInUnit(tidy)) return null
  const seen = known.get(tidy)
  if (seen !== undefined) return seen
  const unit = readUnit(tidy)
  if (known.size < 2_000) known.set(tidy, unit)
  return unit
}
const known = new Map<string, AmountUnit | null>()

/** A cheap look before the dear one: heads are tried at each of their letters. */
export const endsInUnit = (text: string) =>
  /[元圆圓円币幣盾铢銖郎镑鎊布比索尔爾坡万萬亿億兆千百十$¥€£₩\p{Script=Katakana}ー\p{Script=Hangul}]$|(?:^|[^a-z])(?:[a-z]{3}|[a-z]{1,2}|thousand|million|billion|trillion|currency|dollars?|euros?|yuan|renminbi|pounds?|pound sterling|francs?|patacas?|rubles?|rupees?|baht|dong|pesos?|rupiah|ringgit|dirhams?|riyals?)$/iu.test(
    text,
  )

/** Where a 1 may stand: before everything, before the first word that counts, behind everything. */
function placesOfOne(tidy: string): number[] {
  const counts =
    /[十百千万萬亿億兆십백천만억조]|(?<![a-z])(?:thousand|million|billion|trillion|mln|mio|bn|mm|[kmbt])(?![a-z])/i.exec(
      tidy,
    )
  return [...new Set([0, counts?.index ?? 0, tidy.length])]
}

/** One of the unit, read as an amount: 万美元 is what 1万美元 is. */
function readUnit(tidy: string): AmountUnit | null {
  for (const at of placesOfOne(tidy)) {
    const one = `${tidy.slice(0, at)} 1${tidy.slice(at)}`
    const [here, there] = [readMoney(one, 'CNY'), readMoney(one, 'CHF')]
    if (!here.ok || !there.ok) continue
    const { minor, currency } = here.money
    const power = (minor / pow10(minorDigits[currency])).toString().length - 1
    return { is: 'unit', currency: there.money.currency === currency ? currency : null, power }
  }
  return countsMoney(tidy) ? { is: 'unknown', text: tidy } : null
}

const codes = new Set(Intl.supportedValuesOf('currency'))
const counting =
  /^(?:[十百千万萬亿億兆]+|[십백천만억조]+\s?|(?:thousand|million|billion|trillion|mn|bn|m|k)\s+)[\p{L}\p{Sc}]+$/iu
const coin =
  /(?:元|圆|圓|币|幣|盾|铢|銖|卢布|盧布|卢比|盧比|比索|第纳尔|ドル|ルーブル|ルピア|ルピー|バーツ|ドン|달러|루블|동|바트|루피|rubles?|rupees?|baht|dong|pesos?|rupiah|ringgit|dirhams?|riyals?)$/i

/** Says an amount's unit, but in no currency that we know: 万泰铢, THB, VND billion. */
function countsMoney(tidy: string): boolean {
  return (
    counting.test(tidy) || coin.test(tidy) || tidy.split(/[\s/]+/).some(part => codes.has(part.toUpperCase()))
  )
}

/** Square metres in one of the unit that a text names; null where it is no unit of area. */
export function areaUnit(text: string): number | null {
  const tidy = text
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(around, '')
    .replace(/[\s.]+/g, '')
  const found = areas.find(([words]) => words.test(tidy))
  return found ? found[1] : null
}

const areas: readonly (readonly [RegExp, number])[] = [
  [
    /^(?:平方?米|m2|m\^2|sqm|sqmetres?|sqmeters?|squaremet(?:er|re)s?|平方公尺|平米|平方メートル|平米|제곱미터|평방미터|미터제곱)$/,
    1,
  ],
  [/^(?:万平方?米|萬平方?米|万m2|萬m2|만m2|만제곱미터)$/, 10_000],
  [/^(?:亩|畝|市亩|市畝|mu|무|ムー)$/, 10_000 / 15],
  [/^(?:公顷|公頃|ha|hectares?|ヘクタール|헥타르)$/, 10_000],
  [/^(?:平方公里|km2|平方千米|平方キロ)$/, 1_000_000],
  [/^(?:坪|평|tsubo|pyeong)$/, 400 / 121],
  [/^(?:acres?|英亩|英畝|エーカー|에이커)$/, 4046.8564224],
]
