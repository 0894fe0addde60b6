import { getTranslations } from 'next-intl/server'
import { ChipLink, FilterChip, FilterChips } from '@/components/filter-chips'
import { type DealFilter, dealSearch, toggleStatus } from '@/domain/deal/filter'
import { type FilterKey, filterQuestions } from './deal-filter-questions'
import { filterWords } from './deal-filter-words'

/** Always in view; the rest stands behind one chip until it is set. */
const first: readonly FilterKey[] = ['desk', 'stage', 'country', 'officer', 'industry', 'amount']
const rare: readonly FilterKey[] = ['status', 'created', 'stageSince', 'approved', 'asOf']

/** Taken away, nothing of the filter is left in that question. */
const without: Record<FilterKey, Partial<DealFilter>> = {
  q: { text: null },
  desk: { desks: [] },
  stage: { stages: [] },
  status: { statuses: ['active'] },
  country: { countries: [] },
  officer: { officer: null },
  industry: { industries: [] },
  amount: { minCny: null, maxCny: null },
  created: { createdFrom: null, createdTo: null },
  stageSince: { stageFrom: null, stageTo: null },
  approved: { approved: 'this_year' },
  asOf: { asOf: null },
  event: { event: null },
  company: { company: null },
}

/** The chips above table and board; each a GET form, so a filter is an address that one can share. */
export async function DealFilters({ filter, path }: { filter: DealFilter; path: '/deals' | '/deals/board' }) {
  const [t, common, questions, set] = await Promise.all([
    getTranslations('deal'),
    getTranslations('common'),
    filterQuestions(filter),
    filterWords(filter),
  ])
  const value = (key: FilterKey) => set.find(one => one.key === key)?.value
  const href = (changes: Partial<DealFilter>) => path + dealSearch(filter, changes)
  const carry = (changes: Partial<DealFilter>) =>
    [...new URLSearchParams(dealSearch(filter, changes))] as const
  const words = { apply: common('act.apply'), remove: common('list.removeFilter') }
  const hidden = rare.filter(key => !value(key))
  const shown: FilterKey[] = [
    ...(['q', 'event', 'company'] as const).filter(value),
    ...first,
    ...rare.filter(value),
  ]
  return (
    <FilterChips label={common('list.filters')}>
      {shown.map(key => (
        <FilterChip
          key={key}
          label={t(`filter.${key}`)}
          value={value(key)}
          action={path}
          carry={carry(without[key])}
          removeHref={href(without[key])}
          words={words}
        >
          {questions[key]}
        </FilterChip>
      ))}
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
      <ChipLink href={href({ highTech: !filter.highTech })} on={filter.highTech} look="add">
        {t('filter.highTech')}
      </ChipLink>
      <FilterChip
        label={t('filter.more')}
        action={path}
        carry={carry(Object.assign({}, ...hidden.map(key => without[key])))}
        words={words}
      >
        <div className="grid gap-3">
          {hidden.map(key => (
            <fieldset key={key} className="grid gap-1">
              <legend className="text-12 text-ink-2">{t(`filter.${key}`)}</legend>
              {questions[key]}
            </fieldset>
          ))}
        </div>
      </FilterChip>
    </FilterChips>
  )
}
