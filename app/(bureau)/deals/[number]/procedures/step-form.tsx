import { getTranslations } from 'next-intl/server'
import { naming } from '@/app/(bureau)/naming'
import { LinkButton } from '@/components/button'
import { Field } from '@/components/field'
import { Form, type FormAction, Submit } from '@/components/form'
import { DateInput, TextArea, TextInput } from '@/components/inputs'
import type { ProcedureRow } from '@/db/read/procedure'
import type { DealRecord } from '@/domain/deal/row'
import { waitsFor } from '@/domain/procedure/procedure'
import { nameIn } from '@/domain/user/user'
import { formWords } from '@/i18n/form-words'
import {
  completeProcedureAction,
  deleteProcedureAction,
  editProcedureAction,
  reopenProcedureAction,
  waiveProcedureAction,
} from './actions'
import type { StepVerb } from './asked-step'
import { StepFields } from './step-fields'

const actionOf = {
  complete: completeProcedureAction,
  edit: editProcedureAction,
  waive: waiveProcedureAction,
  reopen: reopenProcedureAction,
  delete: deleteProcedureAction,
} as const satisfies Record<StepVerb, unknown>

const saidKey = { complete: 'completed', waive: 'waived', reopen: 'reopened', delete: 'deleted' } as const

type Props = { verb: StepVerb; deal: DealRecord; step: ProcedureRow; steps: readonly ProcedureRow[] }

/** What is asked of one step, where it stands in the list. */
export async function StepForm({ verb, deal, step, steps }: Props) {
  const [t, common, names, words] = await Promise.all([
    getTranslations('procedure'),
    getTranslations('common'),
    naming(),
    formWords(),
  ])
  const title = t(`act.${verb}One`, { name: nameIn(names.locale, step.name, step.names) })
  return (
    <Form
      key={`${verb}-${step.id}-${step.version}`}
      action={actionOf[verb] as FormAction}
      words={words}
      hidden={{ id: step.id, version: step.version }}
      says={{ text: verb === 'edit' ? common('say.saved') : t(`said.${saidKey[verb]}`) }}
      className="grid gap-3"
      aria-label={title}
    >
      <h3 className="text-14">{title}</h3>
      {verb === 'edit' ? <StepFields deal={deal} step={step} steps={steps} /> : null}
      {verb === 'complete' ? <Completion step={step} steps={steps} /> : null}
      {verb === 'waive' || verb === 'reopen' ? (
        <Field name="reason" label={t('field.reason')} required={common('say.required')}>
          <TextArea rows={2} maxLength={2_000} />
        </Field>
      ) : null}
      <div className="form-foot">
        <Submit look={verb === 'delete' ? 'danger' : 'primary'}>
          {verb === 'edit' ? common('act.save') : t(`act.${verb}`)}
        </Submit>
        <LinkButton look="quiet" href={`/deals/${deal.number}/procedures`}>
          {common('act.cancel')}
        </LinkButton>
      </div>
    </Form>
  )
}

/** When, and under which number; why, where a step before it is still open. */
async function Completion({ step, steps }: Pick<Props, 'step' | 'steps'>) {
  const [t, common, names] = await Promise.all([
    getTranslations('procedure'),
    getTranslations('common'),
    naming(),
  ])
  const waits = waitsFor(step, steps).map(one => nameIn(names.locale, one.name, one.names))
  return (
    <>
      <div className="form-pair">
        <Field name="doneOn" label={t('field.doneOn')} required={common('say.required')}>
          <DateInput defaultValue={names.today} max={names.today} />
        </Field>
        <Field name="documentNumber" label={t('field.documentNumber')} optional={common('say.optional')}>
          <TextInput maxLength={200} defaultValue={step.documentNumber ?? ''} />
        </Field>
      </div>
      {waits.length > 0 ? (
        <Field
          name="reason"
          label={t('field.reason')}
          required={common('say.required')}
          hint={t('hint.outOfOrder', { names: waits.join(names.comma) })}
        >
          <TextArea rows={2} maxLength={2_000} />
        </Field>
      ) : null}
    </>
  )
}
