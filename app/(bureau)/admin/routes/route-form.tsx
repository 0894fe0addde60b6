import { getTranslations } from 'next-intl/server'
import { naming } from '@/app/(bureau)/naming'
import { LinkButton } from '@/components/button'
import { Field } from '@/components/field'
import { Form, Submit } from '@/components/form'
import { Checkbox, Select } from '@/components/inputs'
import type { RouteSetting } from '@/db/read/route'
import { countryOptions } from '@/domain/country/country'
import { regionGroupKeys, regionGroupName } from '@/domain/country/region-group'
import { formWords } from '@/i18n/form-words'
import { createRouteAction, editRouteAction } from './actions'

/** Places, industry, desk of one rule. No place ticked: any. */
export async function RouteForm({ route }: { route?: RouteSetting }) {
  const [t, common, names] = await Promise.all([
    getTranslations('setting.route'),
    getTranslations('common'),
    naming(),
  ])
  const { promoted, others } = countryOptions(names.locale, names.ref.countries)
  const box = (value: string, label: string) => (
    <Checkbox
      key={value}
      name="places[]"
      value={value}
      label={label}
      defaultChecked={route?.countries.includes(value)}
    />
  )
  const option = ({ id }: { id: number }, label: string) => ({ value: String(id), label })
  return (
    <Form
      key={`${route?.id}-${route?.version}`}
      action={route ? editRouteAction : createRouteAction}
      words={await formWords()}
      hidden={route && { id: route.id, version: route.version }}
      className="grid gap-4"
      aria-label={route ? t('edit') : t('create')}
    >
      <h2 className="text-16">{route ? t('edit') : t('create')}</h2>
      <Field name="places" label={t('places')} group hint={t('places_hint')}>
        <div
          className="max-h-80 columns-2 overflow-auto rounded border border-line p-2"
          tabIndex={0}
          role="group"
          aria-label={t('places')}
        >
          {regionGroupKeys.map(group => box(group, regionGroupName(group, names.locale)))}
          {[...promoted, ...others].map(({ code, name }) => box(code, name))}
        </div>
      </Field>
      <Field name="industryId" label={t('industry')}>
        <Select
          empty={t('any_industry')}
          defaultValue={route?.industryId ? String(route.industryId) : ''}
          options={names.ref.industries.map(one => option(one, names.industry(one.id)))}
        />
      </Field>
      <Field name="deskId" label={t('desk')} required={common('say.required')}>
        <Select
          defaultValue={route ? String(route.deskId) : undefined}
          options={names.ref.desks
            .filter(desk => desk.active)
            .map(one => option(one, names.desk(one.id).name))}
        />
      </Field>
      <div className="form-foot">
        <Submit>{common('act.save')}</Submit>
        <LinkButton href="/admin/routes">{common('act.cancel')}</LinkButton>
      </div>
    </Form>
  )
}
