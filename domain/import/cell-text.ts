import type { Raw } from './raw'

/** What a cell says, in plain text; '' where it says nothing. Numbers as digits with their unit, dates YYYY-MM-DD. */
export function textOf(raw: Raw | undefined): string {
  switch (raw?.kind) {
    case 'text':
    case 'error':
      return raw.text.trim()
    case 'number':
      return raw.unit ? `${raw.value} ${raw.unit}` : raw.value
    case 'date':
      return raw.date
    case 'boolean':
      return raw.value ? 'TRUE' : 'FALSE'
    default:
      return ''
  }
}

/** The cells of a row that say something. */
export const saying = (cells: readonly Raw[]): { at: number; raw: NonNullable<Raw> }[] =>
  cells.flatMap((raw, at) => (raw && (raw.kind !== 'text' || raw.text.trim() !== '') ? [{ at, raw }] : []))
