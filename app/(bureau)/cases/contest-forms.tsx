import { getTranslations } from 'next-intl/server'
import { naming } from '@/app/(bureau)/naming'
import { Field } from '@/components/field'
import { Form, type FormAction, Submit } from '@/components/form'
import { Radios, TextArea, TextInput } from '@/components/inputs'
import type { FirstContactCase } from '@/db/read/case'
import type { Actor } from '@/domain/policy/actor'
import { formWords } from '@/i18n/form-words'
import { ruleFirstContactAction, stateFirstContactAction } from '../first-contact-action'

/** What this person may do about an open case: the desk that has it says its side, the director rules. */
export async function ContestForms({ contest, actor }: { contest: FirstContactCase; actor: Actor }) {
  const [t, words, names] = await Promise.all([getTranslations('first_contact'), formWords(), naming()])
  const states =
    (actor.role === 'manager' || actor.role === 'officer') && actor.deskIds.includes(contest.holderDeskId)
  if (states)
    return (
      <details className="fold">
        <summary>{t('act.state')}</summary>
        <Form
          action={stateFirstContactAction as FormAction}
          words={words}
          hidden={{ id: contest.id }}
          says={{ text: t('said.stated') }}
          className="form-column"
          aria-label={t('act.state')}
        >
          <Field name="statement" label={t('field.statement')}>
            <TextArea rows={3} maxLength={2_000} defaultValue={contest.statement ?? ''} />
          </Field>
          <div className="form-foot">
            <Submit look="outlined">{t('act.state')}</Submit>
          </div>
        </Form>
      </details>
    )
  if (actor.role !== 'director') return null
  const claimant = names.desk(contest.claimantDeskId).name
  return (
    <details className="fold">
      <summary>{t('act.rule')}</summary>
      <Form
        action={ruleFirstContactAction as FormAction}
        words={words}
        hidden={{ id: contest.id }}
        says={{ text: t('said.ruled') }}
        className="form-column"
        aria-label={t('act.rule')}
      >
        <Field name="winner" label={t('field.winner')} group>
          <Radios
            look="buttons"
            options={[
              { value: 'holder', label: names.desk(contest.holderDeskId).name },
              { value: 'claimant', label: claimant },
            ]}
            defaultValue="holder"
          />
        </Field>
        <Field
          name="claimantPercent"
          label={t('field.claimantPercent', { desk: claimant })}
          hint={t('hint.percent', { desk: names.desk(contest.holderDeskId).name })}
        >
          <TextInput type="number" inputMode="numeric" min={0} max={100} step={1} defaultValue={0} />
        </Field>
        <Field name="ruling" label={t('field.ruling')}>
          <TextArea rows={3} maxLength={2_000} />
        </Field>
        <div className="form-foot">
          <Submit>{t('act.rule')}</Submit>
        </div>
      </Form>
    </details>
  )
}
