import { getTranslations } from 'next-intl/server'
import { Form, type FormAction, Submit } from '@/components/form'
import { formWords } from '@/i18n/form-words'
import { createScheduleAction } from '../actions'
import { ScheduleFields } from '../schedule-fields'
import type { AskedFile } from './start-form'

/** Again on its days. */
export async function ScheduleForm({ asked, name }: { asked: AskedFile; name: string }) {
  const [t, words] = await Promise.all([getTranslations('export'), formWords()])
  return (
    <Form
      action={createScheduleAction as FormAction}
      words={words}
      hidden={{ list: asked.list, search: asked.search }}
      className="form-column schedule grid gap-4"
      aria-label={t('new.often')}
    >
      <ScheduleFields name={name} list={asked.list} format={asked.format} every="weekly" on={1} />
      <div className="form-foot">
        <Submit>{t('new.save')}</Submit>
      </div>
    </Form>
  )
}
