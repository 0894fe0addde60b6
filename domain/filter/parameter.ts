import { oneWord, type Read } from './value'

/** An address as Next hands it over, or as a browser holds it. */
export type SearchParams = URLSearchParams | Record<string, string | readonly string[] | undefined>

/**
 * One name in the address of a list. `take` puts the given values into the filter and returns those that it could not
 * use; `say` writes them back, empty when they are as by default.
 */
export type Parameter<F> = {
  take: (filter: F, values: readonly string[]) => string[]
  say: (filter: F) => string
}
export type Parameters<F> = Readonly<Record<string, Parameter<F>>>

const MOST_VALUES = 60

/** One value; of repeated ones the last counts. `read` gives undefined for what means nothing. */
export function single<F, K extends keyof F>(
  key: K,
  usual: F[K],
  read: Read<F[K]>,
  say: (value: NonNullable<F[K]>) => string = String,
): Parameter<F> {
  return {
    take(filter, values) {
      const value = values.at(-1) ?? ''
      const found = read(value)
      if (found === undefined) return [value]
      filter[key] = found
      return []
    },
    say: filter => {
      const value = filter[key]
      return value === usual || value === null || value === undefined ? '' : say(value as NonNullable<F[K]>)
    },
  }
}

/** Several values, with commas between them or repeated, each once. */
export function several<F, K extends keyof F, T extends string | number>(
  key: K,
  read: Read<T>,
): Parameter<F> {
  return {
    take(filter, values) {
      const words = values.flatMap(value => value.split(',')).map(word => word.trim())
      const given = [...new Set(words.filter(Boolean))].slice(0, MOST_VALUES)
      filter[key] = [...new Set(given.flatMap(word => read(word) ?? []))] as F[K]
      return given.filter(word => read(word) === undefined)
    },
    say: filter => (filter[key] as readonly T[]).join(','),
  }
}

/** `name=1`, or nothing. */
export function flag<F, K extends keyof F>(key: K): Parameter<F> {
  return single<F, K>(
    key,
    false as F[K],
    value => (value === '1' ? (true as F[K]) : undefined),
    () => '1',
  )
}

/**
 * Several of these words, or the word `all`; without any the usual ones stand. Said as `all` when every one is in, and
 * not at all when only the usual ones are.
 */
export function someOrAll<F, K extends keyof F, T extends string>(
  key: K,
  all: readonly T[],
  usual: readonly T[],
): Parameter<F> {
  const some = several<F, K, T>(key, oneWord(all))
  return {
    take(filter, values) {
      const unread = values.includes('all') ? [] : some.take(filter, values)
      if (values.includes('all')) filter[key] = all as F[K]
      else if ((filter[key] as readonly T[]).length === 0) filter[key] = usual as F[K]
      return unread
    },
    say(filter) {
      const chosen = filter[key] as readonly T[]
      if (all.every(word => chosen.includes(word))) return 'all'
      return chosen.join() === usual.join() ? '' : some.say(filter)
    },
  }
}

/** Reads an address into `filter`; what means nothing comes back, as `name` or `name=value`. Never throws. */
export function takeAddress<F>(parameters: Parameters<F>, filter: F, params: SearchParams): string[] {
  const ignored: string[] = []
  for (const [name, values] of valuesOf(params)) {
    if (!Object.hasOwn(parameters, name)) ignored.push(name.slice(0, 100))
    else
      ignored.push(
        ...(parameters[name]?.take(filter, values) ?? []).map(bad => `${name}=${bad.slice(0, 100)}`),
      )
  }
  return ignored.slice(0, 20)
}

/** `?…`, or empty when everything is as by default. */
export function sayAddress<F>(parameters: Parameters<F>, filter: F): string {
  const search = new URLSearchParams()
  for (const [name, { say }] of Object.entries(parameters)) {
    const text = say(filter)
    if (text) search.set(name, text)
  }
  const text = search.toString().replaceAll('%2C', ',')
  return text && `?${text}`
}

/** Values by name in the order of the address; empty ones, as forms send them, are left out. */
function valuesOf(params: SearchParams): Map<string, string[]> {
  const entries: [string, string | readonly string[] | undefined][] =
    params instanceof URLSearchParams ? [...params.entries()] : Object.entries(params)
  const found = new Map<string, string[]>()
  for (const [name, value] of entries.slice(0, 200)) {
    const values = (typeof value === 'string' ? [value] : (value ?? [])).map(one => one.slice(0, 1000).trim())
    const said = values.filter(Boolean).slice(0, 200)
    if (said.length > 0) found.set(name, [...(found.get(name) ?? []), ...said])
  }
  return found
}
