import { getTranslations } from 'next-intl/server'
import { basisKeys } from '@/domain/capital/basis'
import { sides } from '@/domain/capital/capital'
import type { CapitalFilter } from '@/domain/capital/filter'
import type { ListField } from '../list-field'
import { fieldKit } from '../list-fields'

/** What capital can be asked, in the order of its chips. */
export async function capitalFields(filter: CapitalFilter): Promise<ListField<CapitalFilter>[]> {
  const [t, deal, kit] = await Promise.all([
    getTranslations('capital'),
    getTranslations('deal'),
    fieldKit(filter),
  ])
  const words = <V extends string>(values: readonly V[], say: (value: V) => string) =>
    values.map(value => ({ value, label: say(value) }))
  return [
    kit.text(t('filter.text')),
    kit.desks(t('field.desk')),
    kit.officer(t('field.officer'), deal('filter.nobody')),
    kit.days(
      'period',
      t('field.period'),
      [
        ['from', 'from'],
        ['to', 'to'],
      ],
      ends => t('filter.range', ends),
    ),
    kit.asOf(deal('filter.asOf')),
    kit.one(
      'side',
      'side',
      t('field.side'),
      words(sides, side => t(`side.${side}`)),
    ),
    kit.one(
      'basis',
      'basis',
      t('field.basis'),
      words(basisKeys, key => t(`basis.${key}`)),
    ),
    ...(filter.bucket
      ? [kit.record('bucket', t('chart.rows'), filter.bucket === 'later' ? t('field.later') : filter.bucket)]
      : []),
  ]
}
