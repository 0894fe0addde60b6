import { getTranslations } from 'next-intl/server'
import { naming } from '@/app/(bureau)/naming'
import { LinkButton } from '@/components/button'
import { Field } from '@/components/field'
import { Form, Submit } from '@/components/form'
import { TextInput } from '@/components/inputs'
import { countryName } from '@/domain/country/country'
import { locales } from '@/domain/user/user'
import { formWords } from '@/i18n/form-words'
import { localeNames } from '@/i18n/locale'
import { editCountryAction } from './actions'

/** The bureau's own word in each language; what is left empty is called as usual. */
export async function CountryForm({ code }: { code: string }) {
  const [t, common, { ref, locale }] = await Promise.all([
    getTranslations('setting.country'),
    getTranslations('common'),
    naming(),
  ])
  const own = ref.countries[code]
  const name = countryName(code, locale, ref.countries)
  return (
    <Form
      key={JSON.stringify(own)}
      action={editCountryAction}
      words={await formWords()}
      hidden={{ code }}
      className="grid gap-4"
      aria-label={t('edit_one', { name })}
    >
      <h2 className="text-16">{t('edit_one', { name })}</h2>
      <p className="text-13 text-ink-2">{t('edit_says')}</p>
      {locales.map(one => (
        <Field
          key={one}
          name={one === 'zh-Hans' ? 'name' : `name_${one}`}
          label={localeNames[one]}
          hint={t('usually', { name: countryName(code, one) })}
        >
          <TextInput defaultValue={own?.[one]} lang={one} maxLength={100} />
        </Field>
      ))}
      <div className="form-foot">
        <Submit>{common('act.save')}</Submit>
        <LinkButton href="/admin/countries">{common('act.cancel')}</LinkButton>
      </div>
    </Form>
  )
}
