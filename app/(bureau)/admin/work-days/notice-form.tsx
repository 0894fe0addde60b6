import { getTranslations } from 'next-intl/server'
import { Field } from '@/components/field'
import { Form, Submit } from '@/components/form'
import { TextArea, TextInput } from '@/components/inputs'
import type { EnteredNotice } from '@/db/read/work-days'
import { sayNoticeDays } from '@/domain/calendar/notice'
import { formWords } from '@/i18n/form-words'
import { editWorkDaysAction } from './actions'

/** The notice for a year: its days off, and the weekend days that are worked for them. */
export async function NoticeForm(props: { version: number; year: number; opened?: EnteredNotice }) {
  const [t, words] = await Promise.all([getTranslations('setting.work'), formWords()])
  const { version, year, opened } = props
  return (
    <Form
      action={editWorkDaysAction}
      words={words}
      hidden={{ version }}
      className="grid gap-4"
      aria-label={t('create')}
    >
      <h2 className="text-16">{t('create')}</h2>
      <Field name="year" label={t('year')}>
        <TextInput
          type="number"
          min={2000}
          max={2100}
          defaultValue={year}
          inputMode="numeric"
          className="w-28 justify-self-start"
        />
      </Field>
      <Field name="off" label={t('off')} hint={t('off_hint')}>
        <TextArea rows={8} maxLength={3_000} defaultValue={sayNoticeDays(opened?.off ?? [])} />
      </Field>
      <Field name="works" label={t('works')} hint={t('works_hint')}>
        <TextArea rows={4} maxLength={3_000} defaultValue={sayNoticeDays(opened?.works ?? [])} />
      </Field>
      <p className="text-13 text-ink-2">{t('overrides')}</p>
      <div className="form-foot">
        <Submit>{t('submit')}</Submit>
      </div>
    </Form>
  )
}
