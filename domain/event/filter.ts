import type { CountryCode } from '@/domain/country/country'
import { type ListFilter, listOf, unfiltered } from '@/domain/filter/list'
import { several, single } from '@/domain/filter/parameter'
import { country, oneWord, wholeNumber } from '@/domain/filter/value'
import { defaultEventColumns, type EventColumn, eventColumns, eventSortColumn } from './column'
import { type EventKind, type EventSort, eventKinds } from './event'

/** What a list of events shows: one object for table, total and export. `desks` are keys; `year` is one in which it takes place. */
export type EventFilter = ListFilter<EventSort, EventColumn> & {
  kinds: readonly EventKind[]
  desks: readonly string[]
  year: number | null
  countries: readonly CountryCode[]
}

export const defaultEventFilter: EventFilter = {
  ...unfiltered,
  kinds: [],
  desks: [],
  year: null,
  countries: [],
  sort: { key: 'starts', descending: true },
}

export const eventList = listOf<EventFilter>({
  name: 'events',
  usual: defaultEventFilter,
  fields: ({ deskKeys }) => ({
    kind: several('kinds', oneWord(eventKinds)),
    desk: several('desks', oneWord(deskKeys)),
    year: single('year', null, wholeNumber(1980, 2200)),
    country: several('countries', country),
  }),
  columns: eventColumns,
  usualColumns: defaultEventColumns,
  sortColumn: eventSortColumn,
  falling: ['starts', 'number'],
})
export const { parse: parseEventFilter, search: eventSearch, isUsual: isDefaultEventFilter } = eventList
