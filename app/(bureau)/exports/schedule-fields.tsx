import { getFormatter, getTranslations } from 'next-intl/server'
import { Field } from '@/components/field'
import { Select, TextInput } from '@/components/inputs'
import type { ExportFormat, ExportList } from '@/domain/export/export'
import { SCHEDULE_HOUR, type ScheduleRhythm, scheduleRhythms } from '@/domain/export/schedule'
import { formatOptions } from './format-options'
import { weekdayWord } from './weekday'

type Values = {
  name: string
  list: ExportList
  format: ExportFormat
  every: ScheduleRhythm
  on: number | null
}

/** Name, format and rhythm. Weekday and date stand beside the rhythm, so that it works without JavaScript. */
export async function ScheduleFields({ name, list, format, every, on }: Values) {
  const [t, common, say, formats] = await Promise.all([
    getTranslations('export'),
    getTranslations('common.say'),
    getFormatter(),
    formatOptions(list),
  ])
  const days = Array.from({ length: 7 }, (_, at) => ({
    value: String(at + 1),
    label: weekdayWord(say, at + 1, 'long'),
  }))
  const dates = Array.from({ length: 31 }, (_, at) => ({ value: String(at + 1), label: String(at + 1) }))
  return (
    <>
      <Field name="name" label={t('column.name')} required={common('required')}>
        <TextInput defaultValue={name} maxLength={60} />
      </Field>
      <Field name="format" label={t('new.format')}>
        <Select
          defaultValue={formats.some(one => one.value === format) ? format : 'xlsx'}
          options={formats}
        />
      </Field>
      <div className="form-pair">
        <Field name="every" label={t('every.label')}>
          <Select
            defaultValue={every}
            options={scheduleRhythms.map(value => ({ value, label: t(`every.${value}`) }))}
          />
        </Field>
        <Field name="onWeekday" label={t('weekday')} className="on-weekly">
          <Select defaultValue={every === 'weekly' ? String(on) : '1'} options={days} />
        </Field>
        <Field name="onDate" label={t('date')} hint={t('dateHint')} className="on-monthly">
          <Select defaultValue={every === 'monthly' ? String(on) : '1'} options={dates} />
        </Field>
      </div>
      <p className="text-12 text-ink-2">{t('schedulesSay', { hour: SCHEDULE_HOUR })}</p>
    </>
  )
}
