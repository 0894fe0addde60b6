import { minorDigits } from '@/domain/money/currency'
import { dropZeros, groupThousands, writeDecimal } from '@/domain/money/decimal'
import type { Locale } from '@/domain/user/user'

/** The one unit of a column in CNY: 10^`power` yuan, by the word that stands in the header. */
export type ColumnUnit = { word: string; power: number }

/** What an office of that language heads such a column with. */
const columnUnits: Record<Locale, ColumnUnit> = {
  'zh-Hans': { word: '万元', power: 4 },
  'zh-Hant': { word: '萬元', power: 4 },
  en: { word: 'CNY million', power: 6 },
  ja: { word: '万人民元', power: 4 },
  ko: { word: '만 위안', power: 4 },
}

export function columnUnit(locale: Locale): ColumnUnit {
  return columnUnits[locale]
}

/** CNY fen in the column's unit with all its digits, for reading: 11,600 (万元), 5,151.121. */
export function inColumn(cnyMinor: bigint, locale: Locale): string {
  const decimal = columnDecimal(cnyMinor, locale)
  return decimal.startsWith('-') ? `-${groupThousands(decimal.slice(1))}` : groupThousands(decimal)
}

/** The same as plain decimal digits, for a cell that a spreadsheet adds up: "5151.121". */
export function columnDecimal(cnyMinor: bigint, locale: Locale): string {
  const scale = minorDigits.CNY + columnUnits[locale].power
  return dropZeros(writeDecimal({ digits: cnyMinor, scale }))
}
