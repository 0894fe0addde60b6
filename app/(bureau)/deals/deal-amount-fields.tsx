import { getTranslations } from 'next-intl/server'
import { Checkbox } from '@/components/inputs'
import { AmountInput } from '../amount-input'
import { amountInputProps } from '../amount-words'
import { naming } from '../naming'
import type { Questions } from './deal-questions'

/** Total, or that it is not stated; foreign capital; the day on which they were stated. */
export async function Amounts({ questions: { ask, date, value } }: { questions: Questions }) {
  const [t, amount, { today }] = await Promise.all([
    getTranslations('deal.ask'),
    amountInputProps(),
    naming(),
  ])
  const input = (name: 'total' | 'foreign', currency: string) => (
    <AmountInput
      name={name}
      currencyName={`${name}Currency`}
      defaultValue={value(name)}
      defaultCurrency={value(`${name}Currency`) || currency}
      {...amount}
    />
  )
  return (
    <>
      {ask(
        'total',
        <>
          {input('total', 'CNY')}
          <Checkbox
            name="totalNotStated"
            value="on"
            label={t('notStated')}
            defaultChecked={value('totalNotStated') === 'on'}
          />
        </>,
      )}
      {ask('foreign', input('foreign', 'USD'))}
      {date('statedOn', today, { hint: t('statedHint') })}
    </>
  )
}

/** Output and tax a year are in yuan, so there is one currency to choose from. */
export async function YearlyAmounts({ questions: { ask, value } }: { questions: Questions }) {
  const { currencies, ...amount } = await amountInputProps()
  const yuan = currencies.filter(one => one.value === 'CNY')
  return (
    <>
      {(['output', 'tax'] as const).map(name =>
        ask(
          name,
          <AmountInput
            key={name}
            name={name}
            currencyName={`${name}Currency`}
            defaultValue={value(name)}
            currencies={yuan}
            {...amount}
          />,
        ),
      )}
    </>
  )
}
