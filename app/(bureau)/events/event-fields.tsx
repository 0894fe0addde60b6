import { getTranslations } from 'next-intl/server'
import { eventKinds } from '@/domain/event/event'
import type { EventFilter } from '@/domain/event/filter'
import type { ListField } from '../list-field'
import { fieldKit } from '../list-fields'

/** What a list of events can be asked, in the order of its chips; `years`: those that have any, for the choice. */
export async function eventFields(
  filter: EventFilter,
  years: readonly number[] = [],
): Promise<ListField<EventFilter>[]> {
  const [t, kit] = await Promise.all([getTranslations('event'), fieldKit(filter)])
  return [
    kit.text(t('filter.text')),
    kit.many('kind', 'kinds', t('column.kind'), eventKinds, kind => t(`kind.${kind}`)),
    kit.desks(t('column.desks')),
    kit.one(
      'year',
      'year',
      t('filter.year'),
      years.map(year => ({ value: String(year), label: String(year) })),
    ),
    kit.countries(t('column.country')),
  ]
}
