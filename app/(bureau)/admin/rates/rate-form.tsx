import { getTranslations } from 'next-intl/server'
import { naming } from '@/app/(bureau)/naming'
import { Field } from '@/components/field'
import { Form, Submit } from '@/components/form'
import { DateInput, Select, TextInput } from '@/components/inputs'
import { currencies, currencyName } from '@/domain/money/currency'
import { formWords } from '@/i18n/form-words'
import { createRateAction } from './actions'

/** A rate from a day on. */
export async function RateForm() {
  const [t, say, { locale, today }] = await Promise.all([
    getTranslations('setting.rate'),
    getTranslations('common.say'),
    naming(),
  ])
  const required = say('required')
  return (
    <Form action={createRateAction} words={await formWords()} className="grid gap-4" aria-label={t('create')}>
      <h2 className="text-16">{t('create')}</h2>
      <Field name="currency" label={t('currency')}>
        <Select
          options={currencies
            .filter(currency => currency !== 'CNY')
            .map(value => ({ value, label: `${currencyName(value, locale)} ${value}` }))}
        />
      </Field>
      <Field name="onDate" label={t('on')} required={required} hint={t('on_hint')}>
        <DateInput defaultValue={today} max={today} />
      </Field>
      <Field name="rate" label={t('rate')} required={required} hint={t('rate_hint')}>
        <TextInput inputMode="decimal" maxLength={40} />
      </Field>
      <Field name="source" label={t('source')} required={required} hint={t('source_hint')}>
        <TextInput maxLength={200} />
      </Field>
      <div className="form-foot">
        <Submit>{t('create_submit')}</Submit>
      </div>
    </Form>
  )
}
