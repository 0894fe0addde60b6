import { getTranslations } from 'next-intl/server'
import { Field } from '@/components/field'
import { TextInput } from '@/components/inputs'
import { shortestPassword } from '@/domain/password/password'

/** The present password, and the new one twice. */
export async function PasswordFields() {
  const [t, say] = await Promise.all([getTranslations('account.password'), getTranslations('common.say')])
  const required = say('required')
  return (
    <>
      <Field name="current" label={t('current')} required={required}>
        <TextInput type="password" autoComplete="current-password" maxLength={1000} />
      </Field>
      <Field name="password" label={t('new')} required={required} hint={t('hint', { min: shortestPassword })}>
        <TextInput type="password" autoComplete="new-password" maxLength={1000} />
      </Field>
      <Field name="again" label={t('again')} required={required}>
        <TextInput type="password" autoComplete="new-password" maxLength={1000} />
      </Field>
    </>
  )
}
