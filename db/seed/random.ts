/** Chance that comes out the same each time: the demonstration is one and the same for everybody. */
export type Random = ReturnType<typeof randomFrom>

/** mulberry32, begun from the letters of a word, so that each part of the seed throws its own dice. */
export function randomFrom(word: string) {
  let state = 2166136261
  for (const letter of word) state = Math.imul(state ^ letter.codePointAt(0)!, 16777619) >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const int = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  const pick = <T>(list: readonly T[]): T => list[int(0, list.length - 1)] as T
  const chance = (share: number) => next() < share
  const shuffle = <T>(list: readonly T[]): T[] => {
    const out = [...list]
    for (let i = out.length - 1; i > 0; i -= 1) {
      const j = int(0, i)
      ;[out[i], out[j]] = [out[j] as T, out[i] as T]
    }
    return out
  }
  return { next, int, pick, chance, shuffle }
}

/** Deals the list out in a shuffled order, and again in another when it is used up: no sentence twice in a row. */
export function dealer<T>(random: Random, list: readonly T[]): () => T {
  let pile: T[] = []
  return () => {
    if (pile.length === 0) pile = random.shuffle(list)
    return pile.pop() as T
  }
}
