import { getTranslations } from 'next-intl/server'
import { Select } from '@/components/inputs'
import { byDesk, type ExportFormat, type ExportList, exportFormats } from '@/domain/export/export'

/** The formats in which this list is offered. */
export async function FormatChoice({
  list,
  format,
  id,
}: {
  list: ExportList
  format: ExportFormat
  id: string
}) {
  const t = await getTranslations('export')
  const offered = exportFormats.filter(one => one !== 'desks' || byDesk.includes(list))
  return (
    <label className="grid gap-1" htmlFor={`format-${id}`}>
      <span className="text-12 text-ink-2">{t('new.format')}</span>
      <Select
        id={`format-${id}`}
        name="format"
        defaultValue={offered.includes(format) ? format : 'xlsx'}
        options={offered.map(value => ({ value, label: t(`format.${value}`) }))}
      />
    </label>
  )
}
