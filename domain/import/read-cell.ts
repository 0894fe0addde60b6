import { isMaskedCell } from '@/domain/contact/masked'
import type { CountryEdits } from '@/domain/country/country'
import { cut } from '@/domain/text/cut'
import { restored, saysNothing } from './blank'
import { textOf } from './cell-text'
import { orNot, type ReadCell, refusedAs, value } from './cell-value'
import type { Field, Kind } from './fields/field'
import type { Raw } from './raw'
import { readAmount } from './read-amount'
import { readArea } from './read-area'
import { asWord } from './read-code'
import { readDate } from './read-date'
import { readPlace } from './read-place'
import { cleaned, list, wholeNumber } from './read-text'
import { readWord } from './read-word'
import { MASKED } from './said'
import type { Column } from './table'

export type { CellValue, ReadCell } from './cell-value'

/** `year`: of days that have none (the table's); `countries`: the zone's own names. */
export type Reading = { year?: number | null; countries?: CountryEdits }

/**
 * Reads one cell. Reasons beside those of texts, dates and amounts: `sheet.cell.error` (#REF!), `…formula_unsaved`,
 * `…formula` (a text that a spreadsheet would work out), `…not_offered` (`text`), `…number` (not one of our numbers).
 */
export function readCell(
  field: Field,
  raw: Raw | undefined,
  column: Pick<Column, 'unit'>,
  reading: Reading = {},
): ReadCell {
  if (!raw) return value(null)
  if (raw.kind === 'error') return refusedAs('sheet.cell.error', { text: cut(raw.text, 40) })
  if (raw.kind === 'unsaved') return refusedAs('sheet.cell.formula_unsaved')
  const text = restored(textOf(raw))
  if (text === null) return refusedAs('sheet.cell.formula')
  if (text === '' || saysNothing(text, field.kind)) return value(null)
  if (details.has(field.kind.is) && isMaskedCell(text)) return value(MASKED)
  return byKind(field.kind, raw, text, column, reading)
}

const details = new Set<Kind['is']>(['phones', 'email', 'wechat'])

function byKind(
  kind: Kind,
  raw: NonNullable<Raw>,
  text: string,
  column: Pick<Column, 'unit'>,
  reading: Reading,
): ReadCell {
  switch (kind.is) {
    case 'line':
    case 'note':
      return cleaned(text, kind.max, kind.is)
    case 'amount': {
      const read = readAmount(raw, column.unit, kind.yuan)
      return read.ok ? value(read.amount) : read
    }
    case 'area': {
      const read = readArea(raw, column.unit)
      return read.ok ? value(read.m2) : read
    }
    case 'date': {
      const read = readDate(raw, { partial: kind.partial ?? false, year: reading.year ?? null })
      return read.ok ? value(read.date) : read
    }
    case 'whole':
      return wholeNumber(text, kind.max)
    case 'place':
      return orNot(readPlace(text, reading.countries), text)
    case 'sourceOrEvent': {
      const source = readWord('source', text)
      if (source) return value({ source, event: null })
      const event = cleaned(text, 200, 'line')
      return event.ok ? value({ source: 'event', event: event.value as string }) : event
    }
    case 'name':
      return kind.many ? list(text) : cleaned(text, kind.of === 'leader' ? 100 : 200, 'line')
    case 'tags':
      return list(text)
    default:
      return asWord(kind, text)
  }
}
