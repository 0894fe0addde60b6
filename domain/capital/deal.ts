import type { IsoDate } from '@/domain/calendar/date'
import type { Money } from '@/domain/money/money'
import { type Sum, sumOf } from '@/domain/money/sum'
import { type BasisKey, basisOn, counts } from './basis'
import { type ArrivalState, type CapitalForm, isForeign, type PartKind, type PartOrigin } from './capital'
import type { Closing } from './close'

type OfPart = { kind: PartKind; origin: PartOrigin; form: CapitalForm }

/** A part with what came of it, in its own currency. `money` is null for a rest that is not known yet. */
export type CapitalPart = OfPart & {
  id: number
  party: string | null
  rest: boolean
  money: Money | null
  rate: string | null
  cny: bigint | null
  received: bigint
}
export type CapitalPlan = {
  id: number
  partId: number
  version: number
  from: IsoDate | null
  by: IsoDate
  money: Money
  open: bigint
  cny: bigint | null
  openCny: bigint | null
  note: string | null
}
export type CapitalArrival = OfPart & {
  id: number
  partId: number
  version: number
  on: IsoDate
  money: Money
  rate: string | null
  cny: bigint | null
  state: ArrivalState
  strikes: boolean
  voucher: string
  note: string | null
  correctsId: number | null
  correctionReason: string | null
  proposedBy: number
  proposedAt: Date
  decidedBy: number | null
  decidedAt: Date | null
  reason: string | null
}

/** All of a deal's capital that its page shows. `updated…` are null while there is no structure. */
export type DealCapital = {
  version: number
  updatedBy: number | null
  updatedAt: Date | null
  parts: CapitalPart[]
  plans: CapitalPlan[]
  arrivals: CapitalArrival[]
  closing: Closing
}

/** The small card of a deal: yuan at the rates that are stored. Null for one without a structure. */
export type CapitalCard = {
  closing: Closing
  /** Contracted foreign capital, by the basis of today. */
  contracted: Sum
  received: Sum
  waiting: number
  overdue: number
  next: { by: IsoDate; money: Money } | null
}

type Counted = OfPart & { money: Money | null; cny: bigint | null }
const sum = (rows: readonly Counted[]): Sum =>
  sumOf(rows.map(({ money, cny }) => ({ stated: money !== null, cny })))

/** What counts by a basis, in the version that holds on `day`. */
export function byBasis(rows: readonly Counted[], key: BasisKey, day: IsoDate): Sum {
  const basis = basisOn(key, day)
  return sum(rows.filter(row => counts(basis, row)))
}

/** Those that count: confirmed, not struck out, not corrected. */
export const counted = (arrivals: readonly CapitalArrival[]) =>
  arrivals.filter(({ state, strikes }) => state === 'confirmed' && !strikes)

/** The subtotals of a structure: registered capital of the foreign and of the domestic parties, and loans. */
export function subtotals(parts: readonly CapitalPart[]) {
  const registered = parts.filter(({ kind }) => kind === 'registered')
  return {
    registered: sum(registered),
    foreign: sum(registered.filter(({ origin }) => isForeign(origin))),
    domestic: sum(registered.filter(({ origin }) => !isForeign(origin))),
    loans: sum(parts.filter(({ kind }) => kind !== 'registered')),
    all: sum(parts),
  }
}

/** Arrivals by what they came in: shares and equipment are never told as cash. */
export function byForm(arrivals: readonly CapitalArrival[]): [CapitalForm, Sum][] {
  const forms = [...new Set(arrivals.map(({ form }) => form))]
  return forms.map(form => [form, sum(arrivals.filter(one => one.form === form))])
}
