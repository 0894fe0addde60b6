import { getFormatter, getTranslations } from 'next-intl/server'
import { Button } from '@/components/button'
import { Select, TextInput } from '@/components/inputs'
import { SubmissionField } from '@/components/submission-field'
import { SCHEDULE_HOUR, scheduleRhythms } from '@/domain/export/schedule'
import { createScheduleAction } from '../actions'
import { weekdayWord } from '../weekday'
import { FormatChoice } from './format-choice'
import type { AskedFile } from './start-form'

/** Again on its days. Weekday and date stand beside the rhythm, so that it works without JavaScript. */
export async function ScheduleForm({ asked, name }: { asked: AskedFile; name: string }) {
  const [t, format] = await Promise.all([getTranslations('export'), getFormatter()])
  const back = `/exports/new?${new URLSearchParams(asked)}`
  const days = Array.from({ length: 7 }, (_, at) => ({
    value: String(at + 1),
    label: weekdayWord(format, at + 1, 'long'),
  }))
  const dates = Array.from({ length: 31 }, (_, at) => ({ value: String(at + 1), label: String(at + 1) }))
  return (
    <form action={createScheduleAction} className="form-column schedule grid gap-4">
      <SubmissionField />
      <input type="hidden" name="list" value={asked.list} />
      <input type="hidden" name="search" value={asked.search} />
      <input type="hidden" name="back" value={back} />
      <label className="grid gap-1" htmlFor="schedule-name">
        <span className="text-12 text-ink-2">{t('column.name')}</span>
        <TextInput id="schedule-name" name="name" defaultValue={name} maxLength={60} required />
      </label>
      <FormatChoice list={asked.list} format={asked.format} id="often" />
      <div className="form-pair">
        <label className="grid gap-1" htmlFor="schedule-every">
          <span className="text-12 text-ink-2">{t('every.label')}</span>
          <Select
            id="schedule-every"
            name="every"
            defaultValue="weekly"
            options={scheduleRhythms.map(value => ({ value, label: t(`every.${value}`) }))}
          />
        </label>
        <label className="on-weekly grid gap-1" htmlFor="schedule-weekday">
          <span className="text-12 text-ink-2">{t('weekday')}</span>
          <Select id="schedule-weekday" name="onWeekday" defaultValue="1" options={days} />
        </label>
        <label className="on-monthly grid gap-1" htmlFor="schedule-date" title={t('dateHint')}>
          <span className="text-12 text-ink-2">{t('date')}</span>
          <Select id="schedule-date" name="onDate" defaultValue="1" options={dates} />
        </label>
      </div>
      <p className="text-12 text-ink-2">
        {t('schedulesSay', { hour: SCHEDULE_HOUR })} · {t('dateHint')}
      </p>
      <div className="form-foot">
        <Button type="submit" look="primary">
          {t('new.save')}
        </Button>
      </div>
    </form>
  )
}
