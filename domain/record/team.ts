/** Who works on a case beside its case officer: the log, like the record, calls these its members. */
export const membersOf = (team: readonly number[], officerId: number | null): number[] =>
  team.filter(id => id !== officerId)

/** Who came and who went. Earlier lines of the log count the case officer on both sides, where he tells nothing. */
export function teamChange(before: unknown, after: unknown): { joined: unknown[]; left: unknown[] } {
  const [was, is] = [listed(before), listed(after)]
  return { joined: is.filter(id => !was.includes(id)), left: was.filter(id => !is.includes(id)) }
}

const listed = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])
