import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { FilterChip, FilterChips } from '@/components/filter-chips'
import { Checkbox, Select } from '@/components/inputs'
import { countryOptions } from '@/domain/country/country'
import { eventKinds } from '@/domain/event/event'
import { type EventFilter, eventSearch } from '@/domain/event/filter'
import { nameIn } from '@/domain/user/user'
import { naming } from '../naming'
import { TextFilter } from '../text-filter'
import { filterWords } from './event-filter-words'

/** The chips above the table; each a GET form, so a filter is an address that one can share. */
export async function EventFilters({ filter, years }: { filter: EventFilter; years: readonly number[] }) {
  const [t, common, { ref, locale }, set] = await Promise.all([
    getTranslations('event'),
    getTranslations('common'),
    naming(),
    filterWords(filter),
  ])
  const carry = (without: Partial<EventFilter>) => [...new URLSearchParams(eventSearch(filter, without))]
  const chip = (key: string, label: string, without: Partial<EventFilter>, children: ReactNode) => (
    <FilterChip
      key={key}
      label={label}
      value={set.find(one => one.key === key)?.value}
      action="/events"
      carry={carry(without) as [string, string][]}
      removeHref={`/events${eventSearch(filter, without)}`}
      words={{ apply: common('act.apply'), remove: common('list.removeFilter') }}
    >
      {children}
    </FilterChip>
  )
  const box = (name: string, value: string, label: string, on: boolean) => (
    <Checkbox key={value} name={name} value={value} label={label} defaultChecked={on} />
  )
  const countries = countryOptions(locale, ref.countries)
  return (
    <FilterChips label={common('list.filters')}>
      <TextFilter
        action="/events"
        label={t('filter.text')}
        value={filter.text}
        carry={carry({ text: null }) as [string, string][]}
      />
      {chip(
        'kind',
        t('column.kind'),
        { kinds: [] },
        eventKinds.map(kind => box('kind', kind, t(`kind.${kind}`), filter.kinds.includes(kind))),
      )}
      {chip(
        'desk',
        t('column.desks'),
        { desks: [] },
        ref.desks.map(desk =>
          box('desk', desk.key, nameIn(locale, desk.name, desk.names), filter.desks.includes(desk.key)),
        ),
      )}
      {chip(
        'year',
        t('filter.year'),
        { year: null },
        <Select
          name="year"
          aria-label={t('filter.year')}
          small
          empty={common('say.any')}
          defaultValue={filter.year === null ? '' : String(filter.year)}
          options={years.map(String).map(year => ({ value: year, label: year }))}
        />,
      )}
      {chip(
        'country',
        t('column.country'),
        { countries: [] },
        [...countries.promoted, ...countries.others].map(({ code, name }) =>
          box('country', code, name, filter.countries.includes(code)),
        ),
      )}
    </FilterChips>
  )
}
