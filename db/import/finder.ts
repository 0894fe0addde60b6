import { searchTerm } from '@/domain/name/search-text'
import type { FieldErrors } from '@/domain/outcome'
import { cut } from '@/domain/text/cut'
import type { Names } from '@/domain/user/user'

/** One, or that there is none, or several of that name. `near`: of a short list, the names that are nearest to it. */
export type Finder<T> = ((said: string) => T | 'none' | 'several') & { near?: (said: string) => string[] }

/** By any of its names, in any script; what stands for it alone (a number, a login) first. */
export function finder<T>(
  rows: readonly T[],
  names: (row: T) => readonly string[],
  alone: (row: T) => string,
): Finder<T> {
  const sure = new Map(rows.map(row => [alone(row).toLowerCase(), row]))
  const named = new Map<string, T | 'several'>()
  for (const row of rows)
    for (const key of new Set(names(row).map(searchTerm).filter(Boolean)))
      named.set(key, named.has(key) ? 'several' : row)
  return said => sure.get(said.trim().toLowerCase()) ?? named.get(searchTerm(said)) ?? 'none'
}

export const namesOf = ({ name, names }: { name: string; names: Names }) => [name, ...Object.values(names)]

/** What is wrong with a name that is none or several, and what there is instead. */
export function nameFault(
  { near }: Pick<Finder<unknown>, 'near'>,
  found: 'none' | 'several',
  text: string,
): FieldErrors[string] {
  const said = { text: cut(text, 60) }
  const names = (found === 'none' && near?.(text)) || []
  if (names.length === 0) return { reason: `import.name.${found}`, values: said }
  return { reason: 'import.name.near', values: { ...said, near: names.join(' / ') } }
}
