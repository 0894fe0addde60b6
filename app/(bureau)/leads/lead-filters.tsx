import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { ChipLink, FilterChip, FilterChips } from '@/components/filter-chips'
import { Checkbox, DateInput, Select } from '@/components/inputs'
import { countryOptions } from '@/domain/country/country'
import { type LeadFilter, leadSearch, stagesOf } from '@/domain/lead/filter'
import { leadStages, sources } from '@/domain/lead/lead'
import { nameIn } from '@/domain/user/user'
import { naming } from '../naming'
import { TextFilter } from '../text-filter'
import type { SetFilter } from './lead-filter-words'
import { leadOptions } from './lead-options'

/** The chips above the list; each a GET form, so a filter is an address that one can share. */
export async function LeadFilters({ filter, set }: { filter: LeadFilter; set: readonly SetFilter[] }) {
  const [t, common, { ref, locale }, options] = await Promise.all([
    getTranslations('lead'),
    getTranslations('common'),
    naming(),
    leadOptions(),
  ])
  const href = (changes: Partial<LeadFilter>) => `/leads${leadSearch(filter, changes)}`
  const carry = (without: Partial<LeadFilter>) => [...new URLSearchParams(leadSearch(filter, without))]
  const chip = (key: string, label: string, without: Partial<LeadFilter>, children: ReactNode) => (
    <FilterChip
      key={key}
      label={label}
      value={set.find(one => one.key === key)?.value}
      action="/leads"
      carry={carry(without)}
      removeHref={href(without)}
      words={{ apply: common('act.apply'), remove: common('list.removeFilter') }}
    >
      {children}
    </FilterChip>
  )
  const box = (name: string, value: string, label: string, on: boolean) => (
    <Checkbox key={value} name={name} value={value} label={label} defaultChecked={on} />
  )
  const countries = countryOptions(locale, ref.countries)
  const shown = stagesOf(filter)
  return (
    <FilterChips label={common('list.filters')}>
      <TextFilter action="/leads" label={t('filter.q')} value={filter.text} carry={carry({ text: null })} />
      {chip(
        'desk',
        t('field.desk'),
        { desks: [] },
        ref.desks.map(desk =>
          box('desk', desk.key, nameIn(locale, desk.name, desk.names), filter.desks.includes(desk.key)),
        ),
      )}
      {chip(
        'stage',
        t('field.stage'),
        { stages: [] },
        leadStages.map(stage => box('stage', stage, t(`stage.${stage}`), shown.includes(stage))),
      )}
      {chip(
        'country',
        t('field.country'),
        { countries: [] },
        [...countries.promoted, ...countries.others].map(({ code, name }) =>
          box('country', code, name, filter.countries.includes(code)),
        ),
      )}
      {chip(
        'source',
        t('field.sourceOnly'),
        { sources: [] },
        sources.map(source => box('source', source, t(`source.${source}`), filter.sources.includes(source))),
      )}
      {chip(
        'officer',
        t('field.officer'),
        { officer: null },
        <Select
          name="officer"
          small
          aria-label={t('field.officer')}
          empty={common('say.any')}
          defaultValue={filter.officer === null ? '' : String(filter.officer)}
          options={[{ value: 'none', label: t('filter.nobody') }, ...options.workers()]}
        />,
      )}
      {chip(
        'industry',
        t('field.industry'),
        { industries: [] },
        options.industries.map(({ value, label }) =>
          box('industry', value, label, filter.industries.includes(Number(value))),
        ),
      )}
      {chip(
        'created',
        t('filter.created'),
        { createdFrom: null, createdTo: null },
        <div className="grid gap-2">
          <DateInput
            name="from"
            small
            aria-label={common('list.from')}
            defaultValue={filter.createdFrom ?? ''}
          />
          <DateInput name="to" small aria-label={common('list.to')} defaultValue={filter.createdTo ?? ''} />
        </div>,
      )}
      {filter.event || filter.company
        ? set
            .filter(one => one.key === 'event' || one.key === 'company')
            .map(one => (
              <ChipLink key={one.key} on href={href({ [one.key]: null })}>
                {one.label} <b>{one.value}</b>
              </ChipLink>
            ))
        : null}
      <ChipLink
        href={href({ clock: filter.clock === 'overdue' ? null : 'overdue' })}
        on={filter.clock === 'overdue'}
        look="warn"
        icon="triangle-alert"
      >
        {t('filter.overdue')}
      </ChipLink>
      <ChipLink
        href={href({ clock: filter.clock === 'soon' ? null : 'soon' })}
        on={filter.clock === 'soon'}
        look="add"
      >
        {t('filter.soon')}
      </ChipLink>
      <ChipLink href={href({ unrouted: !filter.unrouted })} on={filter.unrouted} look="add">
        {t('filter.unrouted')}
      </ChipLink>
    </FilterChips>
  )
}
