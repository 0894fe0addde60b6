import { getTranslations } from 'next-intl/server'
import { Field } from '@/components/field'
import { Form, type FormAction, Submit } from '@/components/form'
import { DateInput, Radios, TextArea, TextInput } from '@/components/inputs'
import { activityKinds } from '@/domain/activity/activity'
import { addDays } from '@/domain/calendar/date'
import { formWords } from '@/i18n/form-words'
import { logActivityAction } from './activity-action'
import { DayPick } from './day-pick'
import { naming } from './naming'
import { nearDays } from './near-days'

/**
 * What happened, on top of a record's timeline: `a` focuses it, Ctrl+Enter saves. The rest of the questions opens as soon
 * as one writes. `text`: what it begins with (a next step that was done); then all is open and nothing stays behind.
 */
export async function ActivityEntry({ record, text }: { record: string; text?: string }) {
  const [t, words, { today }, days] = await Promise.all([
    getTranslations('activity'),
    formWords(),
    naming(),
    nearDays(),
  ])
  const open = text !== undefined
  return (
    <Form
      action={logActivityAction as FormAction}
      words={words}
      draft={open ? undefined : `activity:${record}`}
      hidden={{ record }}
      says={{ text: t('said.logged') }}
      again
      className="group grid gap-2"
      aria-label={open ? t('next.done') : t('entry.label')}
    >
      <Field
        name="text"
        label={t('field.text')}
        className={open ? undefined : '[&>label]:sr-only [&>legend]:sr-only'}
      >
        <TextArea
          rows={open ? 3 : 2}
          maxLength={10_000}
          defaultValue={text}
          placeholder={t('entry.placeholder')}
          data-key={open ? undefined : 'a'}
        />
      </Field>
      <Field name="kind" label={t('field.kind')} group className="[&>label]:sr-only [&>legend]:sr-only">
        <Radios
          name="kind"
          look="buttons"
          defaultValue="call"
          options={activityKinds.map(kind => ({ value: kind, label: t(`kind.${kind}`) }))}
        />
      </Field>
      <div
        className={
          open
            ? 'grid gap-2'
            : 'hidden gap-2 group-focus-within:grid group-has-[textarea:not(:placeholder-shown)]:grid'
        }
      >
        <div className="form-pair">
          <Field name="nextStep" label={t('field.nextStep')} hint={t('entry.keep')}>
            <TextInput maxLength={500} />
          </Field>
          <Field name="nextStepOn" label={t('field.nextStepOn')}>
            <DayPick days={days} defaultValue={addDays(today, 1)} min={today} />
          </Field>
        </div>
        <div className="flex flex-wrap items-end gap-3">
          <Field name="happenedOn" label={t('field.happenedOn')}>
            <DateInput defaultValue={today} max={today} className="justify-self-start" />
          </Field>
          <Submit>{t('entry.save')}</Submit>
          <span className="text-12 text-ink-3">{t('entry.keys')}</span>
        </div>
      </div>
    </Form>
  )
}
