import type { Style } from 'exceljs'
import { wallClock } from '@/domain/calendar/date'
import { type Cell, neutralise } from '@/domain/spreadsheet/cell'

/** What exceljs writes for a cell. Dates are laid on UTC, which is how it counts days, in whatever zone it runs. */
export function xlsxValue(cell: Cell): string | number | Date | null {
  switch (cell?.kind) {
    case undefined:
      return null
    case 'text':
      return neutralise(cell.text)
    case 'integer':
    case 'decimal':
    case 'money':
      return Number(cell.value)
    case 'date':
      return new Date(`${cell.date}T00:00:00Z`)
    case 'moment':
      return new Date(`${wallClock(cell.timezone, cell.at).slice(0, 16).replace(' ', 'T')}:00Z`)
  }
}

/** exceljs looks a style up by the object: one object for each that occurs spares it the work. */
const styles = new Map<string, Partial<Style>>()

export function xlsxStyle(cell: Cell, row: 'body' | 'totals' = 'body'): Partial<Style> {
  const format = formatOf(cell)
  const key = `${row} ${format}`
  const known = styles.get(key)
  if (known) return known
  const style: Partial<Style> = { ...(row === 'totals' && totals), ...(format && { numFmt: format }) }
  styles.set(key, style)
  return style
}

/** The font of a workbook's other cells: one that names none is set in another, with serifs, by some programs. */
export const face = { name: 'Calibri', family: 2, size: 11 } as const

export const titleStyle: Partial<Style> = { font: { ...face, bold: true, size: 14 } }
export const aboutStyle: Partial<Style> = { font: { ...face, color: { argb: 'FF666666' } } }
export const headerStyle: Partial<Style> = {
  font: { ...face, bold: true },
  alignment: { vertical: 'middle', wrapText: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFF2F2F0' } },
  border: { bottom: { style: 'thin', color: { argb: 'FF999999' } } },
}
/** Over figures, which stand at the right. */
export const figureHeaderStyle: Partial<Style> = {
  ...headerStyle,
  alignment: { ...headerStyle.alignment, horizontal: 'right' },
}
const totals: Partial<Style> = { font: { ...face, bold: true }, border: { top: { style: 'thin' } } }

/** As many decimals as the value has: Excel writes 11,600 by #,##0.## as 11,600. with a point. */
function formatOf(cell: Cell): string {
  switch (cell?.kind) {
    case 'integer':
      return '#,##0'
    case 'decimal':
      return grouped(cell.value)
    case 'money':
      return `${grouped(cell.value)} "${cell.currency}"`
    case 'date':
      return 'yyyy-mm-dd'
    case 'moment':
      return 'yyyy-mm-dd hh:mm'
    default:
      return ''
  }
}

function grouped(decimal: string): string {
  const decimals = decimal.split('.')[1]?.length ?? 0
  return decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`
}
