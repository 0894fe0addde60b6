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
import { QuickHelp } from './quick-help'
import { quickWords } from './quick-words'

type Standing = { nextStep: string | null; nextStepOn: string | null }

/**
 * What happened, on top of a record's timeline: `a` focuses it, Ctrl+Enter saves. One line may say all of it (kind, people,
 * next step); the rest of the questions opens as soon as one writes. `text`: what it begins with (a next step that was
 * done); then all is open and nothing stays behind. `standing`: the step that stands, which may stay.
 */
export async function ActivityEntry(props: { record: string; text?: string; standing: Standing }) {
  const { record, text, standing } = props
  const [t, words, { today, day }, days, help] = await Promise.all([
    getTranslations('activity'),
    formWords(),
    naming(),
    nearDays(),
    quickWords(true),
  ])
  const open = text !== undefined
  const { nextStep, nextStepOn } = standing
  const keeps = !open && nextStep !== null && nextStepOn !== null && nextStepOn > today
  const choices = [
    ...(nextStep && nextStepOn && !open
      ? [{ value: 'keep', label: t('ask.keep', { date: day(nextStepOn) }) }]
      : []),
    { value: 'new', label: t('ask.new') },
    { value: 'none', label: t('ask.none') },
  ]
  return (
    <Form
      action={logActivityAction as FormAction}
      words={words}
      draft={open ? undefined : `activity:${record}`}
      hidden={{ record, quick: open ? undefined : 1 }}
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
        {open ? (
          <TextArea rows={3} maxLength={10_000} defaultValue={text} />
        ) : (
          <QuickHelp record={record} words={help} today={today}>
            <TextArea rows={2} maxLength={10_000} placeholder={t('entry.placeholder')} data-key="a" />
          </QuickHelp>
        )}
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
        {open ? null : <p className="text-12 text-ink-3">{t('entry.says')}</p>}
        <Field name="next" label={t('ask.label')} group>
          <Radios name="next" look="buttons" defaultValue={keeps ? 'keep' : 'new'} options={choices} />
        </Field>
        <div className="form-pair">
          <Field name="nextStep" label={t('field.nextStep')}>
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
