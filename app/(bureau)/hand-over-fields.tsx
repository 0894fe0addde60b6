import { getTranslations } from 'next-intl/server'
import { Field } from '@/components/field'
import { Select, TextArea, TextInput } from '@/components/inputs'
import { nameIn } from '@/domain/user/user'
import { naming } from './naming'

/** What is asked when a record of this desk is offered to another. */
export async function HandOverFields({ deskId }: { deskId: number }) {
  const [t, say, { ref, locale }] = await Promise.all([
    getTranslations('handover'),
    getTranslations('common.say'),
    naming(),
  ])
  const required = say('required')
  return (
    <>
      <p className="text-ink-2">{t('hint.propose')}</p>
      <Field name="toDeskId" label={t('field.toDeskId')} required={required}>
        <Select
          empty=""
          defaultValue=""
          options={ref.desks
            .filter(desk => desk.active && desk.id !== deskId)
            .map(desk => ({ value: String(desk.id), label: nameIn(locale, desk.name, desk.names) }))}
        />
      </Field>
      <Field name="reason" label={t('field.reason')} required={required}>
        <TextArea rows={3} maxLength={2_000} />
      </Field>
      <Field
        name="creditShare"
        label={t('field.creditShare')}
        hint={t('hint.creditShare')}
        optional={say('optional')}
      >
        <TextInput inputMode="numeric" maxLength={3} className="!w-24" />
      </Field>
    </>
  )
}
