import { getTranslations } from 'next-intl/server'
import { EarlierSteps } from '@/app/(bureau)/earlier-steps'
import { LinkButton } from '@/components/button'
import { Field } from '@/components/field'
import { Form, type FormAction, Submit } from '@/components/form'
import { Checkbox, TextInput } from '@/components/inputs'
import type { TemplateRow } from '@/db/read/procedure'
import { formWords } from '@/i18n/form-words'
import { NameFields } from '../name-fields'
import { createTemplateAction, editTemplateAction } from './actions'

/** A step of the list: its names, whose it is, how long it takes, what comes before it. What is not named runs beside it. */
export async function TemplateForm(props: { template?: TemplateRow; others: readonly TemplateRow[] }) {
  const { template, others } = props
  const [t, common, words] = await Promise.all([
    getTranslations('procedure'),
    getTranslations('common'),
    formWords(),
  ])
  const title = template ? t('template.editOne', { name: template.name }) : t('template.create')
  return (
    <Form
      key={`${template?.id}-${template?.version}`}
      action={(template ? editTemplateAction : createTemplateAction) as FormAction}
      words={words}
      hidden={template && { id: template.id, version: template.version }}
      className="grid gap-4"
      aria-label={title}
    >
      <h2 className="text-16">{title}</h2>
      <Field name="name" label={t('field.name')} required={common('say.required')}>
        <TextInput defaultValue={template?.name} maxLength={200} lang="zh-Hans" />
      </Field>
      <NameFields names={template?.names} />
      <Field name="agency" label={t('field.agency')} optional={common('say.optional')}>
        <TextInput defaultValue={template?.agency ?? ''} maxLength={200} />
      </Field>
      <Field name="days" label={t('field.days')} hint={t('hint.days')} optional={common('say.optional')}>
        <TextInput inputMode="numeric" defaultValue={template?.days ?? ''} maxLength={4} className="!w-24" />
      </Field>
      <Checkbox
        name="mandatory"
        value="on"
        label={t('field.mandatory')}
        defaultChecked={template?.mandatory ?? true}
      />
      <EarlierSteps others={others} chosen={template?.afterIds} />
      {template ? (
        <Checkbox name="active" value="on" label={t('template.active')} defaultChecked={template.active} />
      ) : null}
      <div className="form-foot">
        <Submit>{common('act.save')}</Submit>
        <LinkButton href="/admin/procedures">{common('act.cancel')}</LinkButton>
      </div>
    </Form>
  )
}
