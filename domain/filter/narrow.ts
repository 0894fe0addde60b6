/* How a list is shown, not what stands in it. */
const shows = ['sort', 'page', 'size', 'columns', 'view']

/** True when a filter narrows what it lists by nothing but `known`; all else is as in `usual`. */
export function narrowsOnlyBy<F extends object>(filter: F, usual: F, known: readonly (keyof F)[]): boolean {
  const free = new Set<PropertyKey>([...known, ...shows])
  const keys = new Set([...Object.keys(filter), ...Object.keys(usual)])
  return [...keys].every(key => free.has(key) || same(filter[key as keyof F], usual[key as keyof F]))
}

function same(one: unknown, other: unknown): boolean {
  if (!Array.isArray(one) || !Array.isArray(other)) return one === other
  return one.length === other.length && one.every((part, at) => part === other[at])
}
