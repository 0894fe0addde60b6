import type { IsoDate } from '@/domain/calendar/date'
import { addWorkingDays, type WorkCalendar } from '@/domain/calendar/working-day'

/** The nouns of a procedure (手续事项): a step that an agency settles before a deal can be approved. */

export const procedureStates = ['open', 'done', 'waived'] as const
export type ProcedureState = (typeof procedureStates)[number]

/** A list of steps stays one that people read through. */
export const MOST_PROCEDURES = 60
/** Nobody is given longer by an agency: five years of working days. */
export const MOST_DAYS = 1_300

type Settled = { doneOn: IsoDate | null; waivedAt: Date | null }

export const stateOfProcedure = ({ doneOn, waivedAt }: Settled): ProcedureState =>
  doneOn ? 'done' : waivedAt ? 'waived' : 'open'

/** Open, and its day is past. */
export const isOverdue = (step: Settled & { dueOn: IsoDate | null }, today: IsoDate): boolean =>
  stateOfProcedure(step) === 'open' && step.dueOn !== null && step.dueOn < today

/** The steps of a deal, counted; `blocking` are those that stand in the way of its approval, `nextDue` the first open day. */
export type ProcedureTally = {
  total: number
  settled: number
  overdue: number
  blocking: number
  nextDue: IsoDate | null
}

/** What stands in the way of the approval: mandatory, and neither done nor waived. */
export const blocksApproval = (step: Settled & { mandatory: boolean }): boolean =>
  step.mandatory && stateOfProcedure(step) === 'open'

/** A step and those that must be done before it. Steps that do not wait for each other run side by side. */
export type Ordered = { id: number; afterIds: readonly number[] }

/** Those of `afterIds` that are still open: until they are settled this one waits. Unknown ids are ignored. */
export function waitsFor<T extends Ordered & Settled>(step: T, all: readonly T[]): T[] {
  return all.filter(other => step.afterIds.includes(other.id) && stateOfProcedure(other) === 'open')
}

/** True when a step would wait for itself, by way of others. */
export function goesRound(steps: readonly Ordered[]): boolean {
  const after = new Map(steps.map(step => [step.id, step.afterIds]))
  const state = new Map<number, 'under way' | 'clear'>()
  const meets = (id: number): boolean => {
    if (state.get(id) === 'clear') return false
    if (state.get(id) === 'under way') return true
    state.set(id, 'under way')
    const round = (after.get(id) ?? []).some(meets)
    state.set(id, 'clear')
    return round
  }
  return steps.some(step => meets(step.id))
}

/**
 * The day on which each step is due: so many working days from `from`, or from the last day of those before it. A step
 * without days has none, and those behind it count from what is before it.
 */
export function dueDays(
  steps: readonly (Ordered & { days: number | null })[],
  from: IsoDate,
  calendar?: WorkCalendar,
): Map<number, IsoDate | null> {
  const byId = new Map(steps.map(step => [step.id, step]))
  const ends = new Map<number, IsoDate>()
  const endOf = (id: number, seen: readonly number[]): IsoDate => {
    const known = ends.get(id)
    if (known) return known
    const step = byId.get(id)
    if (!step || seen.includes(id)) return from
    const begins = step.afterIds.map(other => endOf(other, [...seen, id])).reduce(later, from)
    const end = step.days === null ? begins : addWorkingDays(begins, step.days, calendar)
    ends.set(id, end)
    return end
  }
  return new Map(steps.map(({ id, days }) => [id, days === null ? null : endOf(id, [])]))
}

const later = (one: IsoDate, other: IsoDate) => (one > other ? one : other)
