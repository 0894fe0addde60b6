import { useTranslations } from 'next-intl'
import { Field } from '@/components/field'
import { TextInput } from '@/components/inputs'
import { locales, type Names } from '@/domain/user/user'
import { localeNames } from '@/i18n/locale'

/** The name in each of the five languages; sent as `names.en` and so on. `label` makes "Name (English)" of a language. */
export function NamesFields({ names, label }: { names: Names; label: (language: string) => string }) {
  const t = useTranslations('common.say')
  return (
    <div className="grid gap-3">
      {locales.map(locale => (
        <Field
          key={locale}
          name={`names.${locale}`}
          label={label(localeNames[locale])}
          optional={t('optional')}
        >
          <TextInput maxLength={200} lang={locale} defaultValue={names[locale] ?? ''} />
        </Field>
      ))}
    </div>
  )
}
