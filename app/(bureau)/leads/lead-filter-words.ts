import { getTranslations } from 'next-intl/server'
import { type LeadFilter, stagesOf } from '@/domain/lead/filter'
import { naming } from '../naming'

export type SetFilter = { key: string; label: string; value: string }
type NamedRecords = { event?: { name: string } | null; company?: { name: string } | null }

/** The filter in words: for the chips, for paper, for the head of an export. */
export async function filterWords(filter: LeadFilter, named: NamedRecords = {}): Promise<SetFilter[]> {
  const [t, names] = await Promise.all([getTranslations('lead'), naming()])
  const { ref } = names
  const out: SetFilter[] = []
  const add = (key: string, label: string, value: string | null | undefined) => {
    if (value) out.push({ key, label, value })
  }
  const deskName = (key: string) => names.desk(ref.desks.find(desk => desk.key === key)?.id ?? 0).name
  const { stages, officer, createdFrom, createdTo } = filter
  add('q', t('filter.q'), filter.text)
  add('desk', t('field.desk'), filter.desks.map(deskName).join(names.comma))
  if (stages.length > 0)
    add(
      'stage',
      t('field.stage'),
      stagesOf(filter).length === 5
        ? t('filter.allStages')
        : stages.map(stage => t(`stage.${stage}`)).join(names.comma),
    )
  add('country', t('field.country'), filter.countries.map(names.country).join(names.comma))
  add('industry', t('field.industry'), filter.industries.map(names.industry).join(names.comma))
  if (officer !== null)
    add('officer', t('field.officer'), officer === 'none' ? t('filter.nobody') : names.person(officer))
  add('source', t('field.sourceOnly'), filter.sources.map(source => t(`source.${source}`)).join(names.comma))
  add('event', t('field.event'), filter.event && (named.event?.name ?? filter.event))
  add('company', t('filter.company'), filter.company && (named.company?.name ?? filter.company))
  add('clock', t('filter.clock'), filter.clock && t(`filter.${filter.clock}`))
  if (filter.unrouted) add('unrouted', t('filter.unrouted'), '✓')
  if (createdFrom || createdTo) {
    const day = (date: string | null) => (date ? names.fullDay(date) : '…')
    add('created', t('filter.created'), t('filter.range', { from: day(createdFrom), to: day(createdTo) }))
  }
  return out
}
