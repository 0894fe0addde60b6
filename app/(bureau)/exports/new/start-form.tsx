import { getTranslations } from 'next-intl/server'
import { Button } from '@/components/button'
import { Field } from '@/components/field'
import { Select } from '@/components/inputs'
import { SubmissionField } from '@/components/submission-field'
import type { ExportFormat, ExportList } from '@/domain/export/export'
import { startExportAction } from '../actions'
import { formatOptions } from '../format-options'

export type AskedFile = { list: ExportList; search: string; format: ExportFormat }

/** Once, now. Works without JavaScript. */
export async function StartForm({ asked, words }: { asked: AskedFile; words: string }) {
  const [t, formats] = await Promise.all([getTranslations('export'), formatOptions(asked.list)])
  return (
    <form action={startExportAction} className="form-column grid gap-4">
      <SubmissionField />
      <input type="hidden" name="list" value={asked.list} />
      <input type="hidden" name="search" value={asked.search} />
      <p>
        <span className="block text-12 text-ink-2">{t('new.filter')}</span>
        {words || t('whole')}
      </p>
      <Field name="format" label={t('new.format')}>
        <Select
          defaultValue={formats.some(one => one.value === asked.format) ? asked.format : 'xlsx'}
          options={formats}
        />
      </Field>
      <div className="form-foot">
        <Button type="submit" look="primary">
          {t('new.start')}
        </Button>
      </div>
    </form>
  )
}
