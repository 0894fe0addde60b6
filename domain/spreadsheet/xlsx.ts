import { PassThrough, type Writable } from 'node:stream'
import ExcelJS from 'exceljs'
import type { Book } from '@/domain/spreadsheet/book'
import { byteStream, inPieces, rowsBetweenPauses } from '@/domain/spreadsheet/byte-stream'
import { type StyleIds, styleIds, xlsxRows } from '@/domain/spreadsheet/xlsx-row'
import { type Sheet, sheetName, untilTaken, writeHead, writeTotals } from '@/domain/spreadsheet/xlsx-sheet'

/** What exceljs calls its streaming workbook, with what this file uses of it. */
export type Workbook = ExcelJS.stream.xlsx.WorkbookWriter & { styles: StyleIds; _worksheets: unknown[] }

/** Excel's own limit: a longer list goes on on a further sheet. */
const MOST_ROWS = 1_048_576

/**
 * The list as .xlsx: lines about it, a frozen header with a filter, the rows with real numbers and dates, and a row of
 * totals. Written as it is read: a slow reader slows the query, and one that goes away stops it.
 */
export function xlsxStream<T>(book: Book<T>): ReadableStream<Uint8Array> {
  return workbookStream(book.now, (workbook, gone) => writeSheet(workbook, book, gone))
}

/** A file of sheets that `write` writes one after the other; `gone` is aborted when nobody takes it any more. */
export function workbookStream(
  now: Date,
  write: (workbook: Workbook, gone: AbortSignal) => Promise<void>,
): ReadableStream<Uint8Array> {
  return byteStream(file(now, write))
}

async function* file(now: Date, write: (workbook: Workbook, gone: AbortSignal) => Promise<void>) {
  const out = new PassThrough()
  const gone = new AbortController()
  const workbook = openWorkbook(out, now)
  write(workbook, gone.signal)
    .then(() => workbook.commit())
    .catch(error => out.destroy(error))
  try {
    yield* out as AsyncIterable<Uint8Array>
  } finally {
    gone.abort()
    out.destroy()
  }
}

const openWorkbook = (out: Writable, now: Date) =>
  new ExcelJS.stream.xlsx.WorkbookWriter({
    stream: out,
    useStyles: true,
    useSharedStrings: false,
    created: now,
    modified: now,
    zip: { highWaterMark: 65_536, zlib: { level: 5 } },
  } as ConstructorParameters<typeof ExcelJS.stream.xlsx.WorkbookWriter>[0]) as Workbook

/** One list as a sheet by its own name, and further ones where it has more rows than a sheet holds. */
export async function writeSheet<T>(workbook: Workbook, book: Book<T>, gone: AbortSignal): Promise<void> {
  const idOf = styleIds(workbook.styles)
  const headerRow = book.about.length > 0 ? book.about.length + 2 : 1
  let part = 1
  let sheet = beginSheet(workbook, book, headerRow, part)
  let lastRow = headerRow
  for await (const piece of inPieces(book.rows, rowsBetweenPauses)) {
    // and a row for the totals
    if (lastRow + piece.length >= MOST_ROWS) {
      await endSheet(sheet, book, headerRow, lastRow)
      sheet = beginSheet(workbook, book, headerRow, ++part)
      lastRow = headerRow
    }
    const cells = piece.map(row => book.columns.map(column => column.cell(row)))
    sheet.stream.write(xlsxRows(cells, lastRow + 1, idOf))
    lastRow += piece.length
    // where exceljs goes on: at the totals
    sheet._rowZero = lastRow + 1
    await untilTaken(sheet, gone)
    gone.throwIfAborted()
  }
  if (book.totals) writeTotals(sheet, book.totals())
  await endSheet(sheet, book, headerRow, lastRow)
}

function beginSheet<T>(workbook: Workbook, book: Book<T>, headerRow: number, part: number): Sheet {
  const sheet = workbook.addWorksheet(sheetName(part === 1 ? book.name : `${book.name} ${part}`), {
    views: [{ state: 'frozen', ySplit: headerRow }],
    pageSetup: { orientation: 'landscape', paperSize: 9, fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  }) as Sheet
  writeHead(sheet, book, headerRow)
  return sheet
}

/** Over its filter; and waits until it is in the file, so that the next one does not pile up behind it. */
async function endSheet<T>(sheet: Sheet, { columns }: Book<T>, headerRow: number, lastRow: number) {
  sheet.autoFilter = { from: { row: headerRow, column: 1 }, to: { row: lastRow, column: columns.length } }
  const zipped = new Promise<void>(resolve => sheet.stream.on('zipped', resolve))
  sheet.commit()
  await zipped
}
