/*
 * Two people changed the same record. What only one changed is kept by itself; what both changed asks, and nothing is
 * chosen for the person.
 */
export type Side = { values: Record<string, string>; text: string }
/** One question of the form: its label, and its values when opened, as typed here, as saved by the other. */
export type ConflictField = { key: string; label: string; base: Side; mine: Side; theirs: Side }
export type Whose = 'mine' | 'theirs'
export type Sorted = { asks: ConflictField[]; kept: { field: ConflictField; whose: Whose }[] }

const plain = (text: string | undefined) => (text ?? '').replace(/\r\n/g, '\n').trim()

function same(one: Side, other: Side): boolean {
  const names = new Set([...Object.keys(one.values), ...Object.keys(other.values)])
  return [...names].every(name => plain(one.values[name]) === plain(other.values[name]))
}

/** What asks, and what is kept and whose it is. What neither changed, or both changed alike, is in neither list. */
export function sortOut(fields: readonly ConflictField[]): Sorted {
  const sorted: Sorted = { asks: [], kept: [] }
  for (const field of fields) {
    if (same(field.mine, field.theirs)) continue
    if (same(field.theirs, field.base)) sorted.kept.push({ field, whose: 'mine' })
    else if (same(field.mine, field.base)) sorted.kept.push({ field, whose: 'theirs' })
    else sorted.asks.push(field)
  }
  return sorted
}

/** The values to put into the form: the other's where they were chosen or alone; one's own stand there already. */
export function settle(sorted: Sorted, chosen: Record<string, Whose>): Record<string, string> {
  const theirs = [
    ...sorted.kept.filter(kept => kept.whose === 'theirs').map(kept => kept.field),
    ...sorted.asks.filter(field => chosen[field.key] === 'theirs'),
  ]
  return Object.assign({}, ...theirs.map(field => field.theirs.values))
}

/** The questions that still wait for a choice. */
export function unchosen(sorted: Sorted, chosen: Record<string, Whose>): ConflictField[] {
  return sorted.asks.filter(field => !chosen[field.key])
}
