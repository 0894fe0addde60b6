import type { Merge, Raw, Row, Sheet } from './raw'

/** Joined cells do not lie over each other, so that no real sheet has more. */
const MOST_FILLED = 2_000_000

/** The rows with what stands in joined cells in each of the columns that they cover: for heads that span several. */
export function spread({ rows, merges }: Sheet): readonly Row[] {
  const across = merges.filter(({ left, right }) => right > left)
  if (across.length === 0) return rows
  const byRow = new Map<number, Merge[]>()
  for (const merge of across) byRow.set(merge.top, [...(byRow.get(merge.top) ?? []), merge])
  return rows.map(row => {
    const here = byRow.get(row.at)
    if (!here) return row
    const cells = [...row.cells]
    for (const { left, right } of here)
      for (let at = left + 1; at <= right; at += 1) cells[at] ??= cells[left] ?? null
    return { ...row, cells: Array.from(cells, cell => cell ?? null) }
  })
}

/**
 * Words and days of cells that are joined downwards, in each row that they cover: one company over its three contacts.
 * A number stands for all of them together, so it stays in the first.
 */
export function filledDown(rows: readonly Row[], merges: readonly Merge[]): readonly Row[] {
  const down = merges.filter(({ top, bottom }) => bottom > top)
  if (down.length === 0) return rows
  const at = new Map(rows.map((row, index) => [row.at, index]))
  const filled: Row[] = [...rows]
  const last = rows.at(-1)?.at ?? 0
  let budget = MOST_FILLED
  for (const { top, bottom, left } of down) {
    const value = rows[at.get(top) ?? -1]?.cells[left]
    if (value?.kind !== 'text' && value?.kind !== 'date') continue
    for (let below = top + 1; below <= Math.min(bottom, last) && budget > 0; below += 1) {
      budget -= 1
      const index = at.get(below)
      const row = index === undefined ? undefined : filled[index]
      if (row && index !== undefined && !row.cells[left])
        filled[index] = { ...row, cells: withCell(row.cells, left, value) }
    }
  }
  return filled
}

function withCell(cells: readonly Raw[], at: number, value: Raw): readonly Raw[] {
  const copy = Array.from({ length: Math.max(cells.length, at + 1) }, (_, index) => cells[index] ?? null)
  copy[at] = value
  return copy
}
