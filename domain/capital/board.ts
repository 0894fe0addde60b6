import type { IsoDate } from '@/domain/calendar/date'
import type { Money } from '@/domain/money/money'
import { addSums, emptySum, type Sum } from '@/domain/money/sum'
import type { Names } from '@/domain/user/user'
import type { BasisKey } from './basis'
import type { ArrivalState, CapitalForm, PartKind, PartOrigin } from './capital'
import type { CapitalFilter, CapitalSet } from './filter'

/**
 * One sum of the database: of a desk, a set, and (for what has a day) a bucket of the chart, `later` or null; of what counts by
 * each basis, or does not.
 */
export type CapitalSum = Record<BasisKey, boolean> & {
  deskId: number
  set: CapitalSet
  bucket: string | null
  sum: Sum
}

/** All that counts `where` says, added up; what they leave out is added up as well. */
export const totalOf = (sums: readonly CapitalSum[], where: Partial<Omit<CapitalSum, 'sum'>>): Sum =>
  addSums(
    ...sums
      .filter(one => Object.entries(where).every(([key, value]) => one[key as 'set'] === value))
      .map(({ sum }) => sum),
    emptySum,
  )

/** Of a set in the period, of all of it or of what counts by a basis: what is expected after it is not of it. */
export const inPeriod = (sums: readonly CapitalSum[], set: CapitalSet, basis: BasisKey | null = null): Sum =>
  totalOf(
    sums.filter(({ bucket }) => bucket !== 'later'),
    { set, ...(basis && { [basis]: true }) },
  )

/** The sum of the rows that a filter shows: of its set, and of its bucket where it names one. */
export function totalOfRows(
  sums: readonly CapitalSum[],
  { set, bucket }: Pick<CapitalFilter, 'set' | 'bucket'>,
): Sum {
  const dated = set === 'expected' || set === 'received'
  return dated && bucket !== null ? totalOf(sums, { set, bucket }) : inPeriod(sums, set)
}

/** A row behind a figure: a part, a plan or an arrival, with its deal. */
export type CapitalRow = {
  id: number
  set: CapitalSet
  deal: { number: string; name: string; names: Names }
  deskId: number
  officerId: number | null
  party: string | null
  kind: PartKind
  origin: PartOrigin
  form: CapitalForm
  /** For what is expected: what of it has not come. */
  money: Money | null
  cny: bigint | null
  /** Expected from (null: by `on`); the day on which it came, or by which it is to. Null for a part. */
  from: IsoDate | null
  on: IsoDate | null
  state: ArrivalState | null
  voucher: string | null
}
