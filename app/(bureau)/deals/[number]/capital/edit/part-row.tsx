import { getTranslations } from 'next-intl/server'
import { AmountInput } from '@/app/(bureau)/amount-input'
import type { amountInputProps } from '@/app/(bureau)/amount-words'
import { Field } from '@/components/field'
import { Checkbox, Select, TextInput } from '@/components/inputs'
import { capitalForms, partKinds, partOrigins } from '@/domain/capital/capital'

/** One part: who, from where, what kind, in what form, how much or the rest. The first row carries the words of the fields. */
export async function PartRow(props: {
  row: number
  values: Record<string, string>
  amount: Awaited<ReturnType<typeof amountInputProps>>
  stands: boolean
}) {
  const { row, values, amount, stands } = props
  const t = await getTranslations('capital')
  const name = (field: string) => `${field}-${row}`
  const value = (field: string) => values[name(field)] ?? ''
  const label = (field: 'party' | 'origin' | 'kind' | 'form' | 'amount' | 'rest') => ({
    name: name(field),
    label: t(`field.${field}`),
    plainLabel: t('ask.row', { n: row + 1, field: t(`field.${field}`) }),
  })
  return (
    <li
      className="box grid gap-3 md:grid-cols-2 xl:grid-cols-[1.3fr_1fr_1.2fr_0.9fr_1.6fr_auto]"
      aria-label={String(row + 1)}
    >
      <Field {...label('party')} hint={row === 0 ? t('ask.party') : undefined}>
        <TextInput maxLength={200} defaultValue={value('party')} />
      </Field>
      <Field {...label('origin')}>
        <Select
          defaultValue={value('origin')}
          options={partOrigins.map(one => ({ value: one, label: t(`origin.${one}`) }))}
        />
      </Field>
      <Field {...label('kind')}>
        <Select
          defaultValue={value('kind')}
          options={partKinds.map(one => ({ value: one, label: t(`kind.${one}`) }))}
        />
        <input type="hidden" name={name('id')} defaultValue={value('id')} />
      </Field>
      <Field {...label('form')}>
        <Select
          defaultValue={value('form')}
          options={capitalForms.map(one => ({ value: one, label: t(`form.${one}`) }))}
        />
      </Field>
      <Field {...label('amount')}>
        <AmountInput
          name={name('amount')}
          currencyName={name('currency')}
          defaultValue={value('amount')}
          defaultCurrency={value('currency')}
          {...amount}
        />
      </Field>
      <Field {...label('rest')} group>
        <Checkbox
          name={name('rest')}
          value="on"
          label={t('ask.isRest')}
          defaultChecked={value('rest') === 'on'}
        />
        {stands ? <Checkbox name={name('drop')} value="on" label={t('ask.drop')} /> : null}
      </Field>
    </li>
  )
}
