import { textOf } from './cell-text'
import type { Raw } from './raw'
import { bareNumber } from './read-amount'
import { areaUnit } from './unit'

export type ReadArea =
  | { ok: true; m2: number }
  | { ok: false; reason: string; values?: Record<string, string | number> }

/** Whole square metres. Reasons: `input.wrong_kind`, `sheet.cell.area_without_unit`. */
export function readArea(raw: NonNullable<Raw>, unit: string | null): ReadArea {
  const text = textOf(raw)
    .normalize('NFKC')
    .trim()
    .replace(/^约|^約|^约/g, '')
  const found = /^([\d,]+(?:\.\d+)?)\s*(.*)$/u.exec(text)
  const number = found ? bareNumber(found[1] ?? '') : null
  if (!found || number === null) return { ok: false, reason: 'input.wrong_kind' }
  const written = found[2] ?? ''
  const factor = areaUnit(written === '' ? (unit ?? '') : written)
  if (factor === null)
    return { ok: false, reason: written ? 'input.wrong_kind' : 'sheet.cell.area_without_unit' }
  const m2 = Math.round(Number(number) * factor)
  return m2 <= 1_000_000_000
    ? { ok: true, m2 }
    : { ok: false, reason: 'input.too_big', values: { max: 1_000_000_000 } }
}
