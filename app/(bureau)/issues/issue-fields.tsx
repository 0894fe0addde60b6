import { getTranslations } from 'next-intl/server'
import { Field } from '@/components/field'
import { DateInput, Select, TextArea, TextInput } from '@/components/inputs'
import type { IssueRow } from '@/db/read/issue'
import { issueKinds } from '@/domain/issue/issue'
import { naming } from '../naming'
import { taskPeople } from '../task-fields'

/** The questions of an issue: what blocks, of which kind, who sees to it and by when. Without `issue`: of a new one. */
export async function IssueFields({ issue }: { issue?: IssueRow }) {
  const [t, common, names, people] = await Promise.all([
    getTranslations('issue'),
    getTranslations('common.say'),
    naming(),
    taskPeople(),
  ])
  return (
    <>
      <Field name="title" label={t('field.title')} required={common('required')}>
        <TextInput maxLength={200} defaultValue={issue?.title ?? ''} />
      </Field>
      <div className="form-pair">
        <Field name="kind" label={t('field.kind')} required={common('required')}>
          <Select
            defaultValue={issue?.kind ?? ''}
            empty={issue ? undefined : ''}
            options={issueKinds.map(kind => ({ value: kind, label: t(`kind.${kind}`) }))}
          />
        </Field>
        <Field name="dueOn" label={t('field.dueOn')} optional={common('optional')}>
          <DateInput defaultValue={issue?.dueOn ?? ''} />
        </Field>
        <Field name="ownerId" label={t('field.ownerId')} hint={issue ? undefined : t('hint.owner')}>
          <Select
            defaultValue={String(issue?.ownerId ?? '')}
            empty={issue?.ownerId ? undefined : '—'}
            options={people}
          />
        </Field>
        <Field name="openedOn" label={t('field.openedOn')} optional={common('optional')}>
          <DateInput defaultValue={issue?.openedOn ?? names.today} max={names.today} />
        </Field>
      </div>
      <Field name="text" label={t('field.text')} optional={common('optional')}>
        <TextArea rows={4} maxLength={10_000} defaultValue={issue?.text ?? ''} />
      </Field>
    </>
  )
}
