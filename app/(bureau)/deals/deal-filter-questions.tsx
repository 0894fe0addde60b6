import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Checkbox, DateInput, Select, TextInput } from '@/components/inputs'
import { countryOptions } from '@/domain/country/country'
import { dealStages, dealStatuses } from '@/domain/deal/deal'
import type { DealFilter } from '@/domain/deal/filter'
import { yuanText } from '@/domain/deal/filter-amount'
import { nameIn } from '@/domain/user/user'
import { naming } from '../naming'

export type FilterKey =
  | 'q'
  | 'desk'
  | 'stage'
  | 'status'
  | 'country'
  | 'officer'
  | 'industry'
  | 'amount'
  | 'created'
  | 'stageSince'
  | 'approved'
  | 'asOf'
  | 'event'
  | 'company'

/** The inputs of each chip; their names are those of the address. */
export async function filterQuestions(filter: DealFilter): Promise<Record<FilterKey, ReactNode>> {
  const [t, common, { ref, locale }] = await Promise.all([
    getTranslations('deal'),
    getTranslations('common'),
    naming(),
  ])
  const box = (name: string, key: string, label: string, on: boolean) => (
    <Checkbox key={key} name={name} value={key} label={label} defaultChecked={on} />
  )
  const line = (name: string, label: string, value: string | null) => (
    <TextInput
      name={name}
      aria-label={label}
      placeholder={label}
      defaultValue={value ?? ''}
      maxLength={200}
      small
    />
  )
  const dates = (key: string, label: string, from: string | null, to: string | null) => (
    <div className="grid gap-2">
      <DateInput
        name={`${key}From`}
        aria-label={`${label} ${common('list.from')}`}
        defaultValue={from ?? ''}
        small
      />
      <DateInput
        name={`${key}To`}
        aria-label={`${label} ${common('list.to')}`}
        defaultValue={to ?? ''}
        small
      />
    </div>
  )
  const countries = countryOptions(locale, ref.countries)
  const officers = ref.people.filter(person => person.role === 'officer' || person.role === 'manager')
  const years = [1, 2, 3].map(back => String(Number(ref.today.slice(0, 4)) - back))
  return {
    q: line('q', t('filter.q'), filter.text),
    desk: ref.desks.map(desk =>
      box('desk', desk.key, nameIn(locale, desk.name, desk.names), filter.desks.includes(desk.key)),
    ),
    stage: dealStages.map(stage => box('stage', stage, t(`stage.${stage}`), filter.stages.includes(stage))),
    status: dealStatuses.map(status =>
      box('status', status, t(`status.${status}`), filter.statuses.includes(status)),
    ),
    country: [...countries.promoted, ...countries.others].map(({ code, name }) =>
      box('country', code, name, filter.countries.includes(code)),
    ),
    officer: (
      <Select
        name="officer"
        aria-label={t('filter.officer')}
        small
        empty={common('say.any')}
        defaultValue={filter.officer === null ? '' : String(filter.officer)}
        options={[
          { value: 'none', label: t('filter.nobody') },
          ...officers.map(person => ({
            value: String(person.id),
            label: nameIn(locale, person.name, person.names),
          })),
        ]}
      />
    ),
    industry: ref.industries.map(industry =>
      box(
        'industry',
        String(industry.id),
        nameIn(locale, industry.name, industry.names),
        filter.industries.includes(industry.id),
      ),
    ),
    amount: (
      <div className="grid gap-2">
        {line('min', t('filter.min'), filter.minCny === null ? null : yuanText(filter.minCny))}
        {line('max', t('filter.max'), filter.maxCny === null ? null : yuanText(filter.maxCny))}
      </div>
    ),
    created: dates('created', t('filter.created'), filter.createdFrom, filter.createdTo),
    stageSince: dates('stage', t('filter.stageSince'), filter.stageFrom, filter.stageTo),
    approved: (
      <Select
        name="approved"
        aria-label={t('filter.approved')}
        small
        defaultValue={filter.approved === 'this_year' ? '' : String(filter.approved)}
        empty={t('filter.thisYear')}
        options={[
          { value: 'all', label: t('filter.allYears') },
          ...years.map(year => ({ value: year, label: year })),
        ]}
      />
    ),
    asOf: (
      <DateInput
        name="asOf"
        aria-label={t('filter.asOf')}
        defaultValue={filter.asOf ?? ''}
        max={ref.today}
        small
      />
    ),
    event: line('event', t('filter.event'), filter.event),
    company: line('company', t('filter.company'), filter.company),
  }
}
