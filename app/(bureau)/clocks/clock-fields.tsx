import { getTranslations } from 'next-intl/server'
import { countedClocks } from '@/domain/calendar/clock'
import { type ClockFilter, clockResults } from '@/domain/clock/filter'
import type { ListField } from '../list-field'
import { fieldKit } from '../list-fields'

/** What a record of clocks can be asked, in the order of its chips. */
export async function clockFields(filter: ClockFilter): Promise<ListField<ClockFilter>[]> {
  const [t, kit] = await Promise.all([getTranslations('clock'), fieldKit(filter)])
  return [
    kit.text(t('filter.text')),
    kit.desks(t('field.desk')),
    kit.days(
      'period',
      t('filter.period'),
      [
        ['from', 'from'],
        ['to', 'to'],
      ],
      ends => t('filter.range', ends),
    ),
    kit.many('kind', 'kinds', t('field.kind'), countedClocks, kind => t(`kind.${kind}`)),
    kit.one(
      'result',
      'result',
      t('field.result'),
      clockResults.map(value => ({ value, label: t(`result.${value}`) })),
      { chosen: filter.result ?? '' },
    ),
    kit.officer(t('field.officer'), t('nobody')),
  ]
}
