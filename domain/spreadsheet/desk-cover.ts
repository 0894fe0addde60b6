import { columnUnit } from '@/domain/money/column'
import { addSums, emptySum } from '@/domain/money/sum'
import { type Cell, cny, integer, text } from '@/domain/spreadsheet/cell'
import { displayWidth, headerOf } from '@/domain/spreadsheet/column'
import type { Workbook } from '@/domain/spreadsheet/xlsx'
import { sheetName } from '@/domain/spreadsheet/xlsx-sheet'
import {
  aboutStyle,
  face,
  figureHeaderStyle,
  headerStyle,
  titleStyle,
  xlsxStyle,
  xlsxValue,
} from '@/domain/spreadsheet/xlsx-style'
import type { Locale } from '@/domain/user/user'
import type { DeskBook, DeskTotal } from './desk'

const linkStyle = { font: { ...face, color: { argb: 'FF0B57A4' }, underline: true } }

/** What the list is, and a row a desk: its sheet, how many, each sum and what that leaves out; the last row adds them up. */
export function writeCover<T>(workbook: Workbook, book: DeskBook<T>, totals: readonly DeskTotal[]): void {
  const { cover, locale, measures } = book
  const headRow = cover.about.length + 2
  const sheet = workbook.addWorksheet(sheetName(cover.sheet), {
    views: [{ state: 'frozen', ySplit: headRow }],
    pageSetup: { orientation: 'landscape', paperSize: 9, fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  })
  const heads = headsOf(book)
  sheet.columns = heads.map(head => ({ width: Math.max(14, displayWidth(head) + 4) }))
  const put = (row: number, column: number, value: unknown, style: object) => {
    const cell = sheet.getRow(row).getCell(column)
    cell.value = value as never
    cell.style = style
  }
  cover.about.forEach((line, at) => put(at + 1, 1, xlsxValue(text(line)), at === 0 ? titleStyle : aboutStyle))
  heads.forEach((head, at) =>
    put(headRow, at + 1, xlsxValue(text(head)), at === 0 ? headerStyle : figureHeaderStyle),
  )
  totals.forEach((total, at) => {
    put(headRow + 1 + at, 1, linkTo(total.name), linkStyle)
    figures(total, locale).forEach((cell, column) =>
      put(headRow + 1 + at, column + 2, xlsxValue(cell), xlsxStyle(cell)),
    )
  })
  const last = headRow + totals.length
  put(last + 1, 1, xlsxValue(text(totals.length > 0 ? cover.total : cover.none)), xlsxStyle(null, 'totals'))
  figures(added(totals, measures.length), locale).forEach((cell, column) => {
    const letter = String.fromCharCode(66 + column)
    const result = xlsxValue(cell)
    const formula = `SUM(${letter}${headRow + 1}:${letter}${last})`
    put(last + 1, column + 2, totals.length > 0 ? { formula, result } : result, xlsxStyle(cell, 'totals'))
  })
  sheet.commit()
}

const headsOf = <T>({ cover, measures, locale }: DeskBook<T>): string[] => [
  cover.desk,
  cover.count,
  ...measures.flatMap(({ label, notStated, withoutRate }) => [
    headerOf({ header: label, unit: columnUnit(locale).word }, locale),
    notStated,
    withoutRate,
  ]),
]

/** Count, and for each measure its sum and what it leaves out. */
function figures({ count, sums }: Pick<DeskTotal, 'count' | 'sums'>, locale: Locale): Cell[] {
  const each = sums.map(sum => [cny(sum.cny, locale), integer(sum.notStated), integer(sum.withoutRate)])
  return [integer(count), ...each.flat()]
}

const added = (totals: readonly DeskTotal[], measures: number) => ({
  count: totals.reduce((count, total) => count + total.count, 0),
  sums: Array.from({ length: measures }, (_, at) =>
    addSums(...totals.map(total => total.sums[at] ?? emptySum)),
  ),
})

/** A cell that leads to a sheet of the same file. */
function linkTo(sheet: string) {
  const quoted = (value: string) => value.replaceAll('"', '""')
  const place = `#'${sheet.replaceAll("'", "''")}'!A1`
  return { formula: `HYPERLINK("${quoted(place)}","${quoted(sheet)}")`, result: sheet }
}
