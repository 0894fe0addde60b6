import type { Cell } from '@/domain/spreadsheet/cell'
import { xlsxStyle, xlsxValue } from '@/domain/spreadsheet/xlsx-style'

/** exceljs's kinds of values, which it looks a style up with. */
const NUMBER = 2
const TEXT = 3
const DATE = 4

/** What the writer of a workbook says a style is called in its file. */
export type StyleIds = { addStyleModel: (style: object, kind: number) => number | undefined }

/**
 * Rows of a list as the sheet's own XML, character by character as exceljs writes them: by its row and cell objects a list
 * of a hundred thousand takes four times as long. `first` is the number of the first row.
 */
export function xlsxRows(
  rows: readonly (readonly Cell[])[],
  first: number,
  idOf: (cell: Cell) => number,
): string {
  let xml = ''
  for (const [at, cells] of rows.entries()) {
    const number = first + at
    xml += `<row r="${number}" spans="1:${cells.length}" x14ac:dyDescent="0.25">`
    for (const [column, cell] of cells.entries())
      if (cell) xml += cellXml(cell, letters(column) + number, idOf(cell))
    xml += '</row>'
  }
  return xml
}

/** The name of a cell's style in this workbook, asked once for each style that occurs. */
export function styleIds(styles: StyleIds): (cell: Cell) => number {
  const known = new Map<object, number>()
  return cell => {
    const style = xlsxStyle(cell)
    const id = known.get(style) ?? styles.addStyleModel(style, kindOf(cell)) ?? 0
    known.set(style, id)
    return id
  }
}

function kindOf(cell: Cell): number {
  if (cell?.kind === 'text') return TEXT
  return cell?.kind === 'date' || cell?.kind === 'moment' ? DATE : NUMBER
}

function cellXml(cell: NonNullable<Cell>, place: string, style: number): string {
  const open = `<c r="${place}"${style ? ` s="${style}"` : ''}`
  const value = xlsxValue(cell)
  if (typeof value === 'string') return `${open} t="str"><v>${escaped(value)}</v></c>`
  return `${open}><v>${value instanceof Date ? serial(value) : value}</v></c>`
}

/** Days since 30 December 1899, as spreadsheets count them. */
const serial = (date: Date) => 25_569 + date.getTime() / 86_400_000

const names: string[] = []
/** 0 is A, 26 is AA. */
function letters(column: number): string {
  const known = names[column]
  if (known) return known
  const name =
    (column >= 26 ? letters(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26))
  names[column] = name
  return name
}

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' }
/** Signs of XML, and no control characters, which it does not allow. */
const escaped = (text: string) =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: those are meant
  text.replace(/[&<>"'\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/g, sign => signs[sign] ?? '')
