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

/** A cell that says something, and its column. */
export type Said = { at: number; raw: NonNullable<Raw> }

/** The cells of a row that say something. */
export function saying(cells: readonly Raw[]): Said[] {
  const said: Said[] = []
  // a loop: this is asked of every row
  for (let at = 0; at < cells.length; at += 1) {
    const raw = cells[at]
    if (raw && (raw.kind !== 'text' || /\S/.test(raw.text))) said.push({ at, raw })
  }
  return said
}
