import { getTranslations } from 'next-intl/server'
import { byDesk, type ExportList, exportFormats } from '@/domain/export/export'

/** The formats in which this list is offered. */
export async function formatOptions(list: ExportList) {
  const t = await getTranslations('export.format')
  const offered = exportFormats.filter(one => one !== 'desks' || byDesk.includes(list))
  return offered.map(value => ({ value, label: t(value) }))
}
