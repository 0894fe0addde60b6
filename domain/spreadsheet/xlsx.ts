import { once } from 'node:events'
import { PassThrough, type Writable } from 'node:stream'
import ExcelJS from 'exceljs'
import type { Book } from '@/domain/spreadsheet/book'
import { byteStream, inPieces, pause, rowsBetweenPauses } from '@/domain/spreadsheet/byte-stream'
import type { Cell } from '@/domain/spreadsheet/cell'
import { headerOf, widthOf } from '@/domain/spreadsheet/column'
import { type StyleIds, styleIds, xlsxRows } from '@/domain/spreadsheet/xlsx-row'
import { aboutStyle, headerStyle, titleStyle, xlsxStyle, xlsxValue } from '@/domain/spreadsheet/xlsx-style'

/** The pipe is of an old readable-stream, which says only here that it is full. */
type Pipe = Writable & { _writableState: { needDrain: boolean } }
type Sheet = ExcelJS.Worksheet & {
  stream: { pipes?: Pipe[]; write: (xml: string) => void }
  _rowZero: number
}

/**
 * The list as .xlsx: lines about it, a frozen header with a filter, the rows with real numbers and dates, and a row of
 * totals. Written as it is read: a slow reader slows the query, and one that goes away stops it.
 */
export function xlsxStream<T>(book: Book<T>): ReadableStream<Uint8Array> {
  return byteStream(file(book))
}

async function* file<T>(book: Book<T>): AsyncGenerator<Uint8Array> {
  const out = new PassThrough()
  const gone = new AbortController()
  write(book, out, gone.signal).catch(error => out.destroy(error))
  try {
    yield* out
  } finally {
    gone.abort()
    out.destroy()
  }
}

async function write<T>(book: Book<T>, out: Writable, gone: AbortSignal): Promise<void> {
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({
    stream: out,
    useStyles: true,
    useSharedStrings: false,
    created: book.now,
    modified: book.now,
    zip: { highWaterMark: 65_536, zlib: { level: 5 } },
  } as ConstructorParameters<typeof ExcelJS.stream.xlsx.WorkbookWriter>[0])
  const headerRow = book.about.length > 0 ? book.about.length + 2 : 1
  const sheet = workbook.addWorksheet(sheetName(book.name), {
    views: [{ state: 'frozen', ySplit: headerRow }],
    pageSetup: { orientation: 'landscape', paperSize: 9, fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  }) as Sheet
  const idOf = styleIds((workbook as unknown as { styles: StyleIds }).styles)
  writeHead(sheet, book, headerRow)
  let lastRow = headerRow
  for await (const piece of inPieces(book.rows, rowsBetweenPauses)) {
    const cells = piece.map(row => book.columns.map(column => column.cell(row)))
    sheet.stream.write(xlsxRows(cells, lastRow + 1, idOf))
    lastRow += piece.length
    // where exceljs goes on: at the totals
    sheet._rowZero = lastRow + 1
    await untilTaken(sheet, gone)
    gone.throwIfAborted()
  }
  if (book.totals) writeTotals(sheet, book.totals())
  const to = { row: lastRow, column: book.columns.length }
  sheet.autoFilter = { from: { row: headerRow, column: 1 }, to }
  await workbook.commit()
}

function writeHead<T>(sheet: Sheet, { about, columns, locale }: Book<T>, headerRow: number): void {
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
    cell.style = headerStyle
  })
  header.height = 24
  header.commit()
}

function writeTotals(sheet: Sheet, cells: readonly Cell[]): void {
  const row = sheet.addRow(cells.map(xlsxValue))
  cells.forEach((cell, index) => {
    row.getCell(index + 1).style = xlsxStyle(cell, 'totals')
  })
  row.commit()
}

/** exceljs writes on regardless; the pipe behind the sheet knows whether what it was given has been taken. */
async function untilTaken(sheet: Sheet, gone: AbortSignal): Promise<void> {
  await pause()
  const pipe = sheet.stream.pipes?.[0]
  if (pipe?._writableState.needDrain) await once(pipe, 'drain', { signal: gone })
}

/** Excel takes 31 characters, and not these. */
function sheetName(name: string): string {
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
