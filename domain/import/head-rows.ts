import { saying, textOf } from './cell-text'
import { sureHead } from './head'
import { type ImportNoun, nounFields } from './noun'
import type { Row, Sheet } from './raw'
import type { Table } from './table'
import { amountUnit, areaUnit } from './unit'

/** Heads are looked for in the first rows only, and in up to three of them at a time. */
const HEAD_WITHIN = 40

/** Rows of heads: the index of the first, and how many. */
export type Block = { from: number; length: number }

export function blockAt(rows: readonly Row[], { first, last }: Table['head']): Block | null {
  const from = rows.findIndex(({ at }) => at >= first)
  const length = rows.filter(({ at }) => at >= first && at <= last).length
  return from < 0 || length === 0 ? null : { from, length }
}

/** The rows whose columns name most fields; of equals the fewest rows, then the first. */
export function bestBlock(rows: readonly Row[], { merges }: Sheet, noun: ImportNoun): Block | null {
  let best: (Block & { fields: number }) | null = null
  const width = Math.max(0, ...rows.map(({ cells }) => saying(cells).length))
  for (let from = 0; from < Math.min(rows.length, HEAD_WITHIN); from += 1) {
    for (let length = 1; length <= 3 && mayBeHead(rows[from + length - 1]); length += 1) {
      const heads = rows.slice(from, from + length)
      const fields = fieldsNamed(heads, noun, width)
      if (fields > (best?.fields ?? 0) || (best && fields === best.fields && length < best.length))
        best = { from, length, fields }
    }
  }
  if (!best) return null
  const last = () => rows[best.from + best.length - 1]?.at ?? 0
  const first = rows[best.from]?.at ?? 0
  // what is joined downwards with the heads, and a row of nothing but units, belongs to them
  const joined = Math.max(
    0,
    ...merges.filter(({ top }) => top >= first && top <= last()).map(({ bottom }) => bottom),
  )
  while (mayBeHead(rows[best.from + best.length]) && isHeadStill(rows[best.from + best.length], joined))
    best.length += 1
  return best
}

const isHeadStill = (row: Row | undefined, joined: number) =>
  row !== undefined && (row.at <= joined || saying(row.cells).every(({ raw }) => isUnits(textOf(raw))))

const isUnits = (text: string) => {
  const bare = text.replace(/^[(（[]|[)）\]]$/g, '')
  return amountUnit(bare) !== null || areaUnit(bare) !== null
}

/** Short words and nothing else. */
function mayBeHead(row: Row | undefined): boolean {
  const said = row ? saying(row.cells) : []
  return said.length > 0 && said.every(({ raw }) => raw.kind === 'text' && raw.text.length <= 80)
}

/**
 * How many fields the heads name; 0 where they make no table: where nothing says what a record is called, it takes four,
 * and where two columns are filled, two.
 */
function fieldsNamed(heads: readonly Row[], noun: ImportNoun, filled: number): number {
  const width = Math.max(...heads.map(({ cells }) => cells.length))
  const keys = new Set<string>()
  for (let at = 0; at < width; at += 1) {
    const parts = heads.map(({ cells }) => textOf(cells[at])).filter(Boolean)
    const field = parts.length > 0 ? sureHead(parts, noun) : null
    if (field) keys.add(field.key)
  }
  const calls = nounFields[noun].keys.some(key => keys.has(key))
  return keys.size >= (calls ? Math.min(2, filled) : 4) ? keys.size : 0
}
