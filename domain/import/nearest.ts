import { searchTerm } from '@/domain/name/search-text'

/** So many are offered, and only those that share so much. */
const MOST = 3
const LEAST = 0.4
/** A column with more different names that are not on file holds something else: nobody is helped, and it would take long. */
const MOST_TEXTS = 200

type Form = { name: string; key: string; pieces: ReadonlyMap<string, number>; size: number }

/**
 * Of records with all of their names (the first where several are as near), those that a text may have meant: names that it
 * is part of or that are part of it, then those that share most characters; at most three, the nearest first. What was asked
 * before is answered from memory.
 */
export function nearestOf(records: readonly (readonly string[])[]): (text: string) => string[] {
  const known = records.map(names => names.map(formOf))
  const asked = new Map<string, string[]>()
  return text => {
    const before = asked.get(text)
    if (before || asked.size >= MOST_TEXTS) return before ?? []
    const answer = nearest(formOf(text.slice(0, 100)), known)
    asked.set(text, answer)
    return answer
  }
}

function nearest(form: Form, records: readonly (readonly Form[])[]): string[] {
  const best = records.flatMap(names => {
    const [first] = names
      .map(({ name }, at) => ({ name, like: likeness(form, names[at] as Form) }))
      .sort((one, other) => other.like - one.like)
    return first && first.like >= LEAST ? [first] : []
  })
  const sorted = best.sort((one, other) => other.like - one.like)
  return [...new Set(sorted.map(({ name }) => name))].slice(0, MOST)
}

/** From 0 to 1 by what they share; above 1 where one is part of the other. */
function likeness(one: Form, other: Form): number {
  const [short, long] = one.key.length < other.key.length ? [one, other] : [other, one]
  if (short.size === 0) return 0
  if (short.key.length > 1 && long.key.includes(short.key)) return 1 + short.key.length / long.key.length
  let shared = 0
  for (const [piece, count] of short.pieces) shared += Math.min(count, long.pieces.get(piece) ?? 0)
  return (2 * shared) / (short.size + long.size)
}

/** Characters; of Latin letters and digits, of which all words are made, pairs. */
function formOf(name: string): Form {
  const key = searchTerm(name)
  const pieces = new Map<string, number>()
  const enter = (piece: string) => void pieces.set(piece, (pieces.get(piece) ?? 0) + 1)
  for (const [run] of key.matchAll(/[a-z0-9]+|./gsu))
    if (run.length < 2 || !/^[a-z0-9]/.test(run)) enter(run)
    else for (let at = 1; at < run.length; at += 1) enter(run.slice(at - 1, at + 1))
  return { name, key, pieces, size: [...pieces.values()].reduce((sum, count) => sum + count, 0) }
}
