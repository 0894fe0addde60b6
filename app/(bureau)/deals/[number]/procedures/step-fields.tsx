import { getTranslations } from 'next-intl/server'
import { officerOptions } from '@/app/(bureau)/case-people'
import { EarlierSteps } from '@/app/(bureau)/earlier-steps'
import { naming } from '@/app/(bureau)/naming'
import { Field } from '@/components/field'
import { Checkbox, DateInput, Select, TextArea, TextInput } from '@/components/inputs'
import type { ProcedureRow } from '@/db/read/procedure'
import type { DealRecord } from '@/domain/deal/row'

/** The questions of a step: what, which agency, by when, who sees to it, what comes before. Without `step`: of a new one. */
export async function StepFields(props: {
  deal: DealRecord
  step?: ProcedureRow
  steps: readonly ProcedureRow[]
}) {
  const { deal, step, steps } = props
  const [t, common, names] = await Promise.all([
    getTranslations('procedure'),
    getTranslations('common.say'),
    naming(),
  ])
  const others = steps.filter(other => other.id !== step?.id)
  return (
    <>
      <div className="form-pair">
        <Field name="name" label={t('field.name')} required={common('required')}>
          <TextInput maxLength={200} defaultValue={step?.name ?? ''} />
        </Field>
        <Field name="agency" label={t('field.agency')} optional={common('optional')}>
          <TextInput maxLength={200} defaultValue={step?.agency ?? ''} />
        </Field>
        <Field name="dueOn" label={t('field.dueOn')} optional={common('optional')}>
          <DateInput defaultValue={step?.dueOn ?? ''} />
        </Field>
        <Field name="officerId" label={t('field.officerId')} hint={t('hint.officer')}>
          <Select
            defaultValue={String(step?.officerId ?? '')}
            empty={names.person(deal.officerId) || '—'}
            options={officerOptions(names, null, [])}
          />
        </Field>
      </div>
      {step ? (
        <Field name="documentNumber" label={t('field.documentNumber')} optional={common('optional')}>
          <TextInput maxLength={200} defaultValue={step.documentNumber ?? ''} />
        </Field>
      ) : (
        <Checkbox name="mandatory" value="on" label={t('field.mandatory')} />
      )}
      <EarlierSteps others={others} chosen={step?.afterIds} />
      <Field name="note" label={t('field.note')} optional={common('optional')}>
        <TextArea rows={2} maxLength={2_000} defaultValue={step?.note ?? ''} />
      </Field>
    </>
  )
}
