import { getTranslations } from 'next-intl/server'
import { QueryInput } from '@/components/query-inputs'
import { isIsoDate } from '@/domain/calendar/date'
import { dealStages, dealStatuses } from '@/domain/deal/deal'
import { approvedYear, type DealFilter, dealClockFilters, toggleStatus } from '@/domain/deal/filter'
import { yuanText } from '@/domain/deal/filter-amount'
import { words } from '@/domain/money/words'
import { listSetting } from '../list-asked'
import type { ListField } from '../list-field'
import { fieldKit } from '../list-fields'
import { dealWorkFields } from './deal-work-fields'

/** What a list of deals can be asked, in the order of its chips: the same above table and board, on paper and in a file. */
export async function dealFilterFields(filter: DealFilter): Promise<ListField<DealFilter>[]> {
  const [t, kit, { tags }] = await Promise.all([
    getTranslations('deal'),
    fieldKit(filter),
    listSetting('deals'),
  ])
  const { locale, today, fullDay, moment } = kit.names
  const saidMoment = (value: string) => (isIsoDate(value) ? fullDay(value) : moment(new Date(value)))
  const between = (ends: { from: string; to: string }) => t('filter.range', ends)
  const year = approvedYear(filter, today)
  const years = [1, 2, 3].map(back => String(Number(today.slice(0, 4)) - back))
  const usualApproved = filter.approved === 'this_year'
  const bounds = { min: t('filter.min'), max: t('filter.max') }
  const statuses = kit.many(
    'status',
    'statuses',
    t('filter.status'),
    dealStatuses,
    one => t(`status.${one}`),
    {
      all: t('filter.allStatuses'),
    },
  )
  /* Asked by the page of the review; here it is named, and taken away. */
  const changeField = ({ change, changedFrom, changedTo }: DealFilter): ListField<DealFilter> => ({
    key: 'change',
    label: t('filter.change'),
    value:
      change && changedFrom
        ? t('filter.changeSince', {
            change: t(`filter.changeOf.${change}`),
            range: between({ from: saidMoment(changedFrom), to: changedTo ? saidMoment(changedTo) : '…' }),
          })
        : '',
    without: { change: null, changedFrom: null, changedTo: null },
  })
  return [
    kit.text(t('filter.q')),
    kit.record('event', t('filter.event')),
    kit.record('company', t('filter.company')),
    kit.desks(t('filter.desk')),
    kit.many('stage', 'stages', t('filter.stage'), dealStages, stage => t(`stage.${stage}`)),
    kit.countries(t('filter.country')),
    kit.officer(t('filter.officer'), t('filter.nobody')),
    kit.industries(t('filter.industry')),
    kit.tags(t('field.tags'), tags),
    kit.range<bigint>(
      'amount',
      t('filter.amount'),
      [
        ['min', 'minCny'],
        ['max', 'maxCny'],
      ],
      minor => words({ minor, currency: 'CNY' }, locale),
      between,
      (name, value) => (
        <QueryInput
          key={name}
          type="text"
          name={name}
          aria-label={bounds[name as 'min']}
          placeholder={bounds[name as 'min']}
          defaultValue={value === null ? '' : yuanText(value)}
          maxLength={200}
        />
      ),
    ),
    {
      ...statuses,
      value: filter.statuses.join() === 'active' ? '' : statuses.value,
      without: { statuses: ['active'] },
      rare: true,
    },
    {
      ...kit.days(
        'created',
        t('filter.created'),
        [
          ['createdFrom', 'createdFrom'],
          ['createdTo', 'createdTo'],
        ],
        between,
      ),
      rare: true,
    },
    {
      ...kit.days(
        'stageSince',
        t('filter.stageSince'),
        [
          ['stageFrom', 'stageFrom'],
          ['stageTo', 'stageTo'],
        ],
        between,
      ),
      rare: true,
    },
    {
      ...kit.one(
        'approved',
        'approved',
        t('filter.approved'),
        [{ value: 'all', label: t('filter.allYears') }, ...years.map(year => ({ value: year, label: year }))],
        {
          empty: t('filter.thisYear'),
          chosen: usualApproved ? '' : String(filter.approved),
          says: usualApproved ? '' : year === null ? t('filter.allYears') : String(year),
        },
      ),
      without: { approved: 'this_year' },
      rare: true,
    },
    ...(filter.asOf
      ? []
      : [
          {
            ...kit.days(
              'expected',
              t('filter.expected'),
              [
                ['expectedFrom', 'expectedFrom'],
                ['expectedTo', 'expectedTo'],
              ],
              between,
            ),
            rare: true,
          },
          changeField(filter),
        ]),
    { ...kit.asOf(t('filter.asOf')), rare: true },
    ...(await dealWorkFields(filter, kit)),
    // what is overdue or stuck is known of today only
    ...(filter.asOf
      ? []
      : [
          kit.mark('stuck', t('filter.stuck'), 'warn', 'triangle-alert'),
          kit.mark('slipped', t('filter.slipped'), 'warn', 'calendar'),
          kit.mark('overdue', t('filter.overdue'), 'warn', 'clock'),
          {
            key: 'clock',
            label: t('filter.clock'),
            value: filter.clock
              ? t(filter.clock === 'overdue' ? 'filter.clockOverdue' : 'filter.clockSoon')
              : '',
            without: { clock: null },
            marks: dealClockFilters
              .filter(state => state === 'overdue' || filter.clock === state)
              .map(state => ({
                label: t(state === 'overdue' ? 'filter.clockOverdue' : 'filter.clockSoon'),
                on: filter.clock === state,
                to: { clock: filter.clock === state ? null : state },
                look: state === 'overdue' ? ('warn' as const) : ('add' as const),
                icon: state === 'overdue' ? ('triangle-alert' as const) : undefined,
              })),
          },
        ]),
    {
      key: 'halted',
      label: t('filter.status'),
      value: '',
      without: {},
      marks: (['on_hold', 'lost'] as const).map(status => ({
        label: t(`status.${status}`),
        on: filter.statuses.includes(status),
        to: { statuses: toggleStatus(filter, status) },
        look: 'add',
      })),
    },
    kit.mark('highTech', t('filter.highTech')),
    ...(filter.noExpected ? [kit.mark('noExpected', t('filter.noExpected'))] : []),
  ]
}
