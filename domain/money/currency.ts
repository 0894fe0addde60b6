import type { Locale } from '@/domain/user/user'

/** The currencies that we offer (ISO 4217), the bureau's own first. */
export const currencies = [
  'CNY',
  'USD',
  'HKD',
  'JPY',
  'EUR',
  'KRW',
  'TWD',
  'GBP',
  'SGD',
  'MOP',
  'AUD',
  'CAD',
  'CHF',
] as const
export type Currency = (typeof currencies)[number]

/** Digits after the point in one unit of the currency (ISO 4217). */
export const minorDigits: Record<Currency, number> = {
  CNY: 2,
  USD: 2,
  HKD: 2,
  JPY: 0,
  EUR: 2,
  KRW: 0,
  TWD: 2,
  GBP: 2,
  SGD: 2,
  MOP: 2,
  AUD: 2,
  CAD: 2,
  CHF: 2,
}

export function isCurrency(value: unknown): value is Currency {
  return currencies.includes(value as Currency)
}

/** The word that follows a number: 350万**美元**. English puts the code before it. */
export function currencyWord(currency: Currency, locale: Locale): string {
  return locale === 'en' ? currency : words[locale][currency]
}

/** The currency by itself, as a choice or in a sentence: 人民币, 美元. */
export function currencyName(currency: Currency, locale: Locale): string {
  if (locale === 'en') return englishNames[currency]
  return currency === 'CNY' ? renminbi[locale] : words[locale][currency]
}

type NotEnglish = Exclude<Locale, 'en'>

const renminbi: Record<NotEnglish, string> = {
  'zh-Hans': '人民币',
  'zh-Hant': '人民幣',
  ja: '人民元',
  ko: '위안화',
}

const words: Record<NotEnglish, Record<Currency, string>> = {
  'zh-Hans': {
    CNY: '元',
    USD: '美元',
    HKD: '港元',
    JPY: '日元',
    EUR: '欧元',
    KRW: '韩元',
    TWD: '新台币',
    GBP: '英镑',
    SGD: '新加坡元',
    MOP: '澳门元',
    AUD: '澳元',
    CAD: '加元',
    CHF: '瑞士法郎',
  },
  'zh-Hant': {
    CNY: '元',
    USD: '美元',
    HKD: '港元',
    JPY: '日圓',
    EUR: '歐元',
    KRW: '韓圓',
    TWD: '新台幣',
    GBP: '英鎊',
    SGD: '新加坡元',
    MOP: '澳門元',
    AUD: '澳元',
    CAD: '加元',
    CHF: '瑞士法郎',
  },
  ja: {
    CNY: '人民元',
    USD: '米ドル',
    HKD: '香港ドル',
    JPY: '円',
    EUR: 'ユーロ',
    KRW: 'ウォン',
    TWD: '台湾ドル',
    GBP: '英ポンド',
    SGD: 'シンガポールドル',
    MOP: 'マカオパタカ',
    AUD: '豪ドル',
    CAD: 'カナダドル',
    CHF: 'スイスフラン',
  },
  ko: {
    CNY: '위안',
    USD: '달러',
    HKD: '홍콩 달러',
    JPY: '엔',
    EUR: '유로',
    KRW: '원',
    TWD: '대만 달러',
    GBP: '파운드',
    SGD: '싱가포르 달러',
    MOP: '마카오 파타카',
    AUD: '호주 달러',
    CAD: '캐나다 달러',
    CHF: '스위스 프랑',
  },
}

const englishNames: Record<Currency, string> = {
  CNY: 'Chinese yuan',
  USD: 'US dollar',
  HKD: 'Hong Kong dollar',
  JPY: 'Japanese yen',
  EUR: 'euro',
  KRW: 'Korean won',
  TWD: 'New Taiwan dollar',
  GBP: 'pound sterling',
  SGD: 'Singapore dollar',
  MOP: 'Macao pataca',
  AUD: 'Australian dollar',
  CAD: 'Canadian dollar',
  CHF: 'Swiss franc',
}
