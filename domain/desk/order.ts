/** The list with this one exchanged with its neighbour; as it was when there is none. */
export function stepped(ids: readonly number[], id: number, by: 'up' | 'down'): number[] {
  const from = ids.indexOf(id)
  const to = by === 'up' ? from - 1 : from + 1
  const next = [...ids]
  const neighbour = next[to]
  if (from < 0 || neighbour === undefined) return next
  next[to] = id
  next[from] = neighbour
  return next
}

/** True when both name the same records, each once: one is an order of the other. */
export function sameMembers(one: readonly number[], other: readonly number[]): boolean {
  const members = new Set(one)
  const others = new Set(other)
  return one.length === other.length && others.size === other.length && other.every(id => members.has(id))
}
