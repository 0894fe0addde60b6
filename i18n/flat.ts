/** {a: {b: 'c'}} → {'a.b': 'c'}. */
export function flat(tree: object, under: string): Record<string, string> {
  return Object.assign(
    {},
    ...Object.entries(tree).map(([key, value]) =>
      typeof value === 'string' ? { [`${under}.${key}`]: value } : flat(value as object, `${under}.${key}`),
    ),
  )
}
