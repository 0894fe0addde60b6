import { getTranslations } from 'next-intl/server'
import { ChipLink, FilterChip, FilterChips } from '@/components/filter-chips'
import type { List, ListFilter } from '@/domain/filter/list'
import type { ListField } from './list-field'
import { TextFilter } from './text-filter'

/** The chips above a list; each a GET form or a link, so a filter is an address that one can share. */
export async function ListChips<F extends ListFilter>(props: {
  list: List<F>
  filter: F
  fields: readonly ListField<F>[]
  /** Where the answers go. */
  path: string
}) {
  const { list, filter, fields, path } = props
  const common = await getTranslations('common')
  const words = { apply: common('act.apply'), remove: common('list.removeFilter') }
  const href = (changes: Partial<F>) => path + list.search(filter, changes)
  const carry = (changes: Partial<F>) => [...new URLSearchParams(list.search(filter, changes))] as const
  const hidden = fields.filter(({ rare, value }) => rare && !value)
  const chip = (field: ListField<F>) => {
    const { key, label, value, without, ask, marks } = field
    if (key === 'q')
      return <TextFilter key={key} action={path} label={label} value={filter.text} carry={carry(without)} />
    if (ask)
      return (
        <FilterChip
          key={key}
          label={label}
          value={value}
          action={path}
          carry={carry(without)}
          removeHref={href(without)}
          words={words}
        >
          {ask()}
        </FilterChip>
      )
    if (marks)
      return marks.map(({ label, on, to, look, icon }) => (
        <ChipLink key={label} href={href(to)} on={on} look={look} icon={icon}>
          {label}
        </ChipLink>
      ))
    return value ? (
      <ChipLink key={key} on href={href(without)}>
        {label} <b>{value}</b>
      </ChipLink>
    ) : null
  }
  return (
    <FilterChips label={common('list.filters')}>
      {fields.filter(field => !hidden.includes(field)).map(chip)}
      {hidden.length > 0 ? (
        <FilterChip
          label={common('act.more')}
          action={path}
          carry={carry(Object.assign({}, ...hidden.map(({ without }) => without)))}
          words={words}
        >
          <div className="grid gap-3">
            {hidden.map(({ key, label, ask }) => (
              <fieldset key={key} className="grid gap-1">
                <legend className="text-12 text-ink-2">{label}</legend>
                {ask?.()}
              </fieldset>
            ))}
          </div>
        </FilterChip>
      ) : null}
    </FilterChips>
  )
}
