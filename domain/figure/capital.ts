import type { BasisKey } from '@/domain/capital/basis'
import { type CapitalFilter, type CapitalSet, usualCapitalFilter } from '@/domain/capital/filter'
import type { CapitalFigureKey } from './figure'

/**
 * Which rows a figure of capital adds up: a set of the page of capital, of all parts or of those that a basis counts.
 * Committed: by the parts of active deals (approved: of those that are). Expected: what of the plans of active deals is still
 * to come, by its last day, from today on; overdue: by a day that has passed. Received: confirmed arrivals, by the day on
 * which they came; waiting: those that nobody has decided on.
 */
const counted: Record<CapitalFigureKey, { set: CapitalSet; basis: BasisKey | null }> = {
  capital_committed: { set: 'committed', basis: null },
  capital_approved: { set: 'approved', basis: null },
  contracted_foreign_capital: { set: 'committed', basis: 'foreign' },
  funds_received: { set: 'received', basis: null },
  foreign_capital_used: { set: 'received', basis: 'foreign' },
  domestic_capital_attracted: { set: 'received', basis: 'attracted' },
  capital_expected: { set: 'expected', basis: null },
  capital_overdue: { set: 'overdue', basis: null },
  capital_waiting: { set: 'waiting', basis: null },
}
export const capitalFigureKeys = Object.keys(counted) as CapitalFigureKey[]

type Asked = Partial<Omit<CapitalFilter, 'set' | 'basis'>>

/** The list that a figure adds up: its value and its rows come of this filter, and its link leads to that very list. */
export const capitalFigureFilter = (key: CapitalFigureKey, asked: Asked = {}): CapitalFilter => ({
  ...usualCapitalFilter,
  ...asked,
  ...counted[key],
})

/** The figure that a set is under a basis: the basis's own, else that of the set at all. */
export function capitalFigureOf(set: CapitalSet, basis: BasisKey | null): CapitalFigureKey {
  const of = (wanted: BasisKey | null) =>
    capitalFigureKeys.find(key => counted[key].set === set && counted[key].basis === wanted)
  return of(basis) ?? (of(null) as CapitalFigureKey)
}
