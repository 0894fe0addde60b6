import { cut } from '@/domain/text/cut'
import type { AmountValue } from './read-amount'
import type { Place } from './read-place'

/**
 * What a cell becomes, by its field's kind: `amount` → AmountValue, `place` → Place, `sourceOrEvent` → `{ source, event }`,
 * `yesNo` → boolean, `whole` and `area` → number, lists (`many`, `tags`, `phones`) → string[], all else a string: text, a
 * code, a date, or a name as it is written. Null is an empty cell, or one that says that nothing is stated.
 */
export type CellValue =
  | string
  | number
  | boolean
  | readonly string[]
  | AmountValue
  | Place
  | { source: string; event: string | null }
  | null

/** `reason` is a message key, `values` fill it; `value` is what stood there, to be shown beside it. */
export type ReadCell =
  | { ok: true; value: CellValue }
  | { ok: false; reason: string; values?: Record<string, string | number> }

export const value = (value: CellValue): ReadCell => ({ ok: true, value })
export const refusedAs = (
  reason: string,
  values?: Record<string, string | number>,
): ReadCell & { ok: false } => ({
  ok: false,
  reason,
  ...(values && { values }),
})
export const orReason = (read: CellValue, reason: string) => (read === null ? refusedAs(reason) : value(read))
export const orNot = (read: CellValue, text: string) =>
  read === null ? refusedAs('sheet.cell.not_offered', { text: cut(text, 60) }) : value(read)
