import { once } from 'node:events'
import type { Writable } from 'node:stream'
import type ExcelJS from 'exceljs'
import type { Book } from '@/domain/spreadsheet/book'
import { pause } from '@/domain/spreadsheet/byte-stream'
import type { Cell } from '@/domain/spreadsheet/cell'
import { headerOf, widthOf } from '@/domain/spreadsheet/column'
import {
  aboutStyle,
  figureHeaderStyle,
  headerStyle,
  titleStyle,
  xlsxStyle,
  xlsxValue,
} from '@/domain/spreadsheet/xlsx-style'

/** The pipe is of an old readable-stream, which says only here that it is full. */
type Pipe = Writable & { _writableState: { needDrain: boolean } }
export type Sheet = ExcelJS.Worksheet & {
  stream: { pipes?: Pipe[]; write: (xml: string) => void; on: (event: 'zipped', run: () => void) => void }
  _rowZero: number
  commit: () => void
}

/** The lines about the list and the heads of its columns. */
export function writeHead<T>(sheet: Sheet, { about, columns, locale }: Book<T>, headerRow: number): void {
  sheet.columns = columns.map(column => ({ key: column.key, width: widthOf(column, locale) }))
  about.forEach((line, index) => {
    const cell = sheet.getRow(index + 1).getCell(1)
    cell.value = xlsxValue({ kind: 'text', text: line })
    cell.style = index === 0 ? titleStyle : aboutStyle
  })
  const header = sheet.getRow(headerRow)
  columns.forEach((column, index) => {
    const cell = header.getCell(index + 1)
    cell.value = xlsxValue({ kind: 'text', text: headerOf(column, locale) })
    cell.style = column.unit ? figureHeaderStyle : headerStyle
  })
  header.height = 24
  header.commit()
}

/** The last row. */
export function writeTotals(sheet: Sheet, cells: readonly Cell[]): void {
  const row = sheet.addRow(cells.map(xlsxValue))
  cells.forEach((cell, index) => {
    row.getCell(index + 1).style = xlsxStyle(cell, 'totals')
  })
  row.commit()
}

/** exceljs writes on regardless; the pipe behind the sheet knows whether what it was given has been taken. */
export async function untilTaken(sheet: Sheet, gone: AbortSignal): Promise<void> {
  await pause()
  const pipe = sheet.stream.pipes?.[0]
  if (pipe?._writableState.needDrain) await once(pipe, 'drain', { signal: gone })
}

/** Excel takes 31 characters, and not these. */
export function sheetName(name: string): string {
  return (
    [
      ...name
        .replace(/[[\]:*?/\\]/g, ' ')
        .replace(/^'|'$/g, ' ')
        .trim(),
    ]
      .slice(0, 31)
      .join('') || 'Sheet1'
  )
}
