import type { Currency } from '@/domain/money/currency'

/**
 * How people write a currency, after NFKC and lower case. Words that several currencies share (元, $, ドル) mean the
 * field's own currency where it is one of them, else the first.
 */
const aliases: Record<string, readonly Currency[]> = {
  ...each('CNY', 'cny rmb cnh 人民币 人民幣 人民元 中国元 中國元 yuan renminbi 위안화 위안 인민폐'),
  ...each('USD', 'usd us$ usdollars usdollar 美元 美金 美刀 米ドル 米国ドル アメリカドル 미국달러 미달러'),
  ...each('HKD', 'hkd hk$ hkdollars hkdollar hongkongdollars 港元 港币 港幣 香港ドル 홍콩달러'),
  ...each('JPY', 'jpy jp¥ yen 日元 日圆 日圓 日币 日幣 日本円 円 일본엔 엔화 엔'),
  ...each('EUR', 'eur euros euro € 欧元 歐元 ユーロ 유로화 유로'),
  ...each('KRW', 'krw won ₩ 韩元 韓元 韩圆 韓圓 韩币 韓幣 韓圜 韓国ウォン ウォン 한국원 원화 원'),
  ...each(
    'TWD',
    'twd ntd nt$ 新台币 新台幣 新臺幣 台币 台幣 臺幣 台湾ドル 台湾元 ニュー台湾ドル 대만달러 신대만달러',
  ),
  ...each(
    'GBP',
    'gbp poundssterling poundsterling pounds pound £ 英镑 英鎊 英ポンド ポンド 영국파운드 파운드',
  ),
  ...each('SGD', 'sgd s$ sg$ 新加坡元 新元 新币 新幣 坡币 新加坡幣 シンガポールドル 싱가포르달러'),
  ...each(
    'MOP',
    'mop mop$ patacas pataca 澳门元 澳門元 澳门币 澳門幣 葡币 葡幣 マカオパタカ パタカ 마카오파타카 파타카',
  ),
  ...each('AUD', 'aud au$ a$ 澳元 澳币 澳幣 澳大利亚元 澳大利亞元 豪ドル オーストラリアドル 호주달러'),
  ...each('CAD', 'cad ca$ c$ 加元 加币 加幣 加拿大元 カナダドル 캐나다달러'),
  ...each('CHF', 'chf sfr swissfrancs swissfranc 瑞士法郎 瑞郎 スイスフラン 스위스프랑'),
  元: ['CNY', 'HKD', 'TWD', 'MOP', 'SGD'],
  圆: ['CNY', 'HKD', 'TWD', 'MOP', 'SGD'],
  圓: ['CNY', 'HKD', 'TWD', 'MOP', 'SGD'],
  '¥': ['CNY', 'JPY'],
  $: ['USD', 'HKD', 'TWD', 'SGD', 'AUD', 'CAD', 'MOP'],
  dollars: ['USD', 'HKD', 'TWD', 'SGD', 'AUD', 'CAD'],
  dollar: ['USD', 'HKD', 'TWD', 'SGD', 'AUD', 'CAD'],
  ドル: ['USD', 'HKD', 'TWD', 'SGD', 'AUD', 'CAD'],
  달러: ['USD', 'HKD', 'TWD', 'SGD', 'AUD', 'CAD'],
}

function each(currency: Currency, spellings: string): Record<string, readonly Currency[]> {
  return Object.fromEntries(spellings.split(' ').map(spelling => [spelling, [currency]]))
}

const byLength = Object.keys(aliases).sort((a, b) => b.length - a.length)

/** The longest currency word at the beginning of `text` (spaces taken out), and which currencies it may mean. */
export function currencyAt(text: string): { length: number; means: readonly Currency[] } | null {
  const spelling = byLength.find(candidate => text.startsWith(candidate))
  return spelling === undefined ? null : { length: spelling.length, means: aliases[spelling] ?? [] }
}

/**
 * The one currency that the words name, `undefined` if there is none, null if they contradict each other. A shared word
 * beside a specific one says nothing more: 美元350万元 is dollars.
 */
export function currencyNamed(
  named: readonly (readonly Currency[])[],
  field: Currency,
): Currency | null | undefined {
  if (named.length === 0) return undefined
  const specific = new Set(named.filter(means => means.length === 1).map(means => means[0]))
  if (specific.size > 1) return null
  const [one] = specific
  if (one) return one
  const common = (named[0] ?? []).filter(currency => named.every(means => means.includes(currency)))
  return common.includes(field) ? field : (common[0] ?? null)
}
