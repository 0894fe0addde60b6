import { electronics } from './product-electronics'
import { food } from './product-food'
import type { IndustryKey, ProductLine } from './product-line'
import { logistics } from './product-logistics'
import { machinery } from './product-machinery'
import { materials } from './product-materials'

/** What is to be made, and the trade that its maker has in its name: in Chinese, English, and Japanese or Korean. */
export type Product = {
  zh: string
  en: string
  trade: string
  tradeEn: string
  ja?: string
  ko?: string
  industry: IndustryKey
}
const lists: Record<IndustryKey, readonly ProductLine[]> = {
  machinery,
  materials,
  electronics,
  food,
  logistics,
}

export const products: readonly Product[] = Object.entries(lists).flatMap(([industry, lines]) =>
  lines.map(([zh, en, trade, tradeEn, ja, ko]) => ({
    zh,
    en,
    trade,
    tradeEn,
    ja,
    ko,
    industry: industry as IndustryKey,
  })),
)
