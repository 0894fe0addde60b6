import { addDays, type IsoDate } from '@/domain/calendar/date'
import { cut } from '@/domain/text/cut'
import type { Raw } from './raw'
import type { Format } from './xlsx-format'

/**
 * A number of a file as plain digits: 15 significant ones, which is what a spreadsheet holds. 5151.1210000000001 is
 * 5151.121, 1.5E-3 is 0.0015. Null where it is none.
 */
export function plainDigits(text: string): string | null {
  if (/^-?(?:\d{1,15}|\d{1,10}\.\d{0,4}[1-9])$/.test(text)) return text
  if (text.length > 64 || !/^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i.test(text)) return null
  const number = Number(text)
  if (!Number.isFinite(number) || Math.abs(number) >= 1e21) return null
  const [mantissa = '0', exponent = '0'] = number.toExponential(14).split('e')
  return shifted(mantissa, Number(exponent))
}

function shifted(mantissa: string, exponent: number): string {
  const sign = mantissa.startsWith('-') ? '-' : ''
  const digits = mantissa.replace(/[-.]/g, '')
  const point = 1 + exponent
  const padded = point <= 0 ? '0'.repeat(1 - point) + digits : digits.padEnd(point, '0')
  const whole = padded.slice(0, Math.max(1, point))
  const fraction = padded.slice(Math.max(1, point)).replace(/0+$/, '')
  return sign + whole + (fraction ? `.${fraction}` : '')
}

const days = new Map<number, Raw>()

/** A cell of a number: a day where its format says so. `from1904`: how files of old Macintosh spreadsheets count. */
export function numberCell(text: string, format: Format | undefined, from1904: boolean): Raw {
  const value = plainDigits(text.trim())
  if (value === null) return { kind: 'error', text: cut(text, 40) }
  if (format?.day) {
    const serial = Math.floor(Number(value)) + (from1904 ? 1462 : 0)
    const known = days.get(serial)
    if (known) return known
    const date = dayOf(serial)
    if (date) {
      const cell: Raw = { kind: 'date', date }
      if (days.size < 100_000) days.set(serial, cell)
      return cell
    }
  }
  return format?.unit ? { kind: 'number', value, unit: format.unit } : { kind: 'number', value }
}

/** Spreadsheets believe in a 29 February 1900, which is no day here. */
function dayOf(serial: number): IsoDate | null {
  if (serial < 1 || serial === 60 || serial > 109_570) return null
  return addDays(serial < 60 ? '1899-12-31' : '1899-12-30', serial)
}

/** `_x000D_` is how a workbook writes a character that XML does not allow; nought and halves of characters stay as written. */
export const unescaped = (text: string) =>
  text.includes('_x')
    ? text.replace(/_x(?!0000|D[89A-F])([0-9A-F]{4})_/gi, (_, code) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
    : text
