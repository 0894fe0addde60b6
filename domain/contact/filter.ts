import type { CountryCode } from '@/domain/country/country'
import { type ListFilter, listOf, unfiltered } from '@/domain/filter/list'
import { several } from '@/domain/filter/parameter'
import { country, id, oneWord } from '@/domain/filter/value'
import { type Locale, locales } from '@/domain/user/user'
import { type ContactColumn, contactColumns, contactSortColumn, defaultContactColumns } from './column'
import { type Consent, consents } from './contact'

/** What a list of contacts shows: one object for table, total and export. */
export type ContactFilter = ListFilter<keyof typeof contactSortColumn, ContactColumn> & {
  /** Of the contact's company, as are the industries. */
  countries: readonly CountryCode[]
  industries: readonly number[]
  languages: readonly Locale[]
  consents: readonly Consent[]
}

export const defaultContactFilter: ContactFilter = {
  ...unfiltered,
  countries: [],
  industries: [],
  languages: [],
  consents: [],
  sort: { key: 'name', descending: false },
}

export const contactList = listOf<ContactFilter>({
  name: 'contacts',
  usual: defaultContactFilter,
  fields: ({ industryIds }) => ({
    country: several('countries', country),
    industry: several('industries', id(industryIds)),
    language: several('languages', oneWord(locales)),
    consent: several('consents', oneWord(consents)),
  }),
  columns: contactColumns,
  usualColumns: defaultContactColumns,
  sortColumn: contactSortColumn,
  falling: ['number', 'updated'],
})
