import { addDays, type IsoDate, weekdayOf } from '@/domain/calendar/date'
import {
  type Parameters,
  type SearchParams,
  sayAddress,
  single,
  takeAddress,
} from '@/domain/filter/parameter'
import { oneWord, wholeNumber } from '@/domain/filter/value'

/** Mine; given by me to others; of my desks; all within reach (the director's). */
export const taskOwners = ['mine', 'given', 'desk', 'all'] as const
export type TaskOwner = (typeof taskOwners)[number]
export const taskStates = ['open', 'done'] as const
export const taskDues = ['overdue', 'today', 'week', 'later', 'none'] as const
export type TaskDue = (typeof taskDues)[number]

/** What the list of tasks shows: one object for rows and count. */
export type TaskFilter = {
  whose: TaskOwner
  state: (typeof taskStates)[number]
  due: TaskDue | null
  page: number
}
export const usualTaskFilter: TaskFilter = { whose: 'mine', state: 'open', due: null, page: 1 }

const address: Parameters<TaskFilter> = {
  whose: single('whose', 'mine', oneWord(taskOwners)),
  state: single('state', 'open', oneWord(taskStates)),
  due: single('due', null, oneWord(taskDues)),
  page: single('page', 1, wholeNumber(1, 100_000)),
}

/** The filter that an address says, and what in it means nothing. */
export function parseTaskFilter(params: SearchParams): { filter: TaskFilter; ignored: string[] } {
  const filter = { ...usualTaskFilter }
  return { ignored: takeAddress(address, filter, params), filter }
}

/** `?…`; a change turns back to the first page. */
export const taskSearch = (filter: TaskFilter, changes: Partial<TaskFilter> = {}): string =>
  sayAddress(address, { ...filter, page: 1, ...changes })

/** The last day of this week, which begins on Monday. */
export const weekEnd = (today: IsoDate): IsoDate => addDays(today, (7 - weekdayOf(today)) % 7)

/** In which group of the list a task stands. */
export function dueGroup(dueOn: IsoDate | null, today: IsoDate): TaskDue {
  if (!dueOn) return 'none'
  if (dueOn < today) return 'overdue'
  if (dueOn === today) return 'today'
  return dueOn <= weekEnd(today) ? 'week' : 'later'
}
