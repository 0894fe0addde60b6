import { getTranslations } from 'next-intl/server'
import { type LeadFilter, stagesOf } from '@/domain/lead/filter'
import { leadStages, sources } from '@/domain/lead/lead'
import { listSetting } from '../list-asked'
import type { ListField } from '../list-field'
import { fieldKit } from '../list-fields'

type NamedRecords = { event?: { name: string } | null; company?: { name: string } | null }

/** What a list of leads can be asked, in the order of its chips. */
export async function leadFields(
  filter: LeadFilter,
  named: NamedRecords = {},
): Promise<ListField<LeadFilter>[]> {
  const [t, kit, { tags }] = await Promise.all([
    getTranslations('lead'),
    fieldKit(filter),
    listSetting('leads'),
  ])
  const { clock } = filter
  return [
    kit.text(t('filter.q')),
    kit.desks(t('field.desk')),
    kit.many('stage', 'stages', t('field.stage'), leadStages, stage => t(`stage.${stage}`), {
      shown: stagesOf(filter),
      all: t('filter.allStages'),
    }),
    kit.countries(t('field.country')),
    kit.many('source', 'sources', t('field.sourceOnly'), sources, source => t(`source.${source}`)),
    kit.officer(t('field.officer'), t('filter.nobody')),
    kit.industries(t('field.industry')),
    kit.tags(t('field.tags'), tags),
    kit.days(
      'created',
      t('filter.created'),
      [
        ['from', 'createdFrom'],
        ['to', 'createdTo'],
      ],
      ends => t('filter.range', ends),
    ),
    kit.record('event', t('field.event'), named.event?.name),
    kit.record('company', t('filter.company'), named.company?.name),
    {
      key: 'clock',
      label: t('filter.clock'),
      value: clock ? t(`filter.${clock}`) : '',
      without: { clock: null },
      marks: (['overdue', 'soon', 'tell'] as const).map(state => ({
        label: t(`filter.${state}`),
        on: clock === state,
        to: { clock: clock === state ? null : state },
        look: state === 'overdue' ? 'warn' : 'add',
        icon: state === 'overdue' ? 'triangle-alert' : undefined,
      })),
    },
    kit.mark('unrouted', t('filter.unrouted')),
  ]
}
