import { getTranslations } from 'next-intl/server'
import { Button } from '@/components/button'
import { Section } from '@/components/page'
import type { ImportRecord } from '@/db/read/import'
import { prepareImportAction } from '../actions'

/** Which sheet of the file is read. */
export async function ImportSheets({ batch }: { batch: ImportRecord }) {
  if (batch.sheets.length < 2) return null
  const t = await getTranslations('import.sheet')
  return (
    <Section title={t('title')}>
      <form action={prepareImportAction} className="flex flex-wrap items-end gap-3" aria-label={t('title')}>
        <input type="hidden" name="id" value={batch.id} />
        <input type="hidden" name="noun" value={batch.noun} />
        <label className="grid gap-1">
          <span className="text-12 text-ink-2">{t(batch.sheet ? 'label' : 'open')}</span>
          <select name="sheet" className="input w-72 max-w-full" defaultValue={batch.sheet ?? ''}>
            {batch.sheets.map(name => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </label>
        <Button type="submit">{t('choose')}</Button>
      </form>
    </Section>
  )
}
