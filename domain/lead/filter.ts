import type { IsoDate } from '@/domain/calendar/date'
import type { CountryCode } from '@/domain/country/country'
import { type ListFilter, listOf, unfiltered } from '@/domain/filter/list'
import { flag, several, single, someOrAll } from '@/domain/filter/parameter'
import { country, day, id, oneWord, recordNumber } from '@/domain/filter/value'
import { defaultLeadColumns, type LeadColumn, leadColumns, leadSortColumn } from './column'
import { type LeadSort, type LeadStage, leadStages, type Source, sources } from './lead'
import { isOpen } from './stage'

const clockFilters = ['overdue', 'soon', 'tell'] as const

/**
 * What a list of leads shows: one object for the table, its total and its export. `desks` are keys, `event` and `company`
 * readable numbers; `clock: 'tell'` asks for those whose introducer waits to be told. Without stages those that still stand on the ladder are listed.
 */
export type LeadFilter = ListFilter<LeadSort, LeadColumn> & {
  desks: readonly string[]
  stages: readonly LeadStage[]
  countries: readonly CountryCode[]
  industries: readonly number[]
  /** Any of these tags. */
  tags: readonly number[]
  officer: number | 'none' | null
  sources: readonly Source[]
  event: string | null
  company: string | null
  clock: (typeof clockFilters)[number] | null
  unrouted: boolean
  createdFrom: IsoDate | null
  createdTo: IsoDate | null
}

export const defaultLeadFilter: LeadFilter = {
  ...unfiltered,
  desks: [],
  stages: [],
  countries: [],
  industries: [],
  tags: [],
  officer: null,
  sources: [],
  event: null,
  company: null,
  clock: null,
  unrouted: false,
  createdFrom: null,
  createdTo: null,
  sort: { key: 'clock', descending: false },
}

export const leadList = listOf<LeadFilter>({
  name: 'leads',
  usual: defaultLeadFilter,
  fields: ({ deskKeys, industryIds, personIds, tagIds }) => ({
    desk: several('desks', oneWord(deskKeys)),
    stage: someOrAll('stages', leadStages, []),
    country: several('countries', country),
    industry: several('industries', id(industryIds)),
    tag: several('tags', id(tagIds)),
    officer: single('officer', null, value => (value === 'none' ? value : id(personIds)(value))),
    source: several('sources', oneWord(sources)),
    event: single('event', null, recordNumber('E')),
    company: single('company', null, recordNumber('C')),
    clock: single('clock', null, oneWord(clockFilters)),
    unrouted: flag('unrouted'),
    from: single('createdFrom', null, day),
    to: single('createdTo', null, day),
  }),
  columns: leadColumns,
  usualColumns: defaultLeadColumns,
  sortColumn: leadSortColumn,
  falling: ['updated', 'number', 'amount'],
})
export const { parse: parseLeadFilter, search: leadSearch, isUsual: isDefaultLeadFilter } = leadList

/** The stages that a filter lets through. */
export const stagesOf = (filter: Pick<LeadFilter, 'stages'>): readonly LeadStage[] =>
  filter.stages.length > 0 ? filter.stages : leadStages.filter(isOpen)
