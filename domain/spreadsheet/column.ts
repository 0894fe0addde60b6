import type { Cell } from '@/domain/spreadsheet/cell'
import type { Locale } from '@/domain/user/user'

/** One column of a list: `unit` goes into the header, `width` is in Latin characters (a Chinese one takes two). */
export type Column<T> = {
  key: string
  header: string
  unit?: string
  width?: number
  cell: (row: T) => Cell
}

/** The header with its unit: 总投资（万元）, Total (CNY million). */
export function headerOf(column: Pick<Column<never>, 'header' | 'unit'>, locale: Locale): string {
  if (!column.unit) return column.header
  const wide = locale === 'zh-Hans' || locale === 'zh-Hant' || locale === 'ja'
  return wide ? `${column.header}（${column.unit}）` : `${column.header} (${column.unit})`
}

/** As given, but never so narrow that the header and its filter button do not fit; 60 at most. */
export function widthOf(column: Pick<Column<never>, 'header' | 'unit' | 'width'>, locale: Locale): number {
  return Math.min(60, Math.max(column.width ?? 0, displayWidth(headerOf(column, locale)) + 4))
}

/** In Latin characters: what is set on a full square counts twice. */
export function displayWidth(text: string): number {
  let width = 0
  for (const character of text)
    width +=
      /[\u1100-\u115f\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/.test(
        character,
      )
        ? 2
        : 1
  return width
}
