/**
 * A sum in CNY (fen) over `count` records, with what it leaves out: those that state no amount, and those whose
 * currency had no rate. `cny` holds the others.
 */
export type Sum = { count: number; cny: bigint; notStated: number; withoutRate: number }

export const emptySum: Sum = { count: 0, cny: 0n, notStated: 0, withoutRate: 0 }

export function addSums(...sums: readonly Sum[]): Sum {
  return sums.reduce(
    (a, b) => ({
      count: a.count + b.count,
      cny: a.cny + b.cny,
      notStated: a.notStated + b.notStated,
      withoutRate: a.withoutRate + b.withoutRate,
    }),
    emptySum,
  )
}

/** Unknown is not zero: an amount that is not stated, or has no CNY value, is counted apart. */
export function sumOf(amounts: Iterable<{ stated: boolean; cny: bigint | null }>): Sum {
  const sum = { ...emptySum }
  for (const { stated, cny } of amounts) {
    sum.count += 1
    if (!stated) sum.notStated += 1
    else if (cny === null) sum.withoutRate += 1
    else sum.cny += cny
  }
  return sum
}

/** True when the sum says everything: nothing is left out of it. */
export function isComplete(sum: Sum): boolean {
  return sum.notStated === 0 && sum.withoutRate === 0
}
