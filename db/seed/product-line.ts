export type IndustryKey = 'machinery' | 'materials' | 'electronics' | 'food' | 'logistics'

/** In Chinese and English; the maker's trade in both; Japanese and Korean where makers from there fit. */
export type ProductLine = readonly [
  zh: string,
  en: string,
  trade: string,
  tradeEn: string,
  ja?: string,
  ko?: string,
]
