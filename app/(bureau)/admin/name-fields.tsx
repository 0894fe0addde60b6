import { getTranslations } from 'next-intl/server'
import { Field } from '@/components/field'
import { TextInput } from '@/components/inputs'
import { missingNames, otherLocales } from '@/domain/user/names-input'
import type { Names } from '@/domain/user/user'
import { localeNames } from '@/i18n/locale'

/** The name in the four other languages; says which readers get the Chinese one. */
export async function NameFields({ names = {}, max = 200 }: { names?: Names; max?: number }) {
  const [t, say] = await Promise.all([getTranslations('setting.names'), getTranslations('common.say')])
  const missing = missingNames(names).map(locale => localeNames[locale])
  return (
    <details open={missing.length < otherLocales.length}>
      <summary className="link text-13">
        {t('title')}
        {missing.length > 0 ? (
          <span className="text-ink-3"> {t('missing', { languages: missing.join(t('comma')) })}</span>
        ) : null}
      </summary>
      <div className="mt-3 grid gap-x-3 gap-y-3.5 sm:grid-cols-2">
        {otherLocales.map(locale => (
          <Field key={locale} name={`name_${locale}`} label={localeNames[locale]} optional={say('optional')}>
            <TextInput defaultValue={names[locale]} lang={locale} maxLength={max} />
          </Field>
        ))}
      </div>
    </details>
  )
}
