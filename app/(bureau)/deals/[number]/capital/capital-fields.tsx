import { getTranslations } from 'next-intl/server'
import { AmountInput } from '@/app/(bureau)/amount-input'
import { amountInputProps } from '@/app/(bureau)/amount-words'
import { naming } from '@/app/(bureau)/naming'
import { Field } from '@/components/field'
import { Checkbox, DateInput, Select, TextArea, TextInput } from '@/components/inputs'
import type { CapitalArrival, CapitalPart, CapitalPlan } from '@/domain/capital/deal'
import { dropZeros } from '@/domain/money/decimal'
import { decimalOf, type Money } from '@/domain/money/money'
import { type CapitalFound, partOf } from './capital-of'
import { partWords } from './part-words'

const text = (money: Money) => dropZeros(decimalOf(money))

async function kit() {
  const [t, common, names, amount] = await Promise.all([
    getTranslations('capital'),
    getTranslations('common.say'),
    naming(),
    amountInputProps(),
  ])
  return { t, names, amount, required: common('required'), optional: common('optional') }
}

/** Which part; of a form that is about one alone, that one. */
async function PartField({ found, chosen }: { found: CapitalFound; chosen: CapitalPart | null }) {
  const [{ t, required }, say] = await Promise.all([kit(), partWords(found.found.deal)])
  const { parts } = found.capital
  const options = parts.map(part => ({ value: String(part.id), label: say.whole(part) }))
  return (
    <Field name="partId" label={t('field.partId')} required={required}>
      <Select options={options} defaultValue={String((chosen ?? parts[0])?.id ?? '')} />
    </Field>
  )
}

export async function PlanFields({
  found,
  part,
  plan,
}: {
  found: CapitalFound
  part: CapitalPart | null
  plan: CapitalPlan | null
}) {
  const { t, amount, required, optional } = await kit()
  const of = part ?? (plan && partOf(found.capital, plan)) ?? found.capital.parts[0] ?? null
  return (
    <>
      <PartField found={found} chosen={of} />
      <Field name="amount" label={t('field.amount')} required={required}>
        <AmountInput
          name="amount"
          currencyName="currency"
          defaultValue={plan ? text(plan.money) : ''}
          defaultCurrency={of?.money?.currency ?? 'CNY'}
          {...amount}
        />
      </Field>
      <Field name="when" label={t('field.when')} hint={t('ask.whenHint')} optional={optional}>
        <TextInput maxLength={100} />
      </Field>
      <div className="form-pair">
        <Field name="fromOn" label={t('field.fromOn')} optional={optional}>
          <DateInput defaultValue={plan?.from ?? ''} />
        </Field>
        <Field name="byOn" label={t('field.byOn')} hint={t('ask.byHint')}>
          <DateInput defaultValue={plan?.by ?? ''} />
        </Field>
      </div>
      <Field name="note" label={t('field.note')} optional={optional}>
        <TextInput maxLength={500} defaultValue={plan?.note ?? ''} />
      </Field>
    </>
  )
}

export async function ArrivalFields(props: {
  found: CapitalFound
  part: CapitalPart | null
  corrects?: CapitalArrival
}) {
  const { found, corrects } = props
  const { t, names, amount, required, optional } = await kit()
  const of = props.part ?? found.capital.parts[0] ?? null
  return (
    <>
      <p className="text-ink-2">{t(corrects ? 'ask.correctSays' : 'ask.proposeSays')}</p>
      {corrects ? null : <PartField found={found} chosen={of} />}
      <Field name="amount" label={t('field.amount')} hint={t('ask.equipmentHint')} required={required}>
        <AmountInput
          name="amount"
          currencyName="currency"
          defaultValue={corrects ? text(corrects.money) : ''}
          defaultCurrency={corrects?.money.currency ?? of?.money?.currency ?? 'CNY'}
          {...amount}
        />
      </Field>
      <Field name="arrivedOn" label={t('field.arrivedOn')} hint={t('ask.arrivedHint')} required={required}>
        <DateInput defaultValue={corrects?.on ?? names.today} max={names.today} className="!w-auto" />
      </Field>
      <Field name="voucher" label={t('field.voucher')} hint={t('ask.voucherHint')} required={required}>
        <TextInput maxLength={200} defaultValue={corrects?.voucher ?? ''} />
      </Field>
      {corrects ? (
        <>
          <Checkbox name="strikes" value="on" label={t('field.strikes')} />
          <Field name="correctionReason" label={t('field.correctionReason')} required={required}>
            <TextArea maxLength={2_000} />
          </Field>
        </>
      ) : null}
      <Field name="note" label={t('field.note')} optional={optional}>
        <TextInput maxLength={2_000} defaultValue={corrects?.note ?? ''} />
      </Field>
    </>
  )
}

export async function ReturnFields() {
  const { t, required } = await kit()
  return (
    <Field name="reason" label={t('field.reason')} required={required}>
      <TextArea maxLength={2_000} />
    </Field>
  )
}
