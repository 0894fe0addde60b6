import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { AmountInput } from '@/app/(bureau)/amount-input'
import { amountInputProps } from '@/app/(bureau)/amount-words'
import { officerOptions } from '@/app/(bureau)/case-people'
import { HandOverFields } from '@/app/(bureau)/hand-over-fields'
import { naming } from '@/app/(bureau)/naming'
import { Field } from '@/components/field'
import { Checkbox, DateInput, Select, type SelectOption, TextArea, TextInput } from '@/components/inputs'
import { addDays } from '@/domain/calendar/date'
import { dealStages, endReasons } from '@/domain/deal/deal'
import type { DealRecord } from '@/domain/deal/row'
import { nameIn } from '@/domain/user/user'
import type { Act } from './act'

/** What each verb asks for; all of them speak the input names of domain/deal/verb-input.ts. */
export async function ActFields({ act, deal }: { act: Act; deal: DealRecord }) {
  const [t, common, names, amount] = await Promise.all([
    getTranslations('deal'),
    getTranslations('common.say'),
    naming(),
    amountInputProps(),
  ])
  const { ref, locale, today } = names
  const required = common('required')
  const optional = common('optional')
  const select = (
    name: 'officerId' | 'memberId' | 'deskId' | 'to' | 'reasonCode',
    options: SelectOption[],
  ) => (
    <Field key={name} name={name} label={t(`field.${name}`)} required={required}>
      <Select options={options} empty="" />
    </Field>
  )
  const since = (value: string) => (
    <Field key="on" name="effectiveOn" label={t('field.effectiveOn')} hint={t('ask.effectiveHint')}>
      <DateInput defaultValue={value} max={today} className="!w-auto" />
    </Field>
  )
  const on = since(today)
  const why = (must: boolean) => (
    <Field
      key="why"
      name="reason"
      label={t('field.reason')}
      hint={t('ask.reasonHint')}
      {...(must ? { required } : { optional })}
    >
      <TextArea maxLength={2_000} />
    </Field>
  )
  const line = (
    name: 'approvalAuthority' | 'approvalNumber' | 'agreementReference',
    value?: string | null,
  ) => (
    <Field key={name} name={name} label={t(`field.${name}`)} required={required}>
      <TextInput maxLength={200} defaultValue={value ?? ''} />
    </Field>
  )
  const date = (name: 'approvalOn' | 'agreementOn', value?: string | null) => (
    <Field key={name} name={name} label={t(`field.${name}`)} required={required}>
      <DateInput defaultValue={value ?? ''} max={today} className="!w-auto" />
    </Field>
  )
  const reasons = select(
    'reasonCode',
    endReasons.map(reason => ({ value: reason, label: t(`endReason.${reason}`) })),
  )
  // sent back: what it said stands there again
  const approval = deal.returned?.fields ?? deal
  const below = dealStages.slice(0, dealStages.indexOf(deal.stage))
  const fields: Record<Act, () => ReactNode> = {
    move: () => [on, why(false)],
    redate: () => on,
    propose: () => [
      <p key="says" className="mb-3 text-ink-2">
        {t('ask.proposeSays')}
      </p>,
      line('approvalAuthority', approval.approvalAuthority),
      line('approvalNumber', approval.approvalNumber),
      date('approvalOn', approval.approvalOn),
      date('agreementOn', approval.agreementOn),
      line('agreementReference', approval.agreementReference),
      since(deal.returned?.effectiveOn ?? today),
    ],
    return: () => why(true),
    moveBack: () => [
      select(
        'to',
        below.map(stage => ({ value: stage, label: t(`stage.${stage}`) })),
      ),
      on,
      why(true),
    ],
    hold: () => [
      reasons,
      <Field key="review" name="reviewOn" label={t('field.reviewOn')} required={required}>
        <DateInput min={today} defaultValue={addDays(today, 30)} className="!w-auto" />
      </Field>,
      on,
      why(false),
    ],
    lose: () => [
      reasons,
      <Field key="lostTo" name="lostTo" label={t('field.lostTo')} optional={optional}>
        <TextInput maxLength={200} />
      </Field>,
      on,
      why(true),
    ],
    withdraw: () => [reasons, on, why(true)],
    revive: () => [on, why(true)],
    assign: () => select('officerId', officerOptions(names, [deal.deskId], [deal.officerId])),
    addMember: () => select('memberId', officerOptions(names, null, deal.teamIds)),
    setLeader: () => [
      <Field key="leaderId" name="leaderId" label={t('field.leaderId')} optional={optional}>
        <Select
          defaultValue={String(deal.leaderId ?? '')}
          empty="—"
          options={ref.people
            .filter(
              person =>
                person.id === deal.leaderId ||
                (person.active && (person.role === 'director' || person.role === 'manager')),
            )
            .map(({ id, name, names: inOthers }) => ({
              value: String(id),
              label: nameIn(locale, name, inOthers),
            }))}
        />
      </Field>,
      <Field
        key="leaderName"
        name="leaderName"
        label={t('field.leaderName')}
        hint={t('ask.leaderHint')}
        optional={optional}
      >
        <TextInput maxLength={100} defaultValue={deal.leaderName ?? ''} />
      </Field>,
    ],
    handOver: () => [
      select(
        'deskId',
        ref.desks
          .filter(desk => desk.active && desk.id !== deal.deskId)
          .map(desk => ({ value: String(desk.id), label: nameIn(locale, desk.name, desk.names) })),
      ),
      <Field key="officer" name="officerId" label={t('field.officerId')} optional={optional}>
        <Select options={officerOptions(names, null, [])} empty={t('ask.officerLater')} />
      </Field>,
      on,
      why(true),
    ],
    proposeHandOver: () => <HandOverFields deskId={deal.deskId} />,
    correct: () => [
      <Field key="total" name="total" label={t('field.total')} required={required}>
        <AmountInput
          name="total"
          currencyName="totalCurrency"
          defaultValue={deal.values.total}
          defaultCurrency={deal.values.totalCurrency}
          {...amount}
        />
        <Checkbox
          name="totalNotStated"
          value="on"
          label={t('ask.notStated')}
          defaultChecked={deal.totalNotStated}
        />
      </Field>,
      <Field key="stated" name="statedOn" label={t('field.statedOn')} optional={optional}>
        <DateInput max={today} className="!w-auto" />
      </Field>,
      why(true),
    ],
    delete: () => why(false),
  }
  return fields[act]()
}
