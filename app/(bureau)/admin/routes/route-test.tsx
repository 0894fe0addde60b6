import Form from 'next/form'
import { getTranslations } from 'next-intl/server'
import { naming } from '@/app/(bureau)/naming'
import { Button } from '@/components/button'
import { Select } from '@/components/inputs'
import { DeskChip } from '@/components/marks'
import type { RouteSetting } from '@/db/read/route'
import { countryOptions, isCountryCode } from '@/domain/country/country'
import { routeLead } from '@/domain/route/route'

type Query = { country?: string; industry?: string }

const askedFor = ({ country, industry }: Query) =>
  isCountryCode(country)
    ? { country, industryId: /^\d+$/.test(industry ?? '') ? Number(industry) : null }
    : null

/** The rule that decides about what was asked for; null when none does, or nothing was asked. */
export function testedRoute(routes: readonly RouteSetting[], query: Query): RouteSetting | null {
  const asked = askedFor(query)
  if (!asked) return null
  return routes.find(route => routeLead([route], asked) !== null) ?? null
}

/** "Where would this lead go?", asked of the rules as they stand. */
export async function RouteTest({ routes, query }: { routes: readonly RouteSetting[]; query: Query }) {
  const [t, names] = await Promise.all([getTranslations('setting.route'), naming()])
  const asked = askedFor(query)
  const deskId = asked && routeLead(routes, asked)
  const { promoted, others } = countryOptions(names.locale, names.ref.countries)
  const countries = [...promoted, ...others].map(({ code, name }) => ({ value: code, label: name }))
  const industries = names.ref.industries.map(({ id }) => ({ value: String(id), label: names.industry(id) }))
  const desk = names.desk(deskId ?? names.ref.desks.find(one => one.key === 'general')?.id ?? 0)
  return (
    <section className="box mb-4" aria-label={t('test')}>
      <h2>{t('test')}</h2>
      <Form prefetch={false} action="" className="mt-2 flex flex-wrap items-end gap-2" scroll={false}>
        <label className="min-w-40 flex-1">
          <span className="field-label">{t('country')}</span>
          <Select small name="country" defaultValue={query.country ?? 'CN'} options={countries} />
        </label>
        <label className="min-w-40 flex-1">
          <span className="field-label">{t('industry')}</span>
          <Select
            small
            name="industry"
            defaultValue={query.industry}
            empty={t('no_industry')}
            options={industries}
          />
        </label>
        <Button type="submit" small look="outlined">
          {t('test_submit')}
        </Button>
      </Form>
      {asked ? (
        <p className="mt-2" role="status">
          {t.rich(deskId === null ? 'test_rest' : 'test_goes', {
            desk: () => <DeskChip colour={desk.colour}>{desk.name}</DeskChip>,
          })}
        </p>
      ) : null}
    </section>
  )
}
