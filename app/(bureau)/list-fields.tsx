import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import type { IconName } from '@/components/icon'
import type { SelectOption } from '@/components/inputs'
import { QueryCheckbox, QueryInput, QuerySelect } from '@/components/query-inputs'
import { countryOptions } from '@/domain/country/country'
import type { ListFilter } from '@/domain/filter/list'
import type { Tag } from '@/domain/tag/tag'
import { nameIn } from '@/domain/user/user'
import type { ListField } from './list-field'
import { naming } from './naming'

type Words<T> = (value: T) => string
type Ends<F> = readonly (readonly [name: string, at: keyof F & string])[]

/** How the questions that several lists have are put, and how their answers read; made once a page. */
export async function fieldKit<F extends ListFilter>(filter: F) {
  const [common, names] = await Promise.all([getTranslations('common'), naming()])
  const { ref, locale, comma } = names
  const without = (keys: readonly (keyof F)[]) =>
    Object.fromEntries(keys.map(key => [key, Array.isArray(filter[key]) ? [] : null])) as Partial<F>
  /** Any of some words. `shown`: those that are ticked, where it is not what was chosen. */
  function many<V extends string | number>(
    key: string,
    at: keyof F & string,
    label: string,
    values: readonly V[] | (() => readonly (readonly [V, string])[]),
    say: Words<V>,
    { shown, all }: { shown?: readonly V[]; all?: string } = {},
  ): ListField<F> {
    const chosen = filter[at] as readonly V[]
    const ticked = shown ?? chosen
    const whole = all !== undefined && chosen.length === values.length
    return {
      key,
      label,
      value: whole ? all : chosen.map(say).join(comma),
      without: without([at]),
      ask: () =>
        (typeof values === 'function' ? values() : values.map(value => [value, say(value)] as const)).map(
          ([value, words]) => (
            <QueryCheckbox
              key={value}
              name={key}
              value={String(value)}
              label={words}
              defaultChecked={ticked.includes(value)}
            />
          ),
        ),
    }
  }

  /** One of some words, or whatever `empty` says. */
  function one(
    key: string,
    at: keyof F & string,
    label: string,
    options: readonly SelectOption[],
    {
      empty = common('say.any'),
      chosen = filter[at] === null ? '' : String(filter[at]),
      says,
    }: { empty?: string; chosen?: string; says?: string } = {},
  ): ListField<F> {
    return {
      key,
      label,
      value: says ?? options.find(({ value }) => value === chosen)?.label ?? chosen,
      without: without([at]),
      ask: () => (
        <QuerySelect name={key} aria-label={label} empty={empty} defaultValue={chosen} options={options} />
      ),
    }
  }

  /** From one value to another, either of which may be open. */
  function range<T>(
    key: string,
    label: string,
    ends: Ends<F>,
    say: Words<T>,
    says: Words<{ from: string; to: string }>,
    input: (name: string, value: T | null, index: number) => ReactNode,
  ): ListField<F> {
    const values = ends.map(([, at]) => filter[at] as T | null)
    const [from = '…', to = '…'] = values.map(value => (value === null ? undefined : say(value)))
    return {
      key,
      label,
      value: values.every(value => value === null) ? '' : says({ from, to }),
      without: without(ends.map(([, at]) => at)),
      ask: () => (
        <div className="grid gap-2">
          {ends.map(([name], index) => input(name, values[index] ?? null, index))}
        </div>
      ),
    }
  }

  return {
    names,
    many,
    one,
    text: (label: string): ListField<F> => ({
      key: 'q',
      label,
      value: filter.text ?? '',
      without: { text: null } as Partial<F>,
    }),
    desks: (label: string) =>
      many(
        'desk',
        'desks' as keyof F & string,
        label,
        ref.desks.map(desk => desk.key),
        names.deskOfKey,
      ),
    industries: (label: string) =>
      many(
        'industry',
        'industries' as keyof F & string,
        label,
        ref.industries.map(industry => industry.id),
        names.industry,
      ),
    tags: (label: string, tags: readonly Tag[]) =>
      many(
        'tag',
        'tags' as keyof F & string,
        label,
        () => tags.map(tag => [tag.id, tag.name] as const),
        id => tags.find(tag => tag.id === id)?.name ?? String(id),
      ),
    /** The usual ones and those chosen to tick; one of the two hundred others to choose. */
    countries(label: string): ListField<F> {
      const { promoted, others } = countryOptions(locale, ref.countries)
      const chosen = filter['countries' as keyof F] as readonly string[]
      const ticks = [...promoted, ...others.filter(({ code }) => chosen.includes(code))]
      const field = many(
        'country',
        'countries' as keyof F & string,
        label,
        () => ticks.map(({ code, name }) => [code, name] as const),
        names.country,
      )
      const rest = others.filter(({ code }) => !chosen.includes(code))
      return {
        ...field,
        ask: () => (
          <>
            {field.ask?.()}
            <QuerySelect
              name="country"
              aria-label={label}
              empty={common('say.otherCountry')}
              defaultValue=""
              options={rest.map(({ code, name }) => ({ value: code, label: name }))}
            />
          </>
        ),
      }
    },
    /** Officers and heads, those who have left too: their records are still theirs. */
    officer(label: string, nobody: string) {
      const chosen = filter['officer' as keyof F]
      const people = ref.people.filter(({ role }) => role === 'officer' || role === 'manager')
      const options = people.map(({ id, name, names }) => ({
        value: String(id),
        label: nameIn(locale, name, names),
      }))
      return one(
        'officer',
        'officer' as keyof F & string,
        label,
        [{ value: 'none', label: nobody }, ...options],
        {
          says: typeof chosen === 'number' ? names.person(chosen) || String(chosen) : undefined,
        },
      )
    },
    range,
    /** From one day to another, both included. */
    days: (key: string, label: string, ends: Ends<F>, says: Words<{ from: string; to: string }>) =>
      range<string>(key, label, ends, names.fullDay, says, (name, value, index) => (
        <QueryInput
          key={name}
          name={name}
          aria-label={`${label} ${common(index === 0 ? 'list.from' : 'list.to')}`}
          defaultValue={value ?? ''}
        />
      )),
    /** A record that an address names; it is not asked for here. */
    record: (key: keyof F & string, label: string, name?: string | null): ListField<F> => ({
      key,
      label,
      value: filter[key] === null ? '' : (name ?? String(filter[key])),
      without: without([key]),
    }),
    /** As it stood on an earlier day. */
    asOf: (label: string): ListField<F> => {
      const day = filter['asOf' as keyof F] as string | null
      return {
        key: 'asOf',
        label,
        value: day ? names.fullDay(day) : '',
        without: { asOf: null } as unknown as Partial<F>,
        ask: () => <QueryInput name="asOf" aria-label={label} defaultValue={day ?? ''} max={names.today} />,
      }
    },
    /** On or off. */
    mark(key: keyof F & string, label: string, look: 'warn' | 'add' = 'add', icon?: IconName): ListField<F> {
      const on = filter[key] === true
      const off = { [key]: false } as Partial<F>
      const to = { [key]: !on } as Partial<F>
      return { key, label, value: on ? '✓' : '', without: off, marks: [{ label, on, to, look, icon }] }
    },
  }
}
