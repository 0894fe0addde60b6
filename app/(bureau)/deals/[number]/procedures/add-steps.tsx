import { getTranslations } from 'next-intl/server'
import { naming } from '@/app/(bureau)/naming'
import { buttonClass } from '@/components/button'
import { Field } from '@/components/field'
import { Form, type FormAction, Submit } from '@/components/form'
import { Checkbox } from '@/components/inputs'
import type { ProcedureRow, TemplateRow } from '@/db/read/procedure'
import type { DealRecord } from '@/domain/deal/row'
import { nameIn } from '@/domain/user/user'
import { formWords } from '@/i18n/form-words'
import { createProcedureAction, startProceduresAction } from './actions'
import { StepFields } from './step-fields'

type Props = { deal: DealRecord; steps: readonly ProcedureRow[]; offered: readonly TemplateRow[] }

/** Those of the administrator's list that the deal has not, and one of its own kind: both folded until they are wanted. */
export async function AddSteps({ deal, steps, offered }: Props) {
  const [t, words] = await Promise.all([getTranslations('procedure'), formWords()])
  return (
    <div className="grid gap-2 no-print">
      {offered.length > 0 ? <FromList deal={deal} offered={offered} open={steps.length === 0} /> : null}
      <details>
        <summary className={buttonClass({ small: true }, 'w-fit')}>{t('act.create')}</summary>
        <Form
          key={steps.length}
          action={createProcedureAction as FormAction}
          words={words}
          hidden={{ number: deal.number }}
          says={{ text: t('said.created') }}
          again
          className="mt-3 grid max-w-160 gap-3"
          aria-label={t('act.create')}
        >
          <StepFields deal={deal} steps={steps} />
          <div className="form-foot">
            <Submit>{t('act.add')}</Submit>
          </div>
        </Form>
      </details>
    </div>
  )
}

async function FromList({ deal, offered, open }: Omit<Props, 'steps'> & { open: boolean }) {
  const [t, names, words] = await Promise.all([getTranslations('procedure'), naming(), formWords()])
  const said = ({ agency, days, mandatory }: TemplateRow) =>
    [
      agency,
      days === null ? null : t('template.days', { count: days }),
      t(mandatory ? 'mandatory' : 'optional'),
    ]
      .filter(Boolean)
      .join(' · ')
  return (
    <details open={open}>
      <summary className={buttonClass({ small: true }, 'w-fit')}>{t('act.offer')}</summary>
      <Form
        key={offered.length}
        action={startProceduresAction as FormAction}
        words={words}
        hidden={{ number: deal.number }}
        says={{ text: t('said.started') }}
        className="mt-3 grid max-w-160 gap-3"
        aria-label={t('act.offer')}
      >
        <Field name="templates" label={t('field.templates')} group>
          {offered.map(template => (
            <Checkbox
              key={template.id}
              name="templates[]"
              value={String(template.id)}
              label={nameIn(names.locale, template.name, template.names)}
              note={said(template)}
              defaultChecked={template.mandatory}
            />
          ))}
        </Field>
        <div className="form-foot">
          <Submit>{t('act.start')}</Submit>
        </div>
      </Form>
    </details>
  )
}
