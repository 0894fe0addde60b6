/** Old and new of the fields that differ, for the log. Values are compared as JSON. */
export function changesBetween<T extends Record<string, unknown>>(
  before: T,
  after: { [K in keyof T]?: unknown },
): Record<string, [unknown, unknown]> {
  const changed = Object.keys(after).filter(key => !same(before[key], after[key]))
  return Object.fromEntries(changed.map(key => [key, [before[key] ?? null, after[key] ?? null]]))
}

/** Objects alike whatever the order of their keys: jsonb keeps its own. */
function same(one: unknown, other: unknown): boolean {
  return canonical(one) === canonical(other)
}

function canonical(value: unknown): string {
  return JSON.stringify(value ?? null, (_, part) =>
    part && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}
