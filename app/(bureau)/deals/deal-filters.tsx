import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { ChipLink, FilterChip, FilterChips } from '@/components/filter-chips'
import { Checkbox, DateInput, Select, TextInput } from '@/components/inputs'
import { countryOptions } from '@/domain/country/country'
import { dealStages, dealStatuses } from '@/domain/deal/deal'
import { type DealFilter, dealSearch, toggleStatus } from '@/domain/deal/filter'
import { yuanText } from '@/domain/deal/filter-amount'
import { nameIn } from '@/domain/user/user'
import { naming } from '../naming'
import { filterWords } from './deal-filter-words'

/** The chips above table and board; each a GET form, so a filter is an address that one can share. */
export async function DealFilters({ filter, path }: { filter: DealFilter; path: '/deals' | '/deals/board' }) {
  const [t, common, names, set] = await Promise.all([
    getTranslations('deal'),
    getTranslations('common'),
    naming(),
    filterWords(filter),
  ])
  const { ref, locale } = names
  const href = (changes: Partial<DealFilter>) => path + dealSearch(filter, changes)
  const value = (key: string) => set.find(one => one.key === key)?.value
  const chip = (key: string, label: string, without: Partial<DealFilter>, children: ReactNode) => (
    <FilterChip
      key={key}
      label={label}
      value={value(key)}
      action={path}
      carry={[...new URLSearchParams(dealSearch(filter, without))]}
      removeHref={href(without)}
      words={{ apply: common('act.apply'), remove: common('list.removeFilter') }}
    >
      {children}
    </FilterChip>
  )
  const box = (name: string, key: string, label: string, on: boolean) => (
    <Checkbox key={key} name={name} value={key} label={label} defaultChecked={on} />
  )
  const countries = countryOptions(locale, ref.countries)
  const dates = (key: string, from: string | null, to: string | null) => (
    <div className="grid gap-2">
      <DateInput name={`${key}From`} aria-label={common('list.from')} defaultValue={from ?? ''} small />
      <DateInput name={`${key}To`} aria-label={common('list.to')} defaultValue={to ?? ''} small />
    </div>
  )
  return (
    <FilterChips label={common('list.filters')}>
      {filter.text
        ? chip(
            'q',
            t('filter.q'),
            { text: null },
            <TextInput name="q" aria-label={t('filter.q')} defaultValue={filter.text} small />,
          )
        : null}
      {chip(
        'desk',
        t('filter.desk'),
        { desks: [] },
        ref.desks.map(desk =>
          box('desk', desk.key, nameIn(locale, desk.name, desk.names), filter.desks.includes(desk.key)),
        ),
      )}
      {chip(
        'stage',
        t('filter.stage'),
        { stages: [] },
        dealStages.map(stage => box('stage', stage, t(`stage.${stage}`), filter.stages.includes(stage))),
      )}
      {chip(
        'status',
        t('filter.status'),
        { statuses: ['active'] },
        dealStatuses.map(status =>
          box('status', status, t(`status.${status}`), filter.statuses.includes(status)),
        ),
      )}
      {chip(
        'country',
        t('filter.country'),
        { countries: [] },
        [...countries.promoted, ...countries.others].map(({ code, name }) =>
          box('country', code, name, filter.countries.includes(code)),
        ),
      )}
      {chip(
        'officer',
        t('filter.officer'),
        { officer: null },
        <Select
          name="officer"
          aria-label={t('filter.officer')}
          small
          empty={common('say.any')}
          defaultValue={filter.officer === null ? '' : String(filter.officer)}
          options={[
            { value: 'none', label: t('filter.nobody') },
            ...ref.people
              .filter(person => person.role === 'officer' || person.role === 'manager')
              .map(person => ({
                value: String(person.id),
                label: nameIn(locale, person.name, person.names),
              })),
          ]}
        />,
      )}
      {chip(
        'industry',
        t('filter.industry'),
        { industries: [] },
        ref.industries.map(industry =>
          box(
            'industry',
            String(industry.id),
            nameIn(locale, industry.name, industry.names),
            filter.industries.includes(industry.id),
          ),
        ),
      )}
      {chip(
        'amount',
        t('filter.amount'),
        { minCny: null, maxCny: null },
        <div className="grid gap-2">
          <TextInput
            name="min"
            aria-label={t('filter.min')}
            placeholder={t('filter.min')}
            defaultValue={filter.minCny === null ? '' : yuanText(filter.minCny)}
            small
          />
          <TextInput
            name="max"
            aria-label={t('filter.max')}
            placeholder={t('filter.max')}
            defaultValue={filter.maxCny === null ? '' : yuanText(filter.maxCny)}
            small
          />
        </div>,
      )}
      {chip(
        'created',
        t('filter.created'),
        { createdFrom: null, createdTo: null },
        dates('created', filter.createdFrom, filter.createdTo),
      )}
      {chip(
        'stageSince',
        t('filter.stageSince'),
        { stageFrom: null, stageTo: null },
        dates('stage', filter.stageFrom, filter.stageTo),
      )}
      {chip(
        'approved',
        t('filter.approved'),
        { approved: 'this_year' },
        <Select
          name="approved"
          aria-label={t('filter.approved')}
          small
          defaultValue={filter.approved === 'this_year' ? '' : String(filter.approved)}
          empty={t('filter.thisYear')}
          options={[
            { value: 'all', label: t('filter.allYears') },
            ...[1, 2, 3]
              .map(back => String(Number(ref.today.slice(0, 4)) - back))
              .map(year => ({ value: year, label: year })),
          ]}
        />,
      )}
      {chip(
        'asOf',
        t('filter.asOf'),
        { asOf: null },
        <DateInput
          name="asOf"
          aria-label={t('filter.asOf')}
          defaultValue={filter.asOf ?? ''}
          max={ref.today}
          small
        />,
      )}
      {filter.event
        ? chip(
            'event',
            t('filter.event'),
            { event: null },
            <TextInput name="event" aria-label={t('filter.event')} defaultValue={filter.event} small />,
          )
        : null}
      {filter.company
        ? chip(
            'company',
            t('filter.company'),
            { company: null },
            <TextInput name="company" aria-label={t('filter.company')} defaultValue={filter.company} small />,
          )
        : null}
      {filter.asOf ? null : (
        <>
          <ChipLink href={href({ stuck: !filter.stuck })} on={filter.stuck} look="warn" icon="triangle-alert">
            {t('filter.stuck')}
          </ChipLink>
          <ChipLink href={href({ overdue: !filter.overdue })} on={filter.overdue} look="warn" icon="clock">
            {t('filter.overdue')}
          </ChipLink>
        </>
      )}
      <ChipLink href={href({ highTech: !filter.highTech })} on={filter.highTech} look="add">
        {t('filter.highTech')}
      </ChipLink>
      {(['on_hold', 'lost'] as const).map(status => (
        <ChipLink
          key={status}
          href={href({ statuses: toggleStatus(filter, status) })}
          on={filter.statuses.includes(status)}
          look="add"
        >
          {t(`status.${status}`)}
        </ChipLink>
      ))}
    </FilterChips>
  )
}
