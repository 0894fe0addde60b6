import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { FilterChip, FilterChips } from '@/components/filter-chips'
import { Checkbox, Select } from '@/components/inputs'
import { companyKinds, segments } from '@/domain/company/company'
import { type CompanyFilter, companySearch } from '@/domain/company/filter'
import { countryOptions } from '@/domain/country/country'
import { nameIn } from '@/domain/user/user'
import { naming } from '../naming'
import { TextFilter } from '../text-filter'
import { filterWords } from './company-filter-words'

/** The chips above the table; each a GET form, so a filter is an address that one can share. */
export async function CompanyFilters({ filter }: { filter: CompanyFilter }) {
  const [t, common, { ref, locale }, set] = await Promise.all([
    getTranslations('company'),
    getTranslations('common'),
    naming(),
    filterWords(filter),
  ])
  const carry = (without: Partial<CompanyFilter>) => [...new URLSearchParams(companySearch(filter, without))]
  const chip = (key: string, label: string, without: Partial<CompanyFilter>, children: ReactNode) => (
    <FilterChip
      key={key}
      label={label}
      value={set.find(one => one.key === key)?.value}
      action="/companies"
      carry={carry(without) as [string, string][]}
      removeHref={`/companies${companySearch(filter, without)}`}
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
        action="/companies"
        label={t('filter.text')}
        value={filter.text}
        carry={carry({ text: null }) as [string, string][]}
      />
      {chip(
        'country',
        t('column.country'),
        { countries: [] },
        [...countries.promoted, ...countries.others].map(({ code, name }) =>
          box('country', code, name, filter.countries.includes(code)),
        ),
      )}
      {chip(
        'kind',
        t('column.kind'),
        { kinds: [] },
        companyKinds.map(kind => box('kind', kind, t(`kind.${kind}`), filter.kinds.includes(kind))),
      )}
      {chip(
        'segment',
        t('column.segment'),
        { segments: [] },
        segments.map(one => box('segment', one, t(`segment.${one}`), filter.segments.includes(one))),
      )}
      {chip(
        'industry',
        t('column.industry'),
        { industries: [] },
        ref.industries.map(({ id, name, names }) =>
          box('industry', String(id), nameIn(locale, name, names), filter.industries.includes(id)),
        ),
      )}
      {chip(
        'inZone',
        t('filter.inZone'),
        { inZone: null },
        <Select
          name="inZone"
          aria-label={t('filter.inZone')}
          small
          empty={common('say.any')}
          defaultValue={filter.inZone === null ? '' : filter.inZone ? 'yes' : 'no'}
          options={[
            { value: 'yes', label: t('filter.inside') },
            { value: 'no', label: t('filter.outside') },
          ]}
        />,
      )}
    </FilterChips>
  )
}
