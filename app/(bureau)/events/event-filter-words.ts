import { getTranslations } from 'next-intl/server'
import type { EventFilter } from '@/domain/event/filter'
import { naming } from '../naming'

export type SetFilter = { key: string; label: string; value: string }

/** The filter in words: for the chips, for paper, for the head of an export. */
export async function filterWords(filter: EventFilter): Promise<SetFilter[]> {
  const [t, names] = await Promise.all([getTranslations('event'), naming()])
  const deskName = (key: string) => names.desk(names.ref.desks.find(desk => desk.key === key)?.id ?? 0).name
  const words: SetFilter[] = [
    { key: 'q', label: t('filter.text'), value: filter.text ?? '' },
    {
      key: 'kind',
      label: t('column.kind'),
      value: filter.kinds.map(kind => t(`kind.${kind}`)).join(names.comma),
    },
    { key: 'desk', label: t('column.desks'), value: filter.desks.map(deskName).join(names.comma) },
    { key: 'year', label: t('filter.year'), value: filter.year === null ? '' : String(filter.year) },
    {
      key: 'country',
      label: t('column.country'),
      value: filter.countries.map(names.country).join(names.comma),
    },
  ]
  return words.filter(word => word.value)
}
