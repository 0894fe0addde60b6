import { getTranslations } from 'next-intl/server'
import { approvedYear, type DealFilter } from '@/domain/deal/filter'
import { words } from '@/domain/money/words'
import { naming } from '../naming'

export type SetFilter = { key: string; label: string; value: string; without: Partial<DealFilter> }

/** The filter in words, each with what takes it away: for the chips, for paper, for the head of an export. */
export async function filterWords(filter: DealFilter): Promise<SetFilter[]> {
  const [t, names] = await Promise.all([getTranslations('deal'), naming()])
  const { ref, locale } = names
  const out: SetFilter[] = []
  const add = (
    key: string,
    label: string,
    value: string | null | undefined,
    without: Partial<DealFilter>,
  ) => {
    if (value) out.push({ key, label, value, without })
  }
  const deskName = (key: string) => names.desk(ref.desks.find(desk => desk.key === key)?.id ?? 0).name
  const yuan = (minor: bigint) => words({ minor, currency: 'CNY' }, locale)
  const range = (from: string | null, to: string | null) =>
    from || to
      ? t('filter.range', { from: from ? names.fullDay(from) : '…', to: to ? names.fullDay(to) : '…' })
      : null
  const year = approvedYear(filter, ref.today)
  add('q', t('filter.q'), filter.text, { text: null })
  add('desk', t('filter.desk'), filter.desks.map(deskName).join(names.comma), { desks: [] })
  add('stage', t('filter.stage'), filter.stages.map(stage => t(`stage.${stage}`)).join(names.comma), {
    stages: [],
  })
  if (filter.statuses.join() !== 'active')
    add(
      'status',
      t('filter.status'),
      filter.statuses.length === 4
        ? t('filter.allStatuses')
        : filter.statuses.map(status => t(`status.${status}`)).join(names.comma),
      { statuses: ['active'] },
    )
  if (filter.approved !== 'this_year')
    add('approved', t('filter.approved'), year === null ? t('filter.allYears') : String(year), {
      approved: 'this_year',
    })
  add('country', t('filter.country'), filter.countries.map(names.country).join(names.comma), {
    countries: [],
  })
  add('industry', t('filter.industry'), filter.industries.map(names.industry).join(names.comma), {
    industries: [],
  })
  if (filter.officer !== null)
    add(
      'officer',
      t('filter.officer'),
      filter.officer === 'none' ? t('filter.nobody') : names.person(filter.officer) || String(filter.officer),
      { officer: null },
    )
  if (filter.minCny !== null || filter.maxCny !== null)
    add(
      'amount',
      t('filter.amount'),
      t('filter.range', {
        from: filter.minCny === null ? '…' : yuan(filter.minCny),
        to: filter.maxCny === null ? '…' : yuan(filter.maxCny),
      }),
      { minCny: null, maxCny: null },
    )
  add('created', t('filter.created'), range(filter.createdFrom, filter.createdTo), {
    createdFrom: null,
    createdTo: null,
  })
  add('stageSince', t('filter.stageSince'), range(filter.stageFrom, filter.stageTo), {
    stageFrom: null,
    stageTo: null,
  })
  add('asOf', t('filter.asOf'), filter.asOf ? names.fullDay(filter.asOf) : null, { asOf: null })
  add('event', t('filter.event'), filter.event, { event: null })
  add('company', t('filter.company'), filter.company, { company: null })
  add('overdue', t('filter.overdue'), filter.overdue ? '✓' : null, { overdue: false })
  add('stuck', t('filter.stuck'), filter.stuck ? '✓' : null, { stuck: false })
  add('highTech', t('filter.highTech'), filter.highTech ? '✓' : null, { highTech: false })
  return out
}
