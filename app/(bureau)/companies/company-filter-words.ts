import { getTranslations } from 'next-intl/server'
import type { CompanyFilter } from '@/domain/company/filter'
import { naming } from '../naming'

export type SetFilter = { key: string; label: string; value: string }

/** The filter in words: for the chips, for paper, for the head of an export. */
export async function filterWords(filter: CompanyFilter): Promise<SetFilter[]> {
  const [t, names] = await Promise.all([getTranslations('company'), naming()])
  const words: SetFilter[] = [
    { key: 'q', label: t('filter.text'), value: filter.text ?? '' },
    {
      key: 'country',
      label: t('column.country'),
      value: filter.countries.map(names.country).join(names.comma),
    },
    {
      key: 'kind',
      label: t('column.kind'),
      value: filter.kinds.map(kind => t(`kind.${kind}`)).join(names.comma),
    },
    {
      key: 'segment',
      label: t('column.segment'),
      value: filter.segments.map(segment => t(`segment.${segment}`)).join(names.comma),
    },
    {
      key: 'industry',
      label: t('column.industry'),
      value: filter.industries.map(names.industry).join(names.comma),
    },
    {
      key: 'inZone',
      label: t('filter.inZone'),
      value: filter.inZone === null ? '' : t(filter.inZone ? 'filter.inside' : 'filter.outside'),
    },
  ]
  return words.filter(word => word.value)
}
