import { getTranslations } from 'next-intl/server'
import { Form, type FormAction, Submit } from '@/components/form'
import type { ExportSchedule } from '@/db/read/export'
import { formWords } from '@/i18n/form-words'
import { editScheduleAction } from '../actions'
import type { AskedFile } from './start-form'

const dayOf = (every: string, on: number | null) =>
  every === 'weekly' ? { onWeekday: on ?? 1 } : { onDate: on ?? 1 }

/** A schedule of this list takes the filter that stands now; all else of it stays. */
export async function UpdateSchedule(props: { asked: AskedFile; schedules: readonly ExportSchedule[] }) {
  const [t, words] = await Promise.all([getTranslations('export.edit'), formWords()])
  const { list, search } = props.asked
  return props.schedules.map(({ id, version, name, format, every, on }) => (
    <Form
      key={id}
      action={editScheduleAction as FormAction}
      words={words}
      hidden={{ id, version, list, search, name, format, every, ...dayOf(every, on) }}
      className="mb-2"
    >
      <Submit look="outlined">{t('updateOne', { name })}</Submit>
    </Form>
  ))
}
